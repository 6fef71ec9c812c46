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
import type { Field, Mail, Row } from "./replayRows.ts";

/** A clock in milliseconds. */
export type Clock = () => number;

export interface ReplayOptions {
  readonly field: Field;
  readonly key: string;
  readonly seed: number;
  readonly clock: Clock;
  /** Definitions and phrases of labels; labels found in the mail but not here have only their name. */
  readonly described?: readonly Described[];
  /** Mail of the same department without labels, to be observed. */
  readonly unlabelled?: readonly Mail[];
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

/** How pressing the usual names of priorities are; others are left in the order of their names. */
const urgency: Readonly<Record<string, number>> = {
  trivial: 0,
  lowest: 0,
  low: 1,
  minor: 1,
  normal: 2,
  medium: 2,
  major: 3,
  high: 3,
  highest: 4,
  urgent: 4,
  critical: 5,
  blocker: 6,
};

const byName = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** Labels in the taxonomy's order, priorities from low to urgent, others by name. */
export function labelsOf(rows: readonly Row[], { field, described = [] }: ReplayOptions): Described[] {
  const known = new Map(described.map((label) => [label.id, label]));
  const found = [...new Set([...known.keys(), ...rows.map((row) => row.label)])];
  const place = (id: string) => (field === "priority" ? (urgency[id.toLowerCase()] ?? 0) : 0);
  found.sort((a, b) => place(a) - place(b) || byName(a, b));
  return found.map((id) => known.get(id) ?? { id, texts: [id.replace(/[_-]+/g, " ")] });
}

/** A row as a verdict: on the priority, or on the category. */
const exampleOf = ({ id, features, label }: Row, field: Field) =>
  field === "priority" ? { id, features, priority: label } : { id, features, category: label };

/** Labels that only the test mail has: the model cannot say them, and is wrong each time. */
function withUnheard(labels: readonly Described[], test: readonly Row[]): Described[] {
  const heard = new Set(labels.map(({ id }) => id));
  const unheard = new Set(test.map(({ label }) => label).filter((label) => !heard.has(label)));
  return [...labels, ...[...unheard].map((id) => ({ id, texts: [] }))];
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
  for (const { id, features } of options.unlabelled ?? []) observe(model, `unlabelled ${id}`, features);
  learnAll(
    model,
    train.map((row) => exampleOf(row, options.field)),
  );
  return serialisePredictor(predictorOf(model));
}

/** Learns all of `train`, writes and loads the compact model, and measures that on `test`. */
export function replay(train: readonly Row[], test: readonly Row[], options: ReplayOptions): ReplayReport {
  const { field, clock } = options;
  const labels = withUnheard(labelsOf(train, options), test);
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
  rows.forEach((row, i) => {
    const outcome = outcomeOf(predictNow(model, row.features), options.field, labels, row.label);
    since.push(outcome);
    whole.push(outcome);
    learn(model, exampleOf(row, options.field));
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
  const known = labelsOf(train, options);
  const labels = withUnheard(known, test);
  const model = emptyModel(known, options);
  for (const { id, features } of train) observe(model, id, features);
  return ns.flatMap((after, i) => {
    if (after > train.length) return [];
    for (const row of train.slice(i > 0 ? ns[i - 1]! : 0, after)) learn(model, exampleOf(row, options.field));
    refit(model);
    const predictor = predictorOf(model);
    const outcomes = test.map(({ features, label }) =>
      outcomeOf(predict(predictor, features), options.field, labels, label),
    );
    return [{ after, ...figuresOf(outcomes) }];
  });
}
