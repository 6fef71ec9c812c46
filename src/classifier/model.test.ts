/** Claims about learning and forgetting. */
import { bytesOf } from "./container.ts";
import { featuresOf } from "./features.ts";
import { createModel, forget, learn, type Model, predictorOf, refit } from "./model.ts";
import { predict } from "./predictor.ts";

const key = "a key for tests";
const of = (body: string) => featuresOf({ subject: "", body }, key);

const categories = [
  { id: "refund", texts: ["Refunds", "I want my money back", "refund of an order"] },
  { id: "delivery", texts: ["Delivery", "my parcel did not arrive", "late shipment"] },
  { id: "account", texts: ["Account", "I cannot log in", "reset my password"] },
];
const priorities = [
  { id: "low" as const, texts: ["no hurry"] },
  { id: "normal" as const, texts: [] },
  { id: "high" as const, texts: ["as soon as possible"] },
  { id: "urgent" as const, texts: ["immediately", "everything is down"] },
];
const fresh = () => createModel({ categories, priorities, key, seed: 7 });

const mail: readonly [string, string, string][] = [
  ["the courier lost it", "delivery", "normal"],
  ["tracking says in transit for a week", "delivery", "high"],
  ["please transfer the amount to my bank", "refund", "normal"],
  ["charged twice on my card", "refund", "high"],
  ["two factor code never comes", "account", "urgent"],
  ["locked out of my profile", "account", "low"],
  ["courier left the box outside", "delivery", "low"],
  ["card was charged, cancel it", "refund", "normal"],
];
const teach = (model: Model, order = mail.map((_, i) => i)) => {
  for (const i of order) {
    const [body, category, priority] = mail[i]!;
    learn(model, { id: `m${i}`, features: of(body), category, priority });
  }
  return model;
};
const tables = (model: Model) =>
  model.trainers.flatMap(({ machines, bayes }) => [...machines.map(({ weights }) => weights), bayes.sums]);
/** Equal bit for bit; compared as bytes, since a matcher would walk millions of numbers. */
const same = (one: Model, other: Model) =>
  tables(one).every((table, i) => Buffer.compare(bytesOf(table), bytesOf(tables(other)[i]!)) === 0);

test("a new model already knows what the taxonomy says", () => {
  const [first] = predict(predictorOf(fresh()), of("I forgot my password and cannot log in")).categories;
  expect(first?.id).toBe("account");
  expect(first?.probability).toBeGreaterThan(0.5);
});

test("probabilities of categories and priorities each sum to one, and descend", () => {
  const { categories, priorities } = predict(predictorOf(teach(fresh())), of("charged for a lost parcel"));
  for (const ranked of [categories, priorities]) {
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
    expect(ranked.every((one, i) => i === 0 || one.probability <= ranked[i - 1]!.probability)).toBe(true);
  }
});

test("what was learned is known: new words point to the category they were corrected to", () => {
  const before = predict(predictorOf(fresh()), of("the courier again"));
  const after = predict(predictorOf(teach(fresh())), of("the courier again"));
  const p = (prediction: typeof before) =>
    prediction.categories.find(({ id }) => id === "delivery")!.probability;
  expect(p(after)).toBeGreaterThan(p(before));
});

test("a forgotten message leaves no trace after a refit", () => {
  const never = fresh();
  teach(never, [0, 1, 2, 3, 4, 5]);
  const forgot = teach(fresh());
  expect(same(forgot, never)).toBe(false);
  forget(forgot, "m6");
  forget(forgot, "m7");
  refit(never);
  refit(forgot);
  expect(same(forgot, never)).toBe(true);
});

test("forgetting the only message empties the weights at once", () => {
  const model = fresh();
  teach(model, [0]);
  expect(forget(model, "m0")).toBe(true);
  for (const table of tables(model))
    expect(table.every((weight: number) => Math.abs(weight) < 1e-6)).toBe(true);
});

test("after a refit the order of learning does not matter", () => {
  const one = teach(fresh());
  const other = teach(fresh(), [7, 3, 1, 5, 0, 2, 6, 4]);
  refit(one);
  refit(other);
  expect(same(other, one)).toBe(true);
});

test("learning a message again with another label is forgetting it and learning it anew", () => {
  const relabelled = teach(fresh());
  learn(relabelled, { id: "m0", features: of(mail[0]![0]), category: "account", priority: "urgent" });
  const direct = teach(fresh(), [1, 2, 3, 4, 5, 6, 7]);
  learn(direct, { id: "m0", features: of(mail[0]![0]), category: "account", priority: "urgent" });
  refit(relabelled);
  refit(direct);
  expect(same(relabelled, direct)).toBe(true);
});

test("a label the taxonomy does not have is refused and nothing is learned", () => {
  const model = teach(fresh());
  expect(() => learn(model, { id: "m0", features: of("x"), category: "constructor" })).toThrow(RangeError);
  expect(model.examples.get("m0")?.labels).toEqual([1, 1]);
});

test("a verdict on the category alone teaches the category alone", () => {
  const model = fresh();
  learn(model, { id: "a", features: of("courier"), category: "delivery" });
  for (const { weights } of model.trainers[1].machines)
    expect(weights.every((weight) => weight === 0)).toBe(true);
});
