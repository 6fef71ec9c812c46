/** Claims about what unlabelled mail adds to the taxonomy's texts. */
import { featuresOf } from "./features.ts";
import { createModel, type Model, observe, predictorOf, refit } from "./model.ts";
import { loadModel, serialise } from "./modelFile.ts";
import { predict } from "./predictor.ts";
import { randomOf } from "./solver.ts";

const key = "a key";
const of = (body: string) => featuresOf({ subject: "", body }, key);
/** Words of no language. The first of each stand in the taxonomy's texts, the rest only in mail. */
const topics = [
  ["zorvel", "quampi", "brintak", "holdew", "vesculm", "jorpa"],
  ["miglan", "teshov", "drukeny", "plaswif", "ombrika", "skeel"],
  ["fardoz", "nubliq", "whemsta", "cygrot", "yaxpil", "gluven"],
];
const ids = ["delivery", "payment", "account"];
const mailAbout = (topic: number, from: number, seed: number) => {
  const random = randomOf(seed);
  const words = topics[topic]!.slice(from);
  return [0, 1, 2].map(() => words[Math.floor(random() * words.length)]).join(" ");
};

function started(unanswered: number): Model {
  const categories = ids.map((id, k) => ({ id, texts: topics[k]!.slice(0, 2) }));
  const model = createModel({ categories, priorities: [], key, seed: 1 });
  for (let i = 0; i < unanswered; i++) observe(model, `m${i}`, of(mailAbout(i % 3, 0, i)));
  refit(model);
  return model;
}

/** Of 150 messages without a word of the texts. */
const rightOf = (model: Model) =>
  Array.from({ length: 150 }, (_, i) => i).filter(
    (i) => predict(predictorOf(model), of(mailAbout(i % 3, 2, 1_000 + i))).categories[0]!.id === ids[i % 3],
  ).length;

test("with mail nobody answered, words that stand in no definition are placed before the first verdict", () => {
  expect(rightOf(started(0))).toBeLessThan(90);
  expect(rightOf(started(300))).toBeGreaterThan(135);
});

test("a model file says at the start what the model said", () => {
  const model = started(300);
  const again = loadModel(serialise(model), key);
  for (let i = 0; i < 20; i++) {
    const features = of(mailAbout(i % 3, 2, 2_000 + i));
    expect(predict(predictorOf(again), features)).toEqual(predict(predictorOf(model), features));
  }
});
