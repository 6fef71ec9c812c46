/** Replays: train on one stretch of labelled mail and test on another, or predict each message before learning it. */
import { abstentionCurve, type Figures, figuresOf, type Outcome } from "./measure.ts";
import {
  createModel,
  learn,
  learnAll,
  type Model,
  observe,
  type Priority,
  predictNow,
  predictorOf,
  refit,
} from "./model.ts";
import { type Prediction, predict } from "./predictor.ts";
import { loadPredictor, serialisePredictor } from "./predictorFile.ts";
import type { Described } from "./prior.ts";
import type { Field, Row } from "./replayRows.ts";

/** A clock in milliseconds. */
export type Clock = () => number;

export interface ReplayOptions {
  readonly field: Field;
  readonly key: string;
  readonly seed: number;
  readonly clock: Clock;
  /** Definitions and phrases of labels; labels found in the mail but not here have only their name. */
  readonly described?: readonly Described[];
}

export interface ReplayReport extends Figures {
  readonly trainSeconds: number;
  /** Median over the messages, after a warm-up. */
  readonly scoreMicros: number;
  readonly modelBytes: number;
  /** Share of messages whose 90 % prediction set holds the right label, and the mean size of the sets. */
  readonly setCoverage: number;
  readonly setSize: number;
  readonly abstention: { answered: number; accuracy: number }[];
}

const priorityOrder = ["low", "normal", "high", "urgent"];

/** Labels in the taxonomy's order, priorities from low to urgent, others by name. */
export function labelsOf(rows: readonly Row[], { field, described = [] }: ReplayOptions): Described[] {
  const known = new Map(described.map((label) => [label.id, label]));
  const found = [...new Set([...known.keys(), ...rows.map((row) => row.label)])];
  const place = (id: string) => (field === "priority" ? priorityOrder.indexOf(id) : 0);
  found.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return found.map((id) => known.get(id) ?? { id, texts: [id.replace(/[_-]+/g, " ")] });
}

export function emptyModel(labels: readonly Described[], { field, key, seed }: ReplayOptions): Model {
  const priorities = labels as (Described & { id: Priority })[];
  return field === "priority"
    ? createModel({ categories: [], priorities, key, seed })
    : createModel({ categories: labels, priorities: [], key, seed });
}

const rankedOf = (prediction: Prediction, field: Field) =>
  field === "priority" ? prediction.priorities : prediction.categories;

const setOf = (prediction: Prediction, field: Field) =>
  field === "priority" ? prediction.set.priorities : prediction.set.categories;

function outcomeOf(
  prediction: Prediction,
  field: Field,
  labels: readonly Described[],
  label: string,
): Outcome {
  const shares = new Map(rankedOf(prediction, field).map(({ id, probability }) => [id, probability]));
  return {
    probabilities: labels.map(({ id }) => shares.get(id) ?? 0),
    truth: labels.findIndex(({ id }) => id === label),
  };
}

const warmUp = 200;

const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** The compact model of all of `train`, as it would be served. */
export function fileOf(train: readonly Row[], options: ReplayOptions): Uint8Array<ArrayBuffer> {
  const model = emptyModel(labelsOf(train, options), options);
  const examples = train.map(({ id, features, label }) => ({ id, features, [options.field]: label }));
  learnAll(model, examples);
  return serialisePredictor(predictorOf(model));
}

/** Learns all of `train`, writes and loads the compact model, and measures that on `test`. */
export function replay(train: readonly Row[], test: readonly Row[], options: ReplayOptions): ReplayReport {
  const { field, clock } = options;
  const labels = labelsOf(train, options);
  const start = clock();
  const file = fileOf(train, options);
  const trained = clock();
  const predictor = loadPredictor(file);
  for (const { features } of test.slice(0, warmUp)) predict(predictor, features);
  const micros: number[] = [];
  const predictions = test.map(({ features }) => {
    const from = clock();
    const prediction = predict(predictor, features);
    micros.push((clock() - from) * 1000);
    return prediction;
  });
  const outcomes = predictions.map((one, i) => outcomeOf(one, field, labels, test[i]!.label));
  const sets = predictions.map((one) => setOf(one, field));
  const count = Math.max(1, test.length);
  return {
    ...figuresOf(outcomes),
    trainSeconds: (trained - start) / 1000,
    scoreMicros: medianOf(micros),
    modelBytes: file.length,
    setCoverage: sets.filter((set, i) => set.includes(test[i]!.label)).length / count,
    setSize: sets.reduce((sum, set) => sum + set.length, 0) / count,
    abstention: abstentionCurve(outcomes),
  };
}

export interface StreamPoint extends Figures {
  /** Verdicts learned so far; the figures are of the messages since the point before. */
  readonly after: number;
}

const stops = [10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000];

/** Predicts each message, then learns it; a refit at every stop of the curve. Labels must be known beforehand. */
export function stream(
  rows: readonly Row[],
  options: ReplayOptions,
): { points: StreamPoint[]; whole: Figures } {
  const labels = labelsOf(rows, options);
  const model = emptyModel(labels, options);
  const points: StreamPoint[] = [];
  const whole: Outcome[] = [];
  let since: Outcome[] = [];
  rows.forEach(({ id, features, label }, i) => {
    const outcome = outcomeOf(predictNow(model, features), options.field, labels, label);
    since.push(outcome);
    whole.push(outcome);
    learn(model, { id, features, [options.field]: label });
    if (!stops.includes(i + 1) && i + 1 !== rows.length) return;
    points.push({ after: i + 1, ...figuresOf(since) });
    since = [];
    refit(model);
  });
  return { points, whole: figuresOf(whole) };
}

/** The learning curve on mail apart: after n verdicts, drawn in the given order, the figures on all of `test`. */
export function learningCurve(
  train: readonly Row[],
  test: readonly Row[],
  options: ReplayOptions,
  ns: readonly number[] = stops,
): StreamPoint[] {
  const labels = labelsOf(train, options);
  const model = emptyModel(labels, options);
  for (const { id, features } of train) observe(model, id, features);
  return ns.flatMap((after, i) => {
    if (after > train.length) return [];
    for (const { id, features, label } of train.slice(i > 0 ? ns[i - 1]! : 0, after))
      learn(model, { id, features, [options.field]: label });
    refit(model);
    const predictor = predictorOf(model);
    const outcomes = test.map(({ features, label }) =>
      outcomeOf(predict(predictor, features), options.field, labels, label),
    );
    return [{ after, ...figuresOf(outcomes) }];
  });
}
