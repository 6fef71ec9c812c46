import fc from "fast-check";
import { bucketOf, countOf, merge, middleOf, quantile, sketchOf, subtract, zeroBucket } from "./sketch.ts";

const time = fc.double({ min: 1, max: 31_536_000_000, noNaN: true });
const times = fc.array(time, { minLength: 1, maxLength: 200 });

test("a bucket speaks for its values within 1 %", () => {
  fc.assert(
    fc.property(time, (ms) => {
      expect(Math.abs(middleOf(bucketOf(ms)) / ms - 1)).toBeLessThanOrEqual(0.01 + 1e-9);
    }),
  );
  expect(bucketOf(86_400_000)).toBe(914);
});

test("what took no time at all is 0", () => {
  expect([bucketOf(0), bucketOf(0.99), bucketOf(1)]).toEqual([zeroBucket, zeroBucket, 0]);
  expect(quantile(sketchOf([0, 0, 0, 500]), 0.5)).toBe(0);
});

test("every quantile is within 1 % of the true one", () => {
  fc.assert(
    fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
      const truth = values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]!;
      expect(Math.abs(quantile(sketchOf(values), q)! / truth - 1)).toBeLessThanOrEqual(0.01 + 1e-9);
    }),
  );
});

test("two sketches together are the sketch of all, and taking one out again leaves the other exactly", () => {
  fc.assert(
    fc.property(times, times, (a, b) => {
      const both = merge(sketchOf(a), sketchOf(b));
      expect(both).toEqual(sketchOf([...a, ...b]));
      expect(subtract(both, sketchOf(b))).toEqual(sketchOf(a));
      expect(countOf(both)).toBe(a.length + b.length);
    }),
  );
});

test("an empty sketch has no median, and nothing can be taken out that is not in it", () => {
  expect(quantile(new Map(), 0.5)).toBeNull();
  expect(() => subtract(new Map(), sketchOf([5]))).toThrow(RangeError);
  for (const value of [-1, Number.NaN, Infinity]) expect(() => bucketOf(value)).toThrow(RangeError);
});
