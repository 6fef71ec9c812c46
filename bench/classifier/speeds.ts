/** How long features, scoring, one learned verdict and a refit of 10,000 take, and how long a file takes to load. */
import { featuresOf, type MessageText } from "../../src/classifier/features.ts";
import { createModel, learn, learnAll, type Model, predictorOf } from "../../src/classifier/model.ts";
import { type Predictor, predict } from "../../src/classifier/predictor.ts";
import { loadPredictor, serialisePredictor } from "../../src/classifier/predictorFile.ts";
import type { Row } from "../../src/classifier/replayRows.ts";
import { median } from "../figures.ts";
import { key } from "./mail.ts";

const clock = () => performance.now();

/** Medians in µs over messages of middling length, after a warm-up. */
export function microsOf(predictor: Predictor, messages: readonly MessageText[]) {
  const size = ({ subject, body }: MessageText) => subject.length + body.length;
  const middle = [...messages].sort((a, b) => size(a) - size(b));
  const some = middle.slice(Math.floor(middle.length * 0.4), Math.ceil(middle.length * 0.6));
  for (let round = 0; round < 5; round++) for (const one of some) predict(predictor, featuresOf(one, key));
  const timed = some.map((message) => {
    const start = clock();
    const features = featuresOf(message, key);
    const read = clock();
    predict(predictor, features);
    return { features: (read - start) * 1000, scoring: (clock() - read) * 1000 };
  });
  return {
    features: median(timed.map((one) => one.features)),
    scoring: median(timed.map((one) => one.scoring)),
  };
}

/** Of a refit: what a clock says, and what the processor was kept busy for, which other work on the machine hardly changes. */
export interface Refit {
  readonly messages: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

export interface Training extends Refit {
  readonly learnMs: number;
  readonly bytes: number;
  readonly loadMs: number;
}

function refitted(rows: readonly Row[]): { model: Model; took: Refit } {
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  const categories = labels.map((id) => ({ id, texts: [id] }));
  const model = createModel({ categories, priorities: [], key, seed: 1 });
  const busy = process.cpuUsage();
  const start = clock();
  learnAll(
    model,
    rows.map(({ id, features, label }) => ({ id, features, category: label })),
  );
  const seconds = (clock() - start) / 1000;
  const { user, system } = process.cpuUsage(busy);
  return { model, took: { messages: rows.length, seconds, cpuSeconds: (user + system) / 1e6 } };
}

/** One model of categories on all rows, thrown away. */
export const refitOf = (rows: readonly Row[]): Refit => refitted(rows).took;

/** One model of categories on the first `most` rows; then single verdicts learned on top of it. */
export function trainingOf(rows: readonly Row[], most: number): Training {
  const { model, took } = refitted(rows.slice(0, most));
  const examples = rows.map(({ id, features, label }) => ({ id, features, category: label }));
  const learned = examples.slice(most, most + 300).map((one) => {
    const from = clock();
    learn(model, one);
    return clock() - from;
  });
  const file = serialisePredictor(predictorOf(model));
  const loads = [0, 1, 2, 3, 4].map(() => {
    const from = clock();
    loadPredictor(file);
    return clock() - from;
  });
  return {
    ...took,
    learnMs: median(learned),
    bytes: file.length,
    loadMs: median(loads),
  };
}
