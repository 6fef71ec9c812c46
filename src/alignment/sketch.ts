/** Quantiles of times from counters: a log-bucket histogram that merges, subtracts and errs by at most 1 %. */

/** How many values lie in each bucket; a cell that reaches 0 may be left out. */
export type Sketch = ReadonlyMap<number, number>;

const relativeError = 0.01;
const gamma = (1 + relativeError) / (1 - relativeError);
const lnGamma = Math.log(gamma);

/** The bucket of everything below 1 (the unit of the values, for times 1 ms). */
export const zeroBucket = -1;

/**
 * The bucket of a value: i with γ^(i−1) < value ≤ γ^i, γ = (1 + 0.01) / (1 − 0.01); `zeroBucket` below 1.
 *
 * Source: DDSketch (Masson, Rim & Lee 2019), with its logarithmic mapping and unbounded memory: a day in
 * milliseconds is bucket 914. Throws RangeError for what is negative or no finite number.
 */
export function bucketOf(value: number): number {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError("a sketch holds finite values from 0");
  return value < 1 ? zeroBucket : Math.max(0, Math.ceil(Math.log(value) / lnGamma - 1e-9));
}

/** The value that stands for a bucket: within 1 % of everything in it. */
export const middleOf = (bucket: number): number =>
  bucket === zeroBucket ? 0 : (2 * gamma ** bucket) / (gamma + 1);

/** A sketch of values. */
export function sketchOf(values: Iterable<number>): Sketch {
  const sketch = new Map<number, number>();
  for (const value of values) {
    const bucket = bucketOf(value);
    sketch.set(bucket, (sketch.get(bucket) ?? 0) + 1);
  }
  return sketch;
}

/** Both together; exactly the sketch of all values of both. */
export const merge = (a: Sketch, b: Sketch): Sketch => combine(a, b, 1);

/** What is left of `a` when the values of `b` are taken out; throws RangeError when they were not in it. */
export const subtract = (a: Sketch, b: Sketch): Sketch => combine(a, b, -1);

function combine(a: Sketch, b: Sketch, sign: 1 | -1): Sketch {
  const sum = new Map(a);
  for (const [bucket, count] of b) {
    const left = (sum.get(bucket) ?? 0) + sign * count;
    if (left < 0) throw new RangeError("more taken out of a sketch than is in it");
    if (left === 0) sum.delete(bucket);
    else sum.set(bucket, left);
  }
  return sum;
}

/** How many values the sketch holds. */
export const countOf = (sketch: Sketch): number => [...sketch.values()].reduce((sum, n) => sum + n, 0);

/**
 * The q-quantile, the value of rank ⌊q·(n−1)⌋ from 0, within 1 %; null for an empty sketch.
 *
 * Percentiles are shown, never judged; an objective on a time is a share ("triaged within 60 minutes").
 */
export function quantile(sketch: Sketch, q: number): number | null {
  const n = countOf(sketch);
  if (n === 0) return null;
  const rank = Math.floor(Math.min(1, Math.max(0, q)) * (n - 1));
  let below = 0;
  for (const [bucket, count] of [...sketch].sort(([a], [b]) => a - b)) {
    below += count;
    if (below > rank) return middleOf(bucket);
  }
  return null;
}
