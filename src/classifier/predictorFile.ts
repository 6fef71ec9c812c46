/** The compact, predict-only form of a model: int8 weights, one byte a column for how common it is. */
import { bytesOf, int8sOf, pack, unpack } from "./container.ts";
import { filledIn } from "./filledColumns.ts";
import type { Head, LoadedPredictor, Predictor } from "./predictor.ts";
import { type Stored, sideBySide } from "./sideBySide.ts";
import { sparse } from "./sparseRows.ts";
import type { BlockWeights } from "./weighting.ts";

const kind = 2;
/** |weight| = largest · (byte / 127)^bend: finer near zero, so that a few large ones do no harm. */
const bend = 1.5;

interface HeadMeta {
  readonly labels: string[];
  readonly blocks: BlockWeights;
  readonly power: number;
  readonly largestFactor: number;
  readonly largest: number[];
  readonly biases: number[];
  readonly strangeness: number[];
  readonly lean?: number[];
  /** Power between bytes and weights; 2 in files of the first version. */
  readonly bend?: number;
}

/** The largest weight of each class. */
function largestOf(rows: Float32Array, classes: number): Float32Array {
  const largest = new Float32Array(classes).fill(1e-9);
  for (let base = 0; base < rows.length; base += classes)
    for (let k = 0; k < classes; k++) largest[k] = Math.max(largest[k]!, Math.abs(rows[base + k]!));
  return largest;
}

/** One signed byte a weight. */
function quantised(rows: Float32Array, largest: Float32Array): Int8Array {
  const bytes = new Int8Array(rows.length);
  for (let i = 0, k = 0; i < rows.length; i++, k = k + 1 === largest.length ? 0 : k + 1) {
    const size = Math.round(127 * (Math.abs(rows[i]!) / largest[k]!) ** (1 / bend));
    bytes[i] = rows[i]! < 0 ? -size : size;
  }
  return bytes;
}

/** What each byte is worth, 256 for each class, by the byte as it is without its sign. */
function worthOf(largest: readonly number[], power: number): Float32Array {
  const worth = new Float32Array(256 * largest.length);
  largest.forEach((most, k) => {
    for (let size = 1; size <= 127; size++) {
      const part = Math.fround((size / 127) ** power);
      worth[(k << 8) | size] = most * part;
      worth[(k << 8) | (256 - size)] = -most * part;
    }
  });
  return worth;
}

function dequantised(bytes: Int8Array, worth: Float32Array): Float32Array {
  const classes = worth.length >> 8;
  const rows = new Float32Array(bytes.length);
  for (let i = 0, k = 0; i < bytes.length; i++, k = k + 1 === classes ? 0 : k + 1)
    rows[i] = worth[(k << 8) | (bytes[i]! & 255)]!;
  return rows;
}

function written(head: Head, name: string): { meta: HeadMeta; sections: Record<string, Uint8Array> } {
  const { labels, biases, strangeness, lean, weighting } = head;
  const { blocks, power, factors } = weighting;
  const filled = sparse(head.weights, labels.length);
  const largest = largestOf(filled.rows, labels.length);
  const largestFactor = factors.reduce((a, b) => Math.max(a, b), 1e-9);
  const levels = Uint8Array.from(factors, (factor) => Math.round((factor / largestFactor) * 255));
  const rows = quantised(filled.rows, largest);
  const numbers = (array: ArrayLike<number>) => Array.from(array, (value) => Number(value.toPrecision(7)));
  return {
    meta: {
      labels: [...labels],
      blocks,
      power,
      largestFactor,
      largest: numbers(largest),
      biases: numbers(biases),
      strangeness: numbers(strangeness),
      lean: numbers(lean),
      bend,
    },
    sections: { [`${name}Levels`]: levels, [`${name}Bitmap`]: filled.bitmap, [`${name}Rows`]: bytesOf(rows) },
  };
}

/** The bytes of a predictor, at most 1.5 MB for ten categories and four priorities. */
export function serialisePredictor(predictor: Predictor): Uint8Array<ArrayBuffer> {
  const categories = written(predictor.categories, "categories");
  const priorities = written(predictor.priorities, "priorities");
  const head = {
    categories: categories.meta,
    priorities: priorities.meta,
    learned: predictor.learned,
  };
  return pack(kind, head, { ...categories.sections, ...priorities.sections });
}

function read(
  meta: HeadMeta,
  name: string,
  sections: Readonly<Record<string, Uint8Array>>,
): { head: Head; stored: Stored } {
  const { labels, blocks, power, largestFactor, strangeness } = meta;
  const bitmap = sections[`${name}Bitmap`]!;
  const worth = worthOf(meta.largest, meta.bend ?? 2);
  const rows = int8sOf(sections[`${name}Rows`]!);
  const factors = Float32Array.from({ length: 256 }, (_, level) => (level / 255) * largestFactor);
  const levels = sections[`${name}Levels`]!.slice();
  const biases = Float32Array.from(meta.biases);
  const head = {
    labels,
    weighting: { blocks, power, factors, levels },
    weights: dequantised(rows, worth),
    filled: filledIn(bitmap),
    biases,
    strangeness,
    lean: meta.lean ?? [],
  };
  return { head, stored: { blocks, biases, factors, levels, bitmap, rows, worth } };
}

/** Throws ModelFileError for bytes that are damaged, newer, or not a predictor. */
export function loadPredictor(bytes: Uint8Array): LoadedPredictor {
  const { head, sections } = unpack(kind, bytes);
  const meta = head as { categories: HeadMeta; priorities: HeadMeta; learned: number };
  const categories = read(meta.categories, "categories", sections);
  const priorities = read(meta.priorities, "priorities", sections);
  return {
    categories: categories.head,
    priorities: priorities.head,
    both: sideBySide(categories.stored, priorities.stored),
    learned: meta.learned,
  };
}
