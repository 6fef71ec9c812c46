import fc from "fast-check";
import { confidenceSequence, differenceSequence, newcombe, shareOf, wilson } from "./intervals.ts";

const rounded = ([low, high]: readonly [number, number]) => [low.toFixed(4), high.toFixed(4)];

test.each([
  [10, 10, "0.5831", "1.0000", "0.7225", "1.0000"],
  [26, 30, "0.6091", "0.9825", "0.7032", "0.9469"],
  [85, 100, "0.7099", "0.9414", "0.7672", "0.9069"],
  [170, 200, "0.7518", "0.9218", "0.7939", "0.8929"],
  [850, 1000, "0.8061", "0.8878", "0.8265", "0.8708"],
  [8500, 10_000, "0.8356", "0.8637", "0.8429", "0.8569"],
])("%d of %d has the agreed intervals to four digits", (k, n, low, high, wilsonLow, wilsonHigh) => {
  expect(rounded(confidenceSequence(k, n))).toEqual([low, high]);
  expect(rounded(wilson(k, n))).toEqual([wilsonLow, wilsonHigh]);
});

test("no evidence says nothing", () => {
  expect(confidenceSequence(0, 0)).toEqual([0, 1]);
  expect(wilson(0, 0)).toEqual([0, 1]);
  expect(newcombe({ hits: 0, trials: 0 }, { hits: 3, trials: 4 })).toEqual([-1, 1]);
  expect(shareOf({ hits: 0, trials: 0 })).toMatchObject({ share: null, low: 0, high: 1 });
});

test("none or all of n has the closed form 1 − (α/(n+1))^(1/n), up to a hundred million", () => {
  for (const n of [1, 2, 7, 100, 10_000, 1e8]) {
    const high = -Math.expm1(Math.log(0.05 / (n + 1)) / n);
    const [low, top] = confidenceSequence(0, n);
    expect(low).toBe(0);
    expect(Math.abs(top - high)).toBeLessThan(1e-11);
    expect(confidenceSequence(n, n)[1]).toBe(1);
    expect(Math.abs(confidenceSequence(n, n)[0] - (1 - high))).toBeLessThan(1e-11);
  }
});

/** The definition itself, by plain sums of logarithms: slow, and exact enough for small n. */
function lnMixtureRatio(k: number, n: number, p: number): number {
  let lnChoose = 0;
  for (let i = 1; i <= k; i++) lnChoose += Math.log((n - k + i) / i);
  return -Math.log(n + 1) - lnChoose - k * Math.log(p) - (n - k) * Math.log1p(-p);
}

const tally = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((n) => fc.integer({ min: 0, max: n }).map((k) => [k, n] as const));

test("both ends lie where the definition says, for any k of n and any level", () => {
  fc.assert(
    fc.property(tally(500), fc.double({ min: 0.001, max: 0.5, noNaN: true }), ([k, n], alpha) => {
      const [low, high] = confidenceSequence(k, n, alpha);
      if (k > 0) expect(lnMixtureRatio(k, n, low)).toBeCloseTo(Math.log(1 / alpha), 5);
      if (k < n) expect(lnMixtureRatio(k, n, high)).toBeCloseTo(Math.log(1 / alpha), 5);
    }),
  );
});

test("the interval holds the share, mirrors hits and misses, and is wider than Wilson's", () => {
  fc.assert(
    fc.property(tally(100_000_000), ([k, n]) => {
      const [low, high] = confidenceSequence(k, n);
      const [mirrorLow, mirrorHigh] = confidenceSequence(n - k, n);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(low).toBeCloseTo(1 - mirrorHigh, 11);
      expect(high).toBeCloseTo(1 - mirrorLow, 11);
      expect(high - low).toBeGreaterThan(wilson(k, n)[1] - wilson(k, n)[0]);
    }),
  );
});

test("at a hundred million checks the interval is as narrow as the law of large numbers asks", () => {
  const n = 1e8;
  const [low, high] = confidenceSequence(0.85 * n, n);
  const spread = Math.sqrt(
    (0.85 * 0.15 * (Math.log(n / (2 * Math.PI * 0.85 * 0.15)) + 2 * Math.log(20))) / n,
  );
  expect((high - low) / (2 * spread)).toBeCloseTo(1, 3);
});

test("more evidence of the same share never widens the interval", () => {
  fc.assert(
    fc.property(tally(300), fc.integer({ min: 2, max: 20 }), ([k, n], times) => {
      const [low, high] = confidenceSequence(k, n);
      const [nearLow, nearHigh] = confidenceSequence(k * times, n * times);
      expect(nearLow).toBeGreaterThanOrEqual(low - 1e-9);
      expect(nearHigh).toBeLessThanOrEqual(high + 1e-9);
    }),
  );
});

test("what is no share is refused", () => {
  for (const [k, n] of [
    [3, 2],
    [-1, 2],
    [Number.NaN, 2],
    [0, Infinity],
  ] as const) {
    expect(() => confidenceSequence(k, n)).toThrow(RangeError);
    expect(() => wilson(k, n)).toThrow(RangeError);
  }
  expect(() => confidenceSequence(1, 2, 0)).toThrow(RangeError);
});

test("Newcombe's own example: 56 of 70 against 48 of 80 differ by 0.0524 to 0.3339", () => {
  expect(rounded(newcombe({ hits: 56, trials: 70 }, { hits: 48, trials: 80 }))).toEqual(["0.0524", "0.3339"]);
});

test("a difference turns its sign with its sides, and is wider when it may be looked at daily", () => {
  fc.assert(
    fc.property(tally(5000), tally(5000), ([k, n], [j, m]) => {
      const [a, b] = [
        { hits: k, trials: n },
        { hits: j, trials: m },
      ];
      const [low, high] = differenceSequence(a, b);
      expect(differenceSequence(b, a)).toEqual([-high, -low]);
      expect(low).toBeLessThanOrEqual(k / n - j / m);
      expect(high).toBeGreaterThanOrEqual(k / n - j / m);
      const [reportLow, reportHigh] = newcombe(a, b);
      expect(high - low).toBeGreaterThan(reportHigh - reportLow);
    }),
  );
});
