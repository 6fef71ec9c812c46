/** What is said of a learned message without its label is not what was learned from it. */
import { featuresOf } from "./features.ts";
import { createModel, learn, type Model, predictorOf, refit } from "./model.ts";
import { predict } from "./predictor.ts";
import { unseenOf } from "./unseen.ts";

const key = "k".repeat(32);
const reading = (text: string) => featuresOf({ subject: text, body: "" }, key);

function modelOf(texts: readonly [string, string][]): Model {
  const categories = ["billing", "delivery"].map((id) => ({ id, texts: [id] }));
  const priorities = (["low", "normal", "high", "urgent"] as const).map((id) => ({ id, texts: [id] }));
  const model = createModel({ categories, priorities, key, seed: 1 });
  texts.forEach(([text, category], i) => {
    learn(model, { id: `m${i}`, features: reading(text), category, priority: "normal" });
  });
  return model;
}

const alike = Array.from({ length: 10 }, (_, i): [string, string] =>
  i % 2 ? [`refund of invoice ${i}`, "billing"] : [`parcel lost ${i}`, "delivery"],
);

test("a label that contradicts all others is learned, and not repeated where it was left out", () => {
  const odd = alike.length;
  const model = modelOf([...alike, ["zebra crossing", "billing"], ["refund of invoice", "delivery"]]);
  refit(model, new Set([`m${odd + 1}`]));
  const unseen = new Map(unseenOf(model).map((one) => [one.id, one]));
  expect(unseen.size).toBe(12);
  expect(predict(predictorOf(model), reading("zebra crossing")).categories[0]!.id).toBe("billing");
  expect(unseen.get(`m${odd + 1}`)!.category).toBe("billing");
  expect(unseen.get("m0")!.category).toBe("delivery");
  expect(unseen.get("m1")).toMatchObject({ category: "billing", priority: "normal" });
});

test("every answer carries a probability, and the same messages give the same answers", () => {
  const [one, other] = [modelOf(alike), modelOf(alike)].map((model) => {
    refit(model);
    return unseenOf(model);
  });
  expect(one).toEqual(other);
  for (const { probability } of one!) expect(probability).toBeGreaterThan(0.5);
});
