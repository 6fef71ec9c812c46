/** Claims about the step from probabilities to an answer. */
import fc from "fast-check";
import { decided, leanOf, withFirst } from "./decision.ts";

const shares = fc
  .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 })
  .map((all) => {
    const sum = all.reduce((a, b) => a + b, 0);
    return all.map((one) => one / sum);
  });

test("labels as frequent as each other are answered by probability alone", () => {
  fc.assert(
    fc.property(shares, fc.integer({ min: 0, max: 500 }), (probabilities, n) => {
      const lean = leanOf(
        probabilities.map(() => n),
        0.3,
      );
      expect(probabilities[decided(probabilities, lean)]).toBe(Math.max(...probabilities));
    }),
  );
});

test("a rare label that comes close to a frequent one is answered, one far behind is not", () => {
  const lean = leanOf([900, 100], 0.3);
  expect(decided([0.6, 0.4], lean)).toBe(1);
  expect(decided([0.7, 0.3], lean)).toBe(0);
});

test("what is answered is the likeliest of what is shown, and the shown probabilities still sum to one", () => {
  fc.assert(
    fc.property(shares, fc.nat(), (probabilities, which) => {
      const decision = which % probabilities.length;
      const shown = withFirst(probabilities, decision);
      expect(shown.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(shown.every((p, k) => k === decision || p < shown[decision]! || p === 0)).toBe(true);
      expect(shown.every((p) => p >= 0 && p <= 1)).toBe(true);
    }),
  );
});

test("only the answered label and those it passes are changed, and by as little as possible", () => {
  expect([...withFirst([0.5, 0.3, 0.2], 0)]).toEqual([0.5, 0.3, 0.2]);
  const shown = withFirst([0.5, 0.3, 0.2], 1);
  expect(shown[0]).toBeCloseTo(0.4, 5);
  expect(shown[1]).toBeCloseTo(0.4, 5);
  expect(shown[2]).toBe(0.2);
});
