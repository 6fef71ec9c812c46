/** A department's model: categories and priorities learned from verdicts, each verdict exactly forgettable. */
import { packed, type Reading } from "./features.ts";
import type { Predictor } from "./predictor.ts";
import type { Described } from "./prior.ts";
import { type Duals, randomOf } from "./solver.ts";
import {
  createTrainer,
  headOf,
  improve,
  learnedOf,
  type Settings,
  type Trainer,
  takeOut,
  train,
  tryOut,
} from "./trainer.ts";
import { type DocumentFrequencies, frequenciesOf, vectorOf } from "./weighting.ts";

export type Priority = "low" | "normal" | "high" | "urgent";

/** What a model is made of. Labels keep their order; priorities go from low to urgent. */
export interface Taxonomy {
  readonly categories: readonly Described[];
  readonly priorities: readonly (Described & { readonly id: Priority })[];
}

export interface ModelOptions extends Taxonomy {
  /** The key the features were hashed with. */
  readonly key: string;
  /** Any integer: equal seed, equal verdicts, equal model. */
  readonly seed: number;
  readonly settings?: { readonly categories?: Partial<Settings>; readonly priorities?: Partial<Settings> };
}

/** One verdict to learn from; `id` names the message and is what `forget` takes. */
export interface Example {
  readonly id: string;
  readonly features: Reading;
  readonly category?: string;
  readonly priority?: string;
}

export interface Learned {
  readonly id: string;
  readonly features: Reading;
  readonly labels: readonly [number, number];
  readonly duals: readonly [Duals, Duals];
}

export interface Model {
  readonly options: ModelOptions;
  readonly trainers: [Trainer, Trainer];
  readonly examples: Map<string, Learned>;
  /** Mail seen without a verdict: it teaches how common words are. */
  readonly observed: Map<string, Reading>;
  /** Counts the turns of chance, so that a loaded model goes on as the saved one would have. */
  turn: number;
  /** How common each column is; frozen between refits, or stored duals would no longer fit. */
  frequencies: DocumentFrequencies;
  predictor?: Predictor | undefined;
}

export const categorySettings: Settings = {
  blocks: { words: 1, chars: 1, subject: 0.5, sender: 0.3, marks: 0 },
  power: 0.5,
  cost: 1,
  balance: 0.5,
};
export const prioritySettings: Settings = {
  blocks: { words: 1, chars: 1, subject: 0.5, sender: 0.3, marks: 0.3 },
  power: 0.5,
  cost: 0.3,
  balance: 0.5,
};
const stepsPerVerdict = 8;

/** A model that knows only the taxonomy. Predicts at once. */
export function createModel(options: ModelOptions): Model {
  const df = frequenciesOf([]);
  const { key, settings } = options;
  return {
    options,
    trainers: [
      createTrainer(options.categories, { ...categorySettings, ...settings?.categories }, key, df),
      createTrainer(options.priorities, { ...prioritySettings, ...settings?.priorities }, key, df),
    ],
    examples: new Map(),
    observed: new Map(),
    turn: 0,
    frequencies: df,
  };
}

function labelIn(labels: readonly Described[], id: string | undefined, noun: string): number {
  if (id === undefined) return -1;
  const at = labels.findIndex((label) => label.id === id);
  if (at < 0) throw new RangeError(`The model's taxonomy has no ${noun} "${id}".`);
  return at;
}

/**
 * Learns one verdict; an id learned before is relabelled. Under 2 ms: one exact step on this message and a
 * few on older ones. Throws RangeError for a label the taxonomy does not have.
 */
export function learn(model: Model, { id, features, category, priority }: Example): void {
  const labels = [
    labelIn(model.options.categories, category, "category"),
    labelIn(model.options.priorities, priority, "priority"),
  ] as const;
  forget(model, id);
  const { categories, priorities } = model.options;
  const duals = [new Float32Array(categories.length), new Float32Array(priorities.length)] as const;
  const learned: Learned = { id, features: packed(features), labels, duals };
  model.examples.set(id, learned);
  model.trainers.forEach((trainer, head) => {
    const label = labels[head]!;
    if (label < 0) return;
    const vector = vectorOf(learned.features, trainer.weighting);
    tryOut(trainer, vector, label);
    trainer.counts[label]!++;
    improve(trainer, vector, label, duals[head]!);
  });
  refine(model, stepsPerVerdict);
}

/** Coordinate steps on randomly drawn older messages: many small ones make a refit. */
export function refine(model: Model, steps: number): void {
  model.predictor = undefined;
  const all = [...model.examples.values()];
  const random = randomOf(model.options.seed + Math.imul(model.turn++, 0x9e3779b9));
  for (let i = 0; i < steps && all.length > 1; i++) {
    const example = all[Math.floor(random() * all.length)]!;
    model.trainers.forEach((trainer, head) => {
      const label = example.labels[head]!;
      if (label >= 0)
        improve(trainer, vectorOf(example.features, trainer.weighting), label, example.duals[head]!);
    });
  }
}

/** Takes a message's share out of the weights, learned or observed; true when it was known. */
export function forget(model: Model, id: string): boolean {
  const example = model.examples.get(id);
  model.predictor = undefined;
  if (!example) return model.observed.delete(id);
  model.trainers.forEach((trainer, head) => {
    const label = example.labels[head]!;
    const vector = vectorOf(example.features, trainer.weighting);
    if (label >= 0) takeOut(trainer, vector, label, example.duals[head]!);
  });
  model.observed.delete(id);
  return model.examples.delete(id);
}

/** Mail without a verdict: counts for document frequencies from the next refit on. */
export function observe(model: Model, id: string, features: Reading): void {
  if (!model.examples.has(id)) model.observed.set(id, packed(features));
}

/**
 * Builds everything anew from the messages held: the same messages and seed give the same model, bit for
 * bit, whatever was learned, relabelled or forgotten in between and in whatever order.
 */
export function refit(model: Model): void {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const examples = [...model.examples.values()].sort(byId);
  const df = frequenciesOf([...model.observed.values(), ...examples.map((example) => example.features)]);
  const { options } = model;
  model.frequencies = df;
  model.trainers.forEach((old, head) => {
    const trainer = createTrainer(old.labels, old.settings, options.key, df);
    const mine = examples.filter((example) => example.labels[head]! >= 0);
    const vectors = mine.map((example) => vectorOf(example.features, trainer.weighting));
    const labels = mine.map((example) => example.labels[head]!);
    train(
      trainer,
      vectors,
      labels,
      mine.map((example) => example.duals[head]!),
      options.seed + head,
    );
    model.trainers[head] = trainer;
  });
  model.predictor = undefined;
}

/** The model as of now, for predicting; a few milliseconds after a change, free otherwise. */
export function predictorOf(model: Model): Predictor {
  const [categories, priorities] = model.trainers;
  model.predictor ??= {
    categories: headOf(categories),
    priorities: headOf(priorities),
    learned: learnedOf(categories),
  };
  return model.predictor;
}
