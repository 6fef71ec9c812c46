/** Whether the model's errors, or what it predicts, have changed: adaptive windows and population stability. */

/** 2^row blind verdicts in a row of time, and how many of them were errors. */
interface Bucket {
  errors: number;
}

/** An adaptive window as a plain value: rows of buckets, row r holding buckets of 2^r verdicts, oldest first. */
export interface Window {
  rows: readonly (readonly Bucket[])[];
}

export const driftDelta = 0.002;
const mostPerRow = 5;
/** Windows narrower than this are not cut. */
const fewestPerSide = 5;

export const emptyWindow: Window = { rows: [] };

/** Verdicts in the window and their error rate (null for none). */
export function windowOf({ rows }: Window): { checks: number; errorRate: number | null } {
  const checks = rows.reduce((sum, row, r) => sum + row.length * 2 ** r, 0);
  const errors = rows.reduce((sum, row) => sum + row.reduce((inner, bucket) => inner + bucket.errors, 0), 0);
  return { checks, errorRate: checks === 0 ? null : errors / checks };
}

/** Error rates on both sides of a cut. */
export interface Cut {
  before: number;
  after: number;
}

/** What one more verdict did to the window; `drift` is null while the error rate is steady. */
export interface Watched {
  window: Window;
  drift: Cut | null;
}

/**
 * ADWIN (Bifet & Gavaldà 2007): the window grows while its error rate is steady, and drops its oldest part when the
 * means of two parts differ by more than √(2σ²·ln(2/δ′)/m) + 2·ln(2/δ′)/(3m), with 1/m = 1/n₀ + 1/n₁, δ′ = δ / ln n.
 * Memory is logarithmic (exponential histogram, at most 5 buckets of a size).
 */
export function watch(window: Window, isError: boolean, delta = driftDelta): Watched {
  let grown = insert(window, isError);
  const cuts: Cut[] = [];
  for (let cut = cutOf(grown, delta); cut; cut = cutOf(grown, delta)) {
    cuts.push(cut);
    grown = withoutOldest(grown);
  }
  const [first, last] = [cuts[0], cuts.at(-1)];
  return { window: grown, drift: first && last ? { before: first.before, after: last.after } : null };
}

function insert({ rows }: Window, isError: boolean): Window {
  const grown = rows.map((row) => [...row]);
  grown[0] = [...(grown[0] ?? []), { errors: Number(isError) }];
  for (let r = 0; r < grown.length && grown[r]!.length > mostPerRow; r++) {
    const [a, b, ...rest] = grown[r]!;
    grown[r] = rest;
    grown[r + 1] = [...(grown[r + 1] ?? []), { errors: a!.errors + b!.errors }];
  }
  return { rows: grown };
}

function withoutOldest({ rows }: Window): Window {
  const shorter = rows.map((row, r) => (r === rows.length - 1 ? row.slice(1) : row));
  while (shorter.length > 0 && shorter.at(-1)!.length === 0) shorter.pop();
  return { rows: shorter };
}

/** The first place, from the oldest on, where the two sides differ too much; null when there is none. */
function cutOf(window: Window, delta: number): Cut | null {
  const { checks, errorRate } = windowOf(window);
  if (errorRate === null || checks < 2 * fewestPerSide) return null;
  const confidence = Math.log((2 * Math.log(checks)) / delta);
  let [n, errors] = [0, 0];
  for (const [width, bucket] of oldestFirst(window)) {
    n += width;
    errors += bucket.errors;
    const rest = checks - n;
    if (n < fewestPerSide || rest < fewestPerSide) continue;
    const [before, after] = [errors / n, (errorRate * checks - errors) / rest];
    const m = 1 / (1 / n + 1 / rest);
    const variance = errorRate * (1 - errorRate);
    const bound = Math.sqrt((2 * variance * confidence) / m) + (2 * confidence) / (3 * m);
    if (Math.abs(before - after) > bound) return { before, after };
  }
  return null;
}

const oldestFirst = ({ rows }: Window): (readonly [number, Bucket])[] =>
  rows.flatMap((row, r) => row.map((bucket) => [2 ** r, bucket] as const).toReversed()).toReversed();
