import fc from "fast-check";
import { confidenceWord, numberOfChoices, severalFit } from "./choices.ts";

const probabilities = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map((weights) => weights.map((w) => w / weights.reduce((a, b) => a + b, 0)));

test("confidence is said in one of four words", () => {
  expect([1, 0.97, 0.92, 0.85, 0.7, 0.6, 0.59, 0].map(confidenceWord)).toEqual([
    "almostCertain",
    "almostCertain",
    "veryLikely",
    "veryLikely",
    "likely",
    "likely",
    "unsure",
    "unsure",
  ]);
  expect(confidenceWord(Number.NaN)).toBe("unsure");
});

test("a certain model shows one choice, a doubtful one more, a clueless one five", () => {
  expect(numberOfChoices([0.98, 0.01, 0.01])).toBe(1);
  expect(numberOfChoices([0.92, 0.05, 0.02, 0.01])).toBe(2);
  expect(numberOfChoices([0.6, 0.3, 0.06, 0.04])).toBe(3);
  expect(numberOfChoices(Array(10).fill(0.1))).toBe(5);
  expect(numberOfChoices([0.5, 0.5])).toBe(2);
  expect(numberOfChoices([])).toBe(0);
});

test("the order in which probabilities arrive changes nothing", () => {
  expect(numberOfChoices([0.01, 0.98, 0.01])).toBe(1);
  expect(severalFit([0.1, 0.4, 0.35, 0.15])).toBe(true);
});

test("the shown choices cover the right one, or there are five of them", () => {
  fc.assert(
    fc.property(probabilities, (ps) => {
      const shown = numberOfChoices(ps);
      const covered = ps.toSorted((a, b) => b - a).slice(0, shown);
      expect(shown).toBeGreaterThanOrEqual(1);
      expect(shown).toBeLessThanOrEqual(5);
      if (shown < 5) expect(covered.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(0.95 - 1e-6);
    }),
  );
});

test("several fit only when none stands out and the second is near the first", () => {
  expect(severalFit([0.45, 0.4, 0.15])).toBe(true);
  expect(severalFit([0.55, 0.05, 0.05, 0.05])).toBe(false);
  expect(severalFit([0.9, 0.1])).toBe(false);
  expect(severalFit([0.3])).toBe(false);
  expect(severalFit([])).toBe(false);
});
