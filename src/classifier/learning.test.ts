/** Learning, relabelling and forgetting in any order, with any words: properties. */
import fc from "fast-check";
import { bytesOf } from "./container.ts";
import { evidenceWords } from "./evidence.ts";
import { featuresOf } from "./features.ts";
import { createModel, forget, learn, type Model, observe, predictNow, predictorOf, refit } from "./model.ts";
import { contributions, predict } from "./predictor.ts";
import { randomOf } from "./solver.ts";

const key = "a key for tests";
const of = (body: string) => featuresOf({ subject: "", body }, key);
const ids = ["delivery", "refund", "account"] as const;
const fresh = () =>
  createModel({ categories: ids.map((id) => ({ id, texts: [id] })), priorities: [], key, seed: 3 });
const tables = (model: Model) =>
  model.trainers.flatMap(({ machines, bayes }) => [...machines.map(({ weights }) => weights), bayes.sums]);
const same = (one: Model, other: Model) =>
  tables(one).every((table, i) => Buffer.compare(bytesOf(table), bytesOf(tables(other)[i]!)) === 0);

const hostile = fc.constantFrom(
  "constructor",
  "__proto__",
  "toString",
  "\ud800",
  "\0",
  "\u202eabc",
  "1".repeat(999),
);
const word = fc.oneof(fc.constantFrom("parcel", "money", "password", "late", "back", "locked"), hostile);
const verdict = fc.record({
  id: fc.integer({ min: 0, max: 5 }).map((n) => `m${n}`),
  body: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
  category: fc.constantFrom(...ids),
});
const act = fc.oneof(
  { weight: 3, arbitrary: verdict },
  fc.record({ forgotten: fc.constantFrom("m0", "m1", "m2", "m3") }),
);

test("whatever was learned, relabelled and forgotten before, only what is held counts after a refit", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const lived = fresh();
      const held = new Map<string, { id: string; body: string; category: string }>();
      for (const one of acts) {
        if ("forgotten" in one) {
          forget(lived, one.forgotten);
          held.delete(one.forgotten);
        } else {
          learn(lived, { ...one, features: of(one.body) });
          held.delete(one.id);
          held.set(one.id, one);
        }
      }
      const direct = fresh();
      for (const one of [...held.values()].reverse()) learn(direct, { ...one, features: of(one.body) });
      refit(lived);
      refit(direct);
      expect(same(lived, direct)).toBe(true);
      const { categories } = predict(predictorOf(lived), of("parcel constructor"));
      expect(categories.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

/** Mail about three topics in many wordings, so that a latent view has something to find. */
const topics = [
  "parcel courier box tracking shipment arrived doorstep depot",
  "money card charged bank amount invoice pay paid",
  "password login code locked profile email access browser",
].map((line) => line.split(" "));
const filler = "hello please could you the this week about again thanks my and".split(" ");
const messageAt = (i: number) => {
  const random = randomOf(i);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  return [0, 1, 2].map(() => `${pick(filler)} ${pick(topics[i % 3]!)}`).join(" ");
};

function taught(verdicts: number, unanswered: number): Model {
  const model = fresh();
  for (let i = 0; i < verdicts; i++)
    learn(model, { id: `v${i}`, features: of(messageAt(i)), category: ids[i % 3]! });
  for (let i = verdicts; i < verdicts + unanswered; i++) observe(model, `u${i}`, of(messageAt(i)));
  refit(model);
  return model;
}

test("mail without verdicts helps to place words no verdict has shown", () => {
  const right = (model: Model) =>
    Array.from({ length: 300 }, (_, i) => i + 600).filter(
      (i) => predict(predictorOf(model), of(messageAt(i))).categories[0]!.id === ids[i % 3],
    ).length;
  expect(right(taught(6, 300))).toBeGreaterThan(right(taught(6, 0)) + 5);
});

test("observed mail that is forgotten leaves no trace after a refit", () => {
  const model = taught(9, 60);
  observe(model, "erased", of("a message about somebody's health"));
  refit(model);
  expect(forget(model, "erased")).toBe(true);
  refit(model);
  const never = taught(9, 60);
  expect(same(model, never)).toBe(true);
  expect(Buffer.compare(bytesOf(model.view.basis), bytesOf(never.view.basis))).toBe(0);
});

test("a prediction between two verdicts is the one the served model gives", () => {
  const model = taught(30, 60);
  for (let i = 300; i < 310; i++) {
    const live = predictNow(model, of(messageAt(i)));
    const served = new Map(
      predict(predictorOf(model), of(messageAt(i))).categories.map(({ id, probability }) => [
        id,
        probability,
      ]),
    );
    for (const { id, probability } of live.categories) expect(served.get(id)).toBeCloseTo(probability, 3);
  }
});

test("deleting the evidence lowers the category's probability", () => {
  const model = taught(60, 60);
  const predictor = predictorOf(model);
  const lowered = Array.from({ length: 60 }, (_, i) => messageAt(i + 400)).filter((body) => {
    const before = predict(predictor, of(body)).categories[0]!;
    const words = evidenceWords({ subject: "", body }, contributions(predictor, of(body), before.id), key, 2);
    const without = words.reduce((text, one) => text.replaceAll(one, " "), body);
    const after = predict(predictor, of(without)).categories.find(({ id }) => id === before.id)!;
    return words.length > 0 && after.probability < before.probability;
  });
  expect(lowered.length).toBeGreaterThanOrEqual(57);
});

/** Mail whose topic its words only hint at: every second word is any topic's. */
const doubtfulAt = (i: number) => {
  const random = randomOf(i + 10_000);
  const any = () => topics[Math.floor(random() * 3)]!;
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  return `${pick(topics[i % 3]!)} ${pick(any())} ${pick(any())} ${pick(filler)}`;
};

test("prediction sets hold the right label as often as they say, and grow with the doubt", () => {
  const model = fresh();
  for (let i = 0; i < 300; i++)
    learn(model, { id: `v${i}`, features: of(doubtfulAt(i)), category: ids[i % 3]! });
  refit(model);
  const predictor = predictorOf(model);
  const sets = (coverage: number) =>
    Array.from({ length: 600 }, (_, at) => {
      const i = at + 300;
      const { set } = predict(predictor, of(doubtfulAt(i)), coverage);
      return { holds: set.categories.includes(ids[i % 3]!), size: set.categories.length };
    });
  const share = (all: { holds: boolean }[]) => all.filter(({ holds }) => holds).length / all.length;
  const size = (all: { size: number }[]) => all.reduce((sum, one) => sum + one.size, 0) / all.length;
  // 600 messages tell a share to ±0.03, the 300 learned ones the level to about as much.
  for (const coverage of [0.8, 0.9]) expect(Math.abs(share(sets(coverage)) - coverage)).toBeLessThan(0.06);
  expect(size(sets(0.95))).toBeGreaterThan(size(sets(0.8)));
  expect(size(sets(0.8))).toBeGreaterThan(1);
});
