/** Claims about what a department is told to expect. */
import { expectationOf, shareOf } from "./expectation.ts";
import { featuresOf } from "./features.ts";
import { createModel, learn, learnAll, predictorOf, refit } from "./model.ts";
import { predict } from "./predictor.ts";
import { randomOf } from "./solver.ts";

const key = "a key for tests";
const of = (body: string) => featuresOf({ subject: "", body }, key);
const ids = ["delivery", "refund", "account", "praise"];
const options = { categories: ids.map((id) => ({ id, texts: [id] })), priorities: [], key, seed: 1 };

const topics = [
  "parcel courier box tracking shipment arrived",
  "money card charged bank amount invoice",
  "password login code locked profile email",
].map((line) => line.split(" "));
function mail(count: number, categoryOf: (topic: number, random: () => number) => string) {
  return Array.from({ length: count }, (_, i) => {
    const random = randomOf(i);
    const words = topics[i % 3]!;
    const body = [0, 1, 2].map(() => words[Math.floor(random() * words.length)]).join(" ");
    return { id: `m${i}`, features: of(body), category: categoryOf(i % 3, random) };
  });
}

test("clear mail is expected to be told apart, and a category nobody used is called thin", () => {
  const { accuracy, thin, overlaps, commonest } = expectationOf(
    options,
    mail(120, (topic) => ids[topic]!),
  );
  expect(accuracy.low).toBeGreaterThan(0.9);
  expect(accuracy.of).toBe(120);
  expect(commonest.share).toBeCloseTo(1 / 3, 2);
  expect(thin).toEqual(["praise"]);
  expect(overlaps).toEqual([]);
});

test("labels that were drawn by lot are expected to be right by luck only, and are said to overlap", () => {
  const { accuracy, overlaps } = expectationOf(
    options,
    mail(240, (topic, random) => (topic === 2 ? "account" : ids[Math.floor(random() * 2)]!)),
  );
  expect(accuracy.share).toBeLessThan(0.85);
  expect(overlaps[0]?.between).toEqual(["delivery", "refund"]);
});

test("what is expected of noisy mail is what mail kept apart then reaches", () => {
  const noisy = mail(900, (topic, random) => ids[random() < 0.25 ? Math.floor(random() * 3) : topic]!);
  const [learned, apart] = [noisy.slice(0, 300), noisy.slice(300)];
  const { accuracy } = expectationOf(options, learned);
  const model = createModel(options);
  learnAll(model, learned);
  const right = apart.filter(
    ({ features, category }) => predict(predictorOf(model), features).categories[0]!.id === category,
  ).length;
  const reached = right / apart.length;
  expect(reached).toBeGreaterThan(accuracy.low);
  expect(reached).toBeLessThan(accuracy.high);
  expect(accuracy.share).toBeLessThan(0.9);
});

test("the interval holds the share, narrows with more messages and never leaves 0 to 1", () => {
  for (const [hits, n] of [
    [0, 5],
    [5, 5],
    [50, 100],
    [500, 1000],
  ] as const) {
    const { share, low, high } = shareOf(hits, n);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(low).toBeLessThanOrEqual(share);
    expect(high).toBeGreaterThanOrEqual(share);
  }
  const width = (n: number) => shareOf(n / 2, n).high - shareOf(n / 2, n).low;
  expect(width(1000)).toBeLessThan(width(100));
});

test("learning many verdicts together gives the model that learning them one by one and refitting gives", () => {
  const examples = mail(60, (topic) => ids[topic]!);
  const together = createModel(options);
  learnAll(together, examples);
  const single = createModel(options);
  for (const one of examples) learn(single, one);
  refit(single);
  expect(predict(predictorOf(together), of("courier box"))).toEqual(
    predict(predictorOf(single), of("courier box")),
  );
});

test("many verdicts with one unknown label are all refused", () => {
  const model = createModel(options);
  const examples = mail(3, (topic) => ids[topic]!);
  expect(() => learnAll(model, [...examples, { ...examples[0]!, category: "toString" }])).toThrow(RangeError);
  expect(model.examples.size).toBe(0);
});
