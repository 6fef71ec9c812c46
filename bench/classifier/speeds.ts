/** How long features, scoring, one learned verdict and a refit of 10,000 take, and how long a file takes to load. */
import { featuresOf, type MessageText } from "../../src/classifier/features.ts";
import { createModel, learn, learnAll, predictorOf } from "../../src/classifier/model.ts";
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

export interface Training {
  readonly messages: number;
  readonly refitSeconds: number;
  readonly learnMs: number;
  readonly bytes: number;
  readonly loadMs: number;
}

/** One model of categories on the first `most` rows; then single verdicts learned on top of it. */
export function trainingOf(rows: readonly Row[], most: number): Training {
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  const model = createModel({
    categories: labels.map((id) => ({ id, texts: [id] })),
    priorities: [],
    key,
    seed: 1,
  });
  const examples = rows.map(({ id, features, label }) => ({ id, features, category: label }));
  const start = clock();
  learnAll(model, examples.slice(0, most));
  const refitSeconds = (clock() - start) / 1000;
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
    messages: Math.min(most, rows.length),
    refitSeconds,
    learnMs: median(learned),
    bytes: file.length,
    loadMs: median(loads),
  };
}
