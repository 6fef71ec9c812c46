/** A whole model as bytes: verdicts, dual variables and weights, so that learning goes on where it stopped. */
import {
  bytesOf,
  floatsOf,
  int8sOf,
  ModelFileError,
  pack,
  uint16sOf,
  uint32sOf,
  unpack,
} from "./container.ts";
import { type BlockName, blockNames, nothing, type Reading } from "./features.ts";
import { hashOf, seedOf } from "./hash.ts";
import { kinOf, restoreKin } from "./kinship.ts";
import { type LatentView, latentOf, withLatent } from "./latent.ts";
import { createModel, type Learned, type Model, type ModelOptions } from "./model.ts";
import { sparse, spread } from "./sparseRows.ts";
import { countAll, createTrainer, noDuals } from "./trainer.ts";
import { columnCount, type DocumentFrequencies, vectorOf } from "./weighting.ts";

const kind = 1;
/** Raised whenever settings change that the stored dual variables depend on. */
const recipe = 5;

interface TrainerMeta {
  readonly counts: number[];
  /** latent rows of the prior */
  readonly kin: number[][];
  readonly mix: readonly number[];
  readonly mixedAt: number;
  readonly trials: { experts: number[][]; label: number }[];
}

interface Meta {
  readonly recipe: number;
  readonly options: Omit<ModelOptions, "key">;
  readonly keyCheck: number;
  readonly turn: number;
  readonly messages: number;
  readonly view: {
    readonly dimensions: number;
    readonly scale: number;
    readonly length: number;
    readonly size: number;
  };
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
  const { dimensions, scale, length } = model.view;
  const head: Meta = {
    recipe,
    options,
    keyCheck: keyCheckOf(key),
    turn: model.turn,
    messages: model.frequencies.messages,
    view: { dimensions, scale, length, size: model.view.basis.length },
    examples: examples.map(({ id, labels }) => ({ id, labels: [...labels] })),
    observed: [...model.observed.keys()],
    trainers: model.trainers.map(({ counts, mix, mixedAt, trials, prior }) => ({
      counts,
      kin: kinOf(prior, dimensions),
      mix,
      mixedAt,
      trials: trials.map(({ experts, label }) => ({ experts: experts.map((one) => [...one]), label })),
    })) as [TrainerMeta, TrainerMeta],
  };
  const frequencies = sparse(model.frequencies.counts, 1);
  const basis = sparse(model.view.basis, Math.max(1, model.view.dimensions));
  const sections: Record<string, Uint8Array> = {
    frequencyBitmap: frequencies.bitmap,
    frequencyRows: bytesOf(frequencies.rows),
    basisBitmap: basis.bitmap,
    basisRows: bytesOf(basis.rows),
    features: featureBytes([...examples.map((one) => one.features), ...model.observed.values()]),
  };
  model.trainers.forEach(({ machines }, i) => {
    machines.forEach(({ weights, outputs }, at) => {
      const { bitmap, rows } = sparse(weights, Math.max(1, outputs));
      sections[`bitmap${i}.${at}`] = bitmap;
      sections[`rows${i}.${at}`] = bytesOf(rows);
    });
    sections[`duals${i}`] = bytesOf(Float32Array.from(examples.flatMap((one) => [...one.duals[i]!])));
  });
  return pack(kind, head, sections);
}

type Stored = Readonly<Record<string, Uint8Array>>;

/** Throws ModelFileError for bytes that are damaged, newer, no whole model, or made under another key or recipe. */
export function loadModel(bytes: Uint8Array, key: string): Model {
  const { head, sections } = unpack(kind, bytes);
  const meta = head as Meta;
  if (meta.keyCheck !== keyCheckOf(key))
    throw new ModelFileError("otherKey", "The model was trained under another feature key.");
  if (meta.recipe !== recipe)
    throw new ModelFileError(
      "otherRecipe",
      "The model was trained in another way; train it anew from its mail.",
    );
  const model = createModel({ ...meta.options, key });
  model.frequencies = storedFrequencies(meta, sections);
  model.view = storedView(meta, sections);
  model.turn = meta.turn;
  const features = featuresFrom(sections.features!, meta.examples.length + meta.observed.length);
  meta.observed.forEach((id, i) => {
    model.observed.set(id, features[meta.examples.length + i]!);
  });
  restoreTrainers(model, meta, sections);
  restoreExamples(model, meta, sections, features);
  return model;
}

function storedFrequencies({ messages }: Meta, sections: Stored): DocumentFrequencies {
  const rows = { bitmap: sections.frequencyBitmap!, rows: uint32sOf(sections.frequencyRows!) };
  return { messages, counts: spread(rows, 1, new Uint32Array(columnCount)) };
}

function storedView({ view: { size, ...view } }: Meta, sections: Stored): LatentView {
  const rows = { bitmap: sections.basisBitmap!, rows: int8sOf(sections.basisRows!) };
  return { ...view, basis: spread(rows, Math.max(1, view.dimensions), new Int8Array(size)) };
}

function restoreTrainers(model: Model, meta: Meta, sections: Stored): void {
  model.trainers.forEach((old, i) => {
    const trainer = createTrainer(old.labels, old.settings, model.options.key, model.frequencies);
    const { counts, kin, mix, mixedAt, trials } = meta.trainers[i]!;
    trainer.machines.forEach(({ weights, outputs }, at) => {
      const rows = { bitmap: sections[`bitmap${i}.${at}`]!, rows: floatsOf(sections[`rows${i}.${at}`]!) };
      spread(rows, Math.max(1, outputs), weights);
    });
    restoreKin(trainer.prior, kin);
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

function restoreExamples(model: Model, meta: Meta, sections: Stored, features: readonly Reading[]): void {
  const tables = [floatsOf(sections.duals0!), floatsOf(sections.duals1!)] as const;
  const duals = (head: 0 | 1, at: number) => {
    const width = noDuals(model.trainers[head]).length;
    return tables[head].slice(at * width, (at + 1) * width);
  };
  meta.examples.forEach(({ id, labels }, at) => {
    const place = latentOf(model.view, vectorOf(features[at]!, model.trainers[0].weighting));
    const learned: Learned = {
      id,
      labels,
      features: features[at]!,
      duals: [duals(0, at), duals(1, at)],
      place,
    };
    model.examples.set(id, learned);
    recount(model, learned);
  });
}

/** Naive Bayes is a sum over messages and so not stored, but counted again. */
function recount(model: Model, { features, labels, place }: Learned): void {
  model.trainers.forEach((trainer, head) => {
    const label = labels[head]!;
    if (label >= 0) countAll(trainer, [withLatent(vectorOf(features, trainer.weighting), place)], [label]);
  });
}
