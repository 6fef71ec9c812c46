/** A whole model as bytes: verdicts, dual variables and weights, so that learning goes on where it stopped. */
import { bytesOf, floatsOf, ModelFileError, pack, uint16sOf, uint32sOf, unpack } from "./container.ts";
import { type BlockName, blockNames, nothing, type Reading } from "./features.ts";
import { hashOf, seedOf } from "./hash.ts";
import { createModel, type Learned, type Model, type ModelOptions } from "./model.ts";
import { sparse, spread } from "./sparseRows.ts";
import { createTrainer } from "./trainer.ts";
import { columnCount, type DocumentFrequencies } from "./weighting.ts";

const kind = 1;

interface TrainerMeta {
  readonly counts: number[];
  readonly mix: readonly number[];
  readonly mixedAt: number;
  readonly trials: { experts: number[][]; label: number }[];
}

interface Meta {
  readonly options: Omit<ModelOptions, "key">;
  readonly keyCheck: number;
  readonly turn: number;
  readonly messages: number;
  readonly examples: { id: string; labels: [number, number] }[];
  readonly observed: string[];
  readonly trainers: [TrainerMeta, TrainerMeta];
}

/** The key is not in the file; this tells whether the right one is given when it is loaded. */
const keyCheckOf = (key: string) => hashOf(seedOf(key, "check"), "check") >>> 0;

/** All blocks of all messages in one run of 16-bit numbers: length, ids, counts. */
function featureBytes(all: readonly Reading[]): Uint8Array {
  const size = all.reduce(
    (sum, one) => sum + blockNames.reduce((n, name) => n + 1 + 2 * (one[name]?.ids.length ?? 0), 0),
    0,
  );
  const numbers = new Uint16Array(size);
  let at = 0;
  for (const one of all)
    for (const name of blockNames) {
      const { ids, counts } = one[name] ?? nothing;
      numbers[at++] = ids.length;
      numbers.set(ids, at);
      numbers.set(counts, at + ids.length);
      at += 2 * ids.length;
    }
  return bytesOf(numbers);
}

function featuresFrom(bytes: Uint8Array, count: number): Reading[] {
  const numbers = uint16sOf(bytes);
  let at = 0;
  return Array.from({ length: count }, () => {
    const blocks = blockNames.map((name) => {
      const length = numbers[at++]!;
      const block = {
        ids: numbers.slice(at, at + length),
        counts: numbers.slice(at + length, at + 2 * length),
      };
      at += 2 * length;
      return [name, block] as const;
    });
    return Object.fromEntries(blocks) as Record<BlockName, { ids: Uint16Array; counts: Uint16Array }>;
  });
}

/** Bytes that `loadModel` turns into the same model. They hold hashed counts and labels, no text and no key. */
export function serialise(model: Model): Uint8Array<ArrayBuffer> {
  const { key, ...options } = model.options;
  const examples = [...model.examples.values()];
  const head: Meta = {
    options,
    keyCheck: keyCheckOf(key),
    turn: model.turn,
    messages: model.frequencies.messages,
    examples: examples.map(({ id, labels }) => ({ id, labels: [...labels] })),
    observed: [...model.observed.keys()],
    trainers: model.trainers.map(({ counts, mix, mixedAt, trials }) => ({
      counts,
      mix,
      mixedAt,
      trials: trials.map(({ experts, label }) => ({ experts: experts.map((one) => [...one]), label })),
    })) as [TrainerMeta, TrainerMeta],
  };
  const frequencies = sparse(model.frequencies.counts, 1);
  const sections: Record<string, Uint8Array> = {
    frequencyBitmap: frequencies.bitmap,
    frequencyRows: bytesOf(frequencies.rows),
    features: featureBytes([...examples.map((one) => one.features), ...model.observed.values()]),
  };
  model.trainers.forEach(({ solution }, i) => {
    const { bitmap, rows } = sparse(solution.weights, Math.max(1, solution.classes));
    sections[`bitmap${i}`] = bitmap;
    sections[`rows${i}`] = bytesOf(rows);
    sections[`duals${i}`] = bytesOf(Float32Array.from(examples.flatMap((one) => [...one.duals[i]!])));
  });
  return pack(kind, head, sections);
}

/** Throws ModelFileError for bytes that are damaged, newer, no whole model, or made under another key. */
export function loadModel(bytes: Uint8Array, key: string): Model {
  const { head, sections } = unpack(kind, bytes);
  const meta = head as Meta;
  if (meta.keyCheck !== keyCheckOf(key))
    throw new ModelFileError("otherKey", "The model was trained under another feature key.");
  const model = createModel({ ...meta.options, key });
  const frequencyRows = { bitmap: sections.frequencyBitmap!, rows: uint32sOf(sections.frequencyRows!) };
  const frequencies: DocumentFrequencies = {
    messages: meta.messages,
    counts: spread(frequencyRows, 1, new Uint32Array(columnCount)),
  };
  const features = featuresFrom(sections.features!, meta.examples.length + meta.observed.length);
  model.frequencies = frequencies;
  model.turn = meta.turn;
  restoreTrainers(model, meta, sections);
  restoreExamples(model, meta, sections, features);
  meta.observed.forEach((id, i) => {
    model.observed.set(id, features[meta.examples.length + i]!);
  });
  return model;
}

function restoreTrainers(model: Model, meta: Meta, sections: Readonly<Record<string, Uint8Array>>): void {
  model.trainers.forEach((old, i) => {
    const trainer = createTrainer(old.labels, old.settings, model.options.key, model.frequencies);
    const { counts, mix, mixedAt, trials } = meta.trainers[i]!;
    const rows = { bitmap: sections[`bitmap${i}`]!, rows: floatsOf(sections[`rows${i}`]!) };
    spread(rows, Math.max(1, trainer.solution.classes), trainer.solution.weights);
    trainer.counts = counts;
    trainer.mix = mix;
    trainer.mixedAt = mixedAt;
    trainer.trials = trials.map(({ experts, label }) => ({
      experts: experts.map((one) => Float64Array.from(one)),
      label,
    }));
    model.trainers[i] = trainer;
  });
}

function restoreExamples(
  model: Model,
  meta: Meta,
  sections: Readonly<Record<string, Uint8Array>>,
  features: readonly Reading[],
): void {
  const tables = [floatsOf(sections.duals0!), floatsOf(sections.duals1!)] as const;
  const duals = (head: 0 | 1, at: number) => {
    const width = model.trainers[head].labels.length;
    return tables[head].slice(at * width, (at + 1) * width);
  };
  meta.examples.forEach(({ id, labels }, at) => {
    const learned: Learned = { id, labels, features: features[at]!, duals: [duals(0, at), duals(1, at)] };
    model.examples.set(id, learned);
  });
}
