/** Intervals for shares: one that may be looked at every day, and the classic ones for a fixed report. */
import { twoSided } from "./normal.ts";

/** Lower and upper end, in the unit of what they enclose. */
export type Interval = readonly [low: number, high: number];

export const defaultAlpha = 0.05;

/**
 * The confidence sequence of a share with k of n: it holds at all times at once, with probability at least 1 − alpha.
 *
 * Formula: the beta-binomial mixture with a uniform prior (Robbins 1970; Howard et al. 2021),
 * { p : ln B(k+1, n−k+1) − k ln p − (n−k) ln(1−p) < ln(1/α) }. It is computed as n·KL(k/n, p) < ln(1/α) + ln(n+1) +
 * ln binomial(k; n, k/n), with the last term by the saddle-point expansion (Loader 2000), which cancels nothing
 * and so stays exact for n up to 1e8 and beyond.
 *
 * @param k hits, 0 ≤ k ≤ n; fractions are allowed, for looking ahead
 * @param n trials; [0, 1] for none
 * Throws RangeError for anything else.
 */
export function confidenceSequence(k: number, n: number, alpha = defaultAlpha): Interval {
  check(k, n, alpha);
  if (n === 0) return [0, 1];
  const share = k / n;
  const reach = mixtureReach(k, n, alpha);
  return [lowest(share, reach), 1 - lowest((n - k) / n, reach)];
}

/** The divergence KL(k/n, p) at which p leaves the confidence sequence; always above 0. */
export function mixtureReach(k: number, n: number, alpha: number): number {
  return (Math.log(1 / alpha) + Math.log(n + 1) + lnModeProbability(k, n)) / n;
}

/** KL(a, p) of two Bernoulli shares, in nats. */
export function divergence(a: number, p: number): number {
  const one = a === 0 ? 0 : a * Math.log(a / p);
  const other = a === 1 ? 0 : (1 - a) * (Math.log1p(-a) - Math.log1p(-p));
  return Math.max(0, one + other);
}

/**
 * The smallest p ≤ share with KL(share, p) ≤ reach, by Newton's method in ln p: there the divergence is convex and
 * falling, so from a start on its outer side the steps come nearer and never pass the root.
 */
function lowest(share: number, reach: number): number {
  if (share === 0) return 0;
  const others = share === 1 ? 0 : (1 - share) * Math.log1p(-share);
  let p = share * Math.exp((others - reach) / share);
  for (let i = 0; i < 100; i++) {
    const step = ((divergence(share, p) - reach) * (1 - p)) / (share - p);
    if (!(step > 1e-15)) break;
    p *= Math.exp(step);
  }
  return p;
}

/** ln of the binomial probability of k in n at p = k/n, without cancellation (Loader 2000). */
function lnModeProbability(k: number, n: number): number {
  if (k === 0 || k === n) return 0;
  const spread = Math.log(n / (2 * Math.PI * k * (n - k))) / 2;
  return spread + stirlingError(n) - stirlingError(k) - stirlingError(n - k);
}

/** ln Γ(x+1) − [(x+½) ln x − x + ½ ln 2π], for x > 0: what Stirling's formula leaves out. */
function stirlingError(x: number): number {
  if (x >= 15) {
    const s = 1 / (x * x);
    return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s / 1680))) / x;
  }
  const step = (x + 0.5) * Math.log1p(1 / x) - 1;
  return step + stirlingError(x + 1);
}

function check(k: number, n: number, alpha: number): void {
  if (!(n >= 0 && k >= 0 && k <= n && Number.isFinite(n))) throw new RangeError(`${k} of ${n} is no share`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError("alpha must be between 0 and 1");
}

/** The score interval of a share (Wilson 1927), valid for one look at a fixed n; [0, 1] for n = 0. */
export function wilson(k: number, n: number, alpha = defaultAlpha): Interval {
  check(k, n, alpha);
  if (n === 0) return [0, 1];
  const z = twoSided(alpha);
  const middle = (k + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
  return [k === 0 ? 0 : Math.max(0, middle - half), k === n ? 1 : Math.min(1, middle + half)];
}

/** k of n. */
export interface Tally {
  hits: number;
  trials: number;
}

/** The difference a − b of two independent shares at one fixed look (Newcombe 1998, method 10); [−1, 1] without evidence. */
export function newcombe(a: Tally, b: Tally, alpha = defaultAlpha): Interval {
  if (a.trials === 0 || b.trials === 0) return [-1, 1];
  const [p, q] = [a.hits / a.trials, b.hits / b.trials];
  const [pLow, pHigh] = wilson(a.hits, a.trials, alpha);
  const [qLow, qHigh] = wilson(b.hits, b.trials, alpha);
  return [p - q - Math.hypot(p - pLow, qHigh - q), p - q + Math.hypot(pHigh - p, q - qLow)];
}

/**
 * The difference a − b of two shares, valid at all times: each at alpha/2, lower minus upper and upper minus lower.
 *
 * Holds for any dependence between the two (union bound). With K comparisons pass alpha/K.
 */
export function differenceSequence(a: Tally, b: Tally, alpha = defaultAlpha): Interval {
  const [aLow, aHigh] = confidenceSequence(a.hits, a.trials, alpha / 2);
  const [bLow, bHigh] = confidenceSequence(b.hits, b.trials, alpha / 2);
  return [aLow - bHigh, aHigh - bLow];
}

/** A share with its evidence and the interval that may be looked at every day; `share` is null without evidence. */
export interface Share extends Tally {
  share: number | null;
  low: number;
  high: number;
}

/** A tally as a share with its confidence sequence. */
export function shareOf({ hits, trials }: Tally, alpha = defaultAlpha): Share {
  const [low, high] = confidenceSequence(hits, trials, alpha);
  return { hits, trials, share: trials === 0 ? null : hits / trials, low, high };
}
