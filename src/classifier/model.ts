/** A department's model: categories and priorities learned from verdicts, each verdict exactly forgettable. */

import { strangenessOf } from "./calibration.ts";
import { leanOf } from "./decision.ts";
import { packed, type Reading } from "./features.ts";
import { headOf } from "./folding.ts";
import { addEcho, addKinship } from "./kinship.ts";
import { type LatentView, latentOf, latentView, noLatentView, withLatent } from "./latent.ts";
import { type Prediction, type Predictor, predictionFrom } from "./predictor.ts";
import type { Described } from "./prior.ts";
import { categorySettings, prioritySettings, type Settings } from "./settings.ts";
import { type Duals, randomOf } from "./solver.ts";
import {
  createTrainer,
  improve,
  learnedOf,
  learnOne,
  liveLogits,
  noDuals,
  type Trainer,
  takeOut,
  train,
} from "./trainer.ts";
import { type DocumentFrequencies, frequenciesOf, type Vector, vectorOf } from "./weighting.ts";

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
  /** Where the message lies in the latent view its duals were learned under. */
  place: Float32Array;
}

export interface Model {
  readonly options: ModelOptions;
  readonly trainers: [Trainer, Trainer];
  readonly examples: Map<string, Learned>;
  /** Mail seen without a verdict: it teaches how common words are and which go together. */
  readonly observed: Map<string, Reading>;
  /** Counts the turns of chance, so that a loaded model goes on as the saved one would have. */
  turn: number;
  /** How common each column is, and the latent view; frozen between refits, or stored duals would not fit. */
  frequencies: DocumentFrequencies;
  view: LatentView;
  predictor?: Predictor | undefined;
}

const stepsPerVerdict = 8;
const nowhere = new Float32Array(0);

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
    view: noLatentView,
  };
}

function labelIn(labels: readonly Described[], id: string | undefined, noun: string): number {
  if (id === undefined) return -1;
  const at = labels.findIndex((label) => label.id === id);
  if (at < 0) throw new RangeError(`The model's taxonomy has no ${noun} "${id}".`);
  return at;
}

const vectorFor = ({ weighting }: Trainer, features: Reading, place: Float32Array): Vector =>
  withLatent(vectorOf(features, weighting), place);

/**
 * Learns one verdict; an id learned before is relabelled. Under 2 ms: one exact step on this message and a
 * few on older ones. Throws RangeError for a label the taxonomy does not have, and then learns nothing.
 */
export function learn(model: Model, { id, features, category, priority }: Example): void {
  const labels = [
    labelIn(model.options.categories, category, "category"),
    labelIn(model.options.priorities, priority, "priority"),
  ] as const;
  forget(model, id);
  const duals = [noDuals(model.trainers[0]), noDuals(model.trainers[1])] as const;
  const place = latentOf(model.view, vectorOf(features, model.trainers[0].weighting));
  const learned: Learned = { id, features: packed(features), labels, duals, place };
  model.examples.set(id, learned);
  model.trainers.forEach((trainer, head) => {
    const label = labels[head]!;
    if (label >= 0) learnOne(trainer, vectorFor(trainer, learned.features, place), label, duals[head]!);
  });
  refine(model, stepsPerVerdict);
}

/**
 * Learns many verdicts together, with one `refit` at the end: the same model as learning them one by one and refitting,
 * without the steps between. Throws RangeError for the first label the taxonomy does not have, and then learns nothing.
 *
 * @param judged as for `refit`
 */
export function learnAll(
  model: Model,
  examples: readonly Example[],
  judged: ReadonlySet<string> = new Set(),
): void {
  const learned = examples.map(({ id, features, category, priority }): Learned => {
    const labels = [
      labelIn(model.options.categories, category, "category"),
      labelIn(model.options.priorities, priority, "priority"),
    ] as const;
    const duals = [noDuals(model.trainers[0]), noDuals(model.trainers[1])] as const;
    return { id, features: packed(features), labels, duals, place: nowhere };
  });
  for (const one of learned) {
    model.examples.set(one.id, one);
    model.observed.delete(one.id);
  }
  refit(model, judged);
}

