import fc from "fast-check";
import { mcnemar, type Pairs, pairedDifference } from "./paired.ts";

const pairs = (
  bothRight: number,
  onlyLiveRight: number,
  onlyCandidateRight: number,
  bothWrong: number,
): Pairs => ({
  bothRight,
  onlyLiveRight,
  onlyCandidateRight,
  bothWrong,
});

test("exact McNemar counts the tail of a fair coin", () => {
  expect(mcnemar(0, 0)).toBe(1);
  expect(mcnemar(5, 0)).toBeCloseTo(1 / 32, 12);
  expect(mcnemar(0, 5)).toBe(1);
  expect(mcnemar(8, 2)).toBeCloseTo((1 + 10 + 45) / 1024, 12);
  expect(mcnemar(5100, 4900)).toBeCloseTo(0.0233, 3);
});

test("a tail and what is left of it make a whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (losses, gains) => {
      expect(mcnemar(losses, gains) + mcnemar(gains + 1, losses - 1)).toBeCloseTo(1, 10);
    }),
  );
});

test("Newcombe's paired example: 36, 12, 2, 0 differ by 0.0569 to 0.3404", () => {
  const [low, high] = pairedDifference(pairs(36, 2, 12, 0));
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0569", "0.3404"]);
});

test("a paired difference lies in its interval and turns its sign with its sides", () => {
  const count = fc.nat(300);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      if (a + b + c + d === 0) return;
      const [low, high] = pairedDifference(pairs(a, b, c, d));
      const [mirrorLow, mirrorHigh] = pairedDifference(pairs(a, c, b, d));
      const gain = (c - b) / (a + b + c + d);
      expect(low).toBeLessThanOrEqual(gain + 1e-12);
      expect(high).toBeGreaterThanOrEqual(gain - 1e-12);
      expect(low).toBeCloseTo(-mirrorHigh, 10);
      expect(high).toBeCloseTo(-mirrorLow, 10);
    }),
  );
});
