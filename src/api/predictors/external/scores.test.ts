/** Whatever scores a model gives: either they are refused, or they become probabilities of the whole taxonomy. */
import fc from "fast-check";
import { likelyOf, ranked } from "./scores.ts";

const labels = ["billing", "delivery", "contract"];

test("scores become probabilities of all labels that sum to one, most probable first; anything else is refused", () => {
  const score = fc.record({
    label: fc.oneof(fc.constantFrom(...labels), fc.string({ maxLength: 8 })),
    probability: fc.oneof(fc.double({ min: 0, max: 1 }), fc.double(), fc.constant(1)),
  });
  fc.assert(
    fc.property(fc.array(score, { maxLength: 5 }), (scores) => {
      let all: ReturnType<typeof ranked>;
      try {
        all = ranked(scores, labels);
      } catch (fault) {
        expect(fault).toMatchObject({ code: "answer_invalid" });
        return;
      }
      expect(all.map(({ label }) => label).sort()).toEqual([...labels].sort());
      expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      for (const [i, { probability }] of all.entries()) {
        expect(probability).toBeGreaterThanOrEqual(0);
        if (i > 0) expect(probability).toBeLessThanOrEqual(all[i - 1]!.probability);
      }
      expect(likelyOf(all).length).toBeGreaterThan(0);
    }),
  );
});

test("what was left out shares what is missing to one", () => {
  expect(ranked([{ label: "delivery", probability: 0.6 }], labels)).toEqual([
    { label: "delivery", probability: 0.6 },
    { label: "billing", probability: 0.2 },
    { label: "contract", probability: 0.2 },
  ]);
});

test("the likely ones hold nine tenths", () => {
  const all = ranked([{ label: "delivery", probability: 0.6 }], labels);
  expect(likelyOf(all)).toEqual(["delivery", "billing", "contract"]);
  expect(likelyOf(ranked([{ label: "billing", probability: 0.95 }], labels))).toEqual(["billing"]);
});
