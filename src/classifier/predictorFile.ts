/** The compact, predict-only form of a model: int8 weights, one byte a column for how common it is. */
import { bytesOf, int8sOf, pack, unpack } from "./container.ts";
import type { Head, Predictor } from "./predictor.ts";
import { sparse, spread } from "./sparseRows.ts";
import { type BlockWeights, columnCount } from "./weighting.ts";

const kind = 2;

interface HeadMeta {
  readonly labels: string[];
  readonly blocks: BlockWeights;
  readonly power: number;
  readonly largestFactor: number;
  readonly scales: number[];
  readonly biases: number[];
  readonly strangeness: number[];
}

/** Steps of one class: its largest weight becomes 127. */
function scalesOf(head: Head): Float32Array {
  const classes = head.labels.length;
  const largest = new Float32Array(classes);
  for (let i = 0; i < head.weights.length; i++) {
    const size = Math.abs(head.weights[i]!);
    if (size > largest[i % classes]!) largest[i % classes] = size;
  }
  return largest.map((size, k) => (size > 0 ? (size / 127) * head.scales[k]! : 1));
}

/** The same head with int8 weights. */
export function quantised(head: Head): Head {
  if (head.weights instanceof Int8Array) return head;
  const scales = scalesOf(head);
  const classes = head.labels.length;
  const weights = new Int8Array(head.weights.length);
  for (let i = 0; i < weights.length; i++)
    weights[i] = Math.round((head.weights[i]! * head.scales[i % classes]!) / scales[i % classes]!);
  return { ...head, scales, weights };
}

function written(head: Head, name: string): { meta: HeadMeta; sections: Record<string, Uint8Array> } {
  const { labels, weights, scales, biases, strangeness, weighting } = quantised(head);
  const { blocks, power, factors } = weighting;
  const largestFactor = factors.reduce((a, b) => Math.max(a, b), 1e-9);
  const levels = Uint8Array.from(factors, (factor) => Math.round((factor / largestFactor) * 255));
  const { bitmap, rows } = sparse(weights as Int8Array, labels.length);
  const numbers = (array: ArrayLike<number>) => Array.from(array, (value) => Number(value.toPrecision(7)));
  return {
    meta: {
      labels: [...labels],
      blocks,
      power,
      largestFactor,
      scales: numbers(scales),
      biases: numbers(biases),
      strangeness: numbers(strangeness),
    },
    sections: { [`${name}Levels`]: levels, [`${name}Bitmap`]: bitmap, [`${name}Rows`]: bytesOf(rows) },
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

function read(meta: HeadMeta, name: string, sections: Readonly<Record<string, Uint8Array>>): Head {
  const { labels, blocks, power, largestFactor, strangeness } = meta;
  const classes = labels.length;
  const bitmap = sections[`${name}Bitmap`]!;
  const rows = int8sOf(sections[`${name}Rows`]!);
  const factors = Float32Array.from(sections[`${name}Levels`]!, (level) => (level / 255) * largestFactor);
  return {
    labels,
    weighting: { blocks, power, factors },
    weights: spread({ bitmap, rows }, classes, new Int8Array(columnCount * classes)),
    scales: Float32Array.from(meta.scales),
    biases: Float32Array.from(meta.biases),
    strangeness,
  };
}

/** Throws ModelFileError for bytes that are damaged, newer, or not a predictor. */
export function loadPredictor(bytes: Uint8Array): Predictor {
  const { head, sections } = unpack(kind, bytes);
  const meta = head as { categories: HeadMeta; priorities: HeadMeta; learned: number };
  return {
    categories: read(meta.categories, "categories", sections),
    priorities: read(meta.priorities, "priorities", sections),
    learned: meta.learned,
  };
}
