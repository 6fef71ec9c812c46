/** Two models judged on the same messages: whether the one that changed its mind was the worse. */
import { type Interval, wilson } from "./intervals.ts";

/** Verdicts on the same messages, which the candidate was not trained on, judged for both models. */
export interface Pairs {
  bothRight: number;
  onlyLiveRight: number;
  onlyCandidateRight: number;
  bothWrong: number;
}

export const sizeOf = ({ bothRight, onlyLiveRight, onlyCandidateRight, bothWrong }: Pairs) =>
  bothRight + onlyLiveRight + onlyCandidateRight + bothWrong;

/**
 * Exact one-sided McNemar test (1947): P(X ≥ losses) for X binomial(losses + gains, ½); 1 without changed verdicts.
 */
export function mcnemar(losses: number, gains: number): number {
  const n = losses + gains;
  let term = -n * Math.LN2;
  let below = 0;
  for (let k = 0; k < Math.min(losses, gains + 1); k++) {
    below += Math.exp(term);
    term += Math.log((n - k) / (k + 1));
  }
  if (losses <= gains) return Math.min(1, 1 - below);
  return Math.min(1, below);
}

/**
 * Candidate minus live agreement on paired verdicts, 95 % at one look (Newcombe 1998, paired, method 10); [−1, 1] for none.
 */
export function pairedDifference(pairs: Pairs, alpha = 0.05): Interval {
  const n = sizeOf(pairs);
  if (n === 0) return [-1, 1];
  const { bothRight: e, onlyCandidateRight: f, onlyLiveRight: g, bothWrong: h } = pairs;
  const [p, q] = [(e + f) / n, (e + g) / n];
  const [pLow, pHigh] = wilson(e + f, n, alpha);
  const [qLow, qHigh] = wilson(e + g, n, alpha);
  const phi = correlation(e, f, g, h);
  const half = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return [p - q - half(p - pLow, qHigh - q), p - q + half(pHigh - p, q - qLow)];
}

/** Newcombe's φ with its continuity correction, which keeps the interval honest in small tables. */
function correlation(e: number, f: number, g: number, h: number): number {
  const margins = (e + f) * (g + h) * (e + g) * (f + h);
  if (margins === 0) return 0;
  const raw = e * h - f * g;
  return (raw > 0 ? Math.max(raw - (e + f + g + h) / 2, 0) : raw) / Math.sqrt(margins);
}
