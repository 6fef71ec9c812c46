import fc from "fast-check";
import { calibrationOf, type SureCall } from "./calibration.ts";

const calls = (...groups: [confidence: number, right: number, wrong: number][]): SureCall[] =>
  groups.flatMap(([confidence, right, wrong]) => [
    ...Array.from({ length: right }, () => ({ confidence, agreed: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, agreed: false })),
  ]);

test("a model that is right as often as it says has no calibration error", () => {
  const { error, bins } = calibrationOf(calls([0.5, 50, 50], [0.8, 80, 20], [0.9, 90, 10]));
  expect(error).toBeCloseTo(0, 12);
  expect(bins.map(({ count }) => count)).toEqual([100, 100, 100]);
});

test("a boasting model's error is how much it boasts", () => {
  expect(calibrationOf(calls([0.9, 60, 40])).error).toBeCloseTo(0.3, 12);
  expect(calibrationOf(calls([0.9, 60, 40], [0.6, 60, 40])).error).toBeCloseTo(0.15, 12);
});

test("different confidences fall into ten bins of equal mass", () => {
  const spread = Array.from({ length: 1000 }, (_, i) => ({ confidence: i / 1000, agreed: i % 2 === 0 }));
  expect(calibrationOf(spread).bins.map(({ count }) => count)).toEqual(Array(10).fill(100));
});

test("without verdicts there is no error to speak of", () => {
  expect(calibrationOf([])).toEqual({ bins: [], error: null, errorByChance: null });
});

test("ten verdicts of a perfect model already show an error, and chance is said to be the reason", () => {
  const { error, errorByChance } = calibrationOf(calls([0.8, 7, 3]));
  expect(error).toBeCloseTo(0.1, 12);
  expect(errorByChance).toBeCloseTo(0.101, 2);
});

const call = fc.record({
  confidence: fc.constantFrom(0.2, 0.4, 0.55, 0.7, 0.9, 0.95, 1),
  agreed: fc.boolean(),
});
test("the order of the verdicts changes nothing, and every verdict is in one bin", () => {
  fc.assert(
    fc.property(fc.array(call, { minLength: 1 }), (all) => {
      const [forward, backward] = [calibrationOf(all), calibrationOf(all.toReversed())];
      expect(backward.bins.map(({ count }) => count)).toEqual(forward.bins.map(({ count }) => count));
      expect(backward.error).toBeCloseTo(forward.error!, 10);
      expect(forward.bins.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      expect(forward.error).toBeLessThanOrEqual(1);
    }),
  );
});