/** Coordinate steps on randomly drawn older messages: many small ones make a refit. */
export function refine(model: Model, steps: number): void {
  model.predictor = undefined;
  const all = [...model.examples.values()];
  const random = randomOf(model.options.seed + Math.imul(model.turn++, 0x9e3779b9));
  for (let i = 0; i < steps && all.length > 1; i++) {
    const { features, labels, duals, place } = all[Math.floor(random() * all.length)]!;
    model.trainers.forEach((trainer, head) => {
      const label = labels[head]!;
      if (label >= 0) improve(trainer, vectorFor(trainer, features, place), label, duals[head]!);
    });
  }
}

/** Takes a message's share out of the weights, learned or observed; true when it was known. */
export function forget(model: Model, id: string): boolean {
  const example = model.examples.get(id);
  model.predictor = undefined;
  if (!example) return model.observed.delete(id);
  const { features, labels, duals, place } = example;
  model.trainers.forEach((trainer, head) => {
    const label = labels[head]!;
    if (label >= 0) takeOut(trainer, vectorFor(trainer, features, place), label, duals[head]!);
  });
  model.observed.delete(id);
  return model.examples.delete(id);
}

/** Mail without a verdict: counts for word frequencies and the latent view from the next refit on. */
export function observe(model: Model, id: string, features: Reading): void {
  if (!model.examples.has(id)) model.observed.set(id, packed(features));
}

/**
 * Builds everything anew from the messages held: the same messages and seed give the same model, bit for
 * bit, whatever was learned, relabelled or forgotten in between and in whatever order.
 *
 * @param judged messages that `unseenOf` should answer for first, where not all can be cross-validated
 */
export function refit(model: Model, judged: ReadonlySet<string> = new Set()): void {
  const { options, trainers } = model;
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const examples = [...model.examples.values()].sort(byId);
  const others = [...model.observed].map(([id, features]) => ({ id, features }));
  const all = [...examples, ...others].sort(byId);
  model.frequencies = frequenciesOf(all.map(({ features }) => features));
  trainers.forEach((old, head) => {
    trainers[head] = createTrainer(old.labels, old.settings, options.key, model.frequencies);
  });
  const mail = new Map(all.map(({ id, features }) => [id, vectorOf(features, trainers[0].weighting)]));
  model.view = latentView([...mail.values()], examples.length, options.seed);
  lookThroughView(model, [...mail.values()]);
  for (const one of examples) one.place = latentOf(model.view, mail.get(one.id)!);
  trainers.forEach((trainer, head) => {
    const mine = examples.filter(({ labels }) => labels[head]! >= 0);
    const seen = mine.map(({ id, features, place }) => {
      const read = head === 0 ? mail.get(id) : undefined;
      mail.delete(id); // Ten thousand long messages are heavy: none is held twice.
      return read ? withLatent(read, place) : vectorFor(trainer, features, place);
    });
    const duals = mine.map((one) => one.duals[head]!);
    const labels = mine.map((one) => one.labels[head]!);
    const first = new Set(mine.flatMap(({ id }, i) => (judged.has(id) ? [i] : [])));
    train(trainer, seen, labels, duals, options.seed + head, first);
  });
  model.predictor = undefined;
}

/** Lets the department's mail speak for the taxonomy's texts. */
function lookThroughView({ options: { key }, trainers, view }: Model, mail: readonly Vector[]): void {
  if (view.dimensions === 0) return;
  for (const { settings, prior, labels } of trainers) {
    if (!settings.topical) continue;
    addKinship(prior, labels, key, trainers[0].weighting, view);
    addEcho(prior, labels.length, mail, view);
  }
}

/** The model as of now, for serving: a fraction of a second after a change, free otherwise. */
export function predictorOf(model: Model): Predictor {
  const [categories, priorities] = model.trainers;
  model.predictor ??= {
    categories: headOf(categories, model.view),
    priorities: headOf(priorities, model.view),
    learned: learnedOf(categories),
  };
  return model.predictor;
}

/** What the model says of a message between two verdicts, without building a predictor first. */
export function predictNow(model: Model, features: Reading, coverage = 0.9): Prediction {
  const [categories, priorities] = model.trainers.map((trainer) => {
    const plain = vectorOf(features, trainer.weighting);
    const logits = liveLogits(trainer, withLatent(plain, latentOf(model.view, plain)));
    const strangeness = strangenessOf(trainer.trials, trainer.mix);
    const lean = leanOf(trainer.counts, trainer.settings.lean);
    return { labels: trainer.labels.map(({ id }) => id), logits, strangeness, lean };
  });
  return predictionFrom(categories!, priorities!, learnedOf(model.trainers[0]), coverage);
}
