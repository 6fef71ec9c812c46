/** Claims about the words shown as reasons. */
import { evidenceWords } from "./evidence.ts";
import { featuresOf } from "./features.ts";
import { createModel, learnAll, predictorOf } from "./model.ts";
import { contributions, predict } from "./predictor.ts";

const key = "a key for tests";
const predictor = predictorOf(
  createModel({
    categories: [
      { id: "refund", texts: ["I want my money back", "refund", "退款申请"] },
      { id: "delivery", texts: ["my parcel did not arrive", "late shipment"] },
    ],
    priorities: [],
    key,
    seed: 1,
  }),
);
const explain = (body: string, subject = "") => {
  const message = { subject, body };
  const features = featuresOf(message, key);
  const top = predict(predictor, features).categories[0]!.id;
  return evidenceWords(message, contributions(predictor, features, top), key);
};

test("evidence is spelt as in the message", () => {
  expect(explain("Good morning. REFUND please, Mr. Miller.")).toContain("REFUND");
});

test("words that belong together are shown together", () => {
  expect(explain("Could I get my Money Back this week?")).toContainEqual(
    expect.stringMatching(/Money Back$/),
  );
});

test("pairs of characters are shown as the run they come from", () => {
  expect(explain("您好，退款申请，谢谢")).toContain("退款申请");
});

test("a message without a telling word has no evidence", () => {
  expect(explain("")).toEqual([]);
  expect(explain("plugh")).toEqual([]);
});

test("evidence is at most five entries, each standing in the message", () => {
  const body =
    "Refund! money back, refund of parcel money, want want Refund back I want my money and my parcel";
  const words = explain(body);
  expect(words.length).toBeLessThanOrEqual(5);
  for (const word of words) expect(body).toContain(word);
});

test("every reason can be seen: what an emoji leaves behind is none", () => {
  const message = { subject: "☎️☎️", body: "❤️ refund ❤️" };
  const { words } = featuresOf(message, key);
  const everything = words.ids.map((id) => ({ block: "words" as const, id, weight: 1 }));
  const shown = evidenceWords(message, everything, key);
  expect(shown).toContain("refund");
  for (const word of shown) expect(word).toMatch(/[^\p{M}\s]/u);
});

test("little words and words far behind the strongest are no reasons while better ones stand there", () => {
  const message = { subject: "", body: "The VPN and our router" };
  const { words } = featuresOf(message, key);
  const everything = words.ids.map((id) => ({ block: "words" as const, id, weight: 1 }));
  const shown = evidenceWords(message, everything, key);
  expect(shown).toEqual(expect.arrayContaining(["VPN", "router"]));
  expect(shown).not.toEqual(expect.arrayContaining(["and"]));
  expect(shown).not.toEqual(expect.arrayContaining(["The"]));
});

test("a call that is as good as certain still has its reasons", () => {
  const model = createModel({
    categories: ["delivery", "refund"].map((id) => ({ id, texts: [id] })),
    priorities: [],
    key,
    seed: 1,
  });
  const bodies = [
    ["the courier brought a broken parcel", "delivery"],
    ["please transfer the money back", "refund"],
  ] as const;
  learnAll(
    model,
    Array.from({ length: 80 }, (_, i) => ({
      id: `m${i}`,
      features: featuresOf({ subject: "", body: bodies[i % 2]![0] }, key),
      category: bodies[i % 2]![1],
    })),
  );
  const trained = predictorOf(model);
  const message = { subject: "", body: bodies[0][0] };
  const features = featuresOf(message, key);
  const shouted = {
    ...trained,
    categories: { ...trained.categories, weights: trained.categories.weights.map((weight) => 40 * weight) },
  };
  expect(predict(shouted, features).categories[0]!.probability).toBeGreaterThan(1 - 1e-6);
  const words = evidenceWords(message, contributions(shouted, features, "delivery"), key);
  expect(words.join(" ")).toMatch(/courier|parcel|broken|brought/);
});
