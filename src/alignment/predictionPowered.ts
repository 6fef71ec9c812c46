/** Prediction-powered agreement: all the mail's confidences, corrected by the blind checks. For reports only. */
import type { Interval } from "./intervals.ts";
import { twoSided } from "./normal.ts";

/** What is known of one confidence band; sums only, so that bands can be kept as counters and merged. */
export interface Band {
  /** opened messages that could have been drawn for a blind check, and the sum of their confidences */
  opened: number;
  confidence: number;
  /** blind verdicts that are not unsure, the sum of (agreed − confidence), and of its squares */
  blind: number;
  residual: number;
  residualSquares: number;
}

/** An interval for one look at one time: to be labelled so, and never the judge of an objective. */
export interface FixedTimeEstimate {
  estimate: number;
  low: number;
  high: number;
  kind: "fixedTime";
}

export const emptyBand = (): Band => ({
  opened: 0,
  confidence: 0,
  blind: 0,
  residual: 0,
  residualSquares: 0,
});

/** The ten bands of equal width: 0 for [0, 0.1) up to 9 for [0.9, 1]. */
export const bandOf = (confidence: number): number => Math.min(9, Math.max(0, Math.floor(confidence * 10)));

/** One more opened message in its band; `agreed` when it has a blind verdict that is not unsure. */
export function addToBand(band: Band, confidence: number, agreed?: boolean): Band {
  const opened = { ...band, opened: band.opened + 1, confidence: band.confidence + confidence };
  if (agreed === undefined) return opened;
  const residual = Number(agreed) - confidence;
  return {
    ...opened,
    blind: band.blind + 1,
    residual: band.residual + residual,
    residualSquares: band.residualSquares + residual * residual,
  };
}

/** Bands with fewer blind verdicts are pooled with a neighbour. */
export const fewestPerBand = 20;

/**
 * Σ w_s [ mean confidence over all opened + mean (agreed − confidence) over blind ], over bands s of weight w_s.
 *
 * Source: Angelopoulos et al. 2023, stratified (StratPPI, Fisch et al. 2024). Unbiased whatever the model says, as long
 * as within a band blind verdicts are a random part of the opened mail: so leave out what could not be drawn (excluded
 * urgent mail) and give bands of their own to times with another blind share. Variance: θ(1−θ)/N for the mail being a
 * sample, plus Σ w_s² v_s (1 − n_s/N_s) / n_s for the checks being one, where v_s gets one agreeing and one disagreeing
 * pseudo-check, lest twenty equal residuals claim certainty. Normal approximation, one look only.
 *
 * @returns null under 20 blind verdicts
 */
export function predictionPowered(bands: readonly Band[], alpha = 0.05): FixedTimeEstimate | null {
  const pooled = pool(bands);
  if (pooled.length === 0) return null;
  const opened = pooled.reduce((sum, band) => sum + band.opened, 0);
  const estimate = pooled.reduce(
    (sum, b) => sum + (b.confidence + (b.opened * b.residual) / b.blind) / opened,
    0,
  );
  const checks = pooled.reduce((sum, b) => sum + (b.opened / opened) ** 2 * meanVariance(b), 0);
  const mail = (clamp(estimate) * (1 - clamp(estimate))) / opened;
  const half = twoSided(alpha) * Math.sqrt(checks + mail);
  const [low, high]: Interval = [clamp(estimate - half), clamp(estimate + half)];
  return { estimate: clamp(estimate), low, high, kind: "fixedTime" };
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** Neighbours pooled, in the given order, until each has enough blind verdicts; the rest joins the last. */
function pool(bands: readonly Band[]): Band[] {
  const pooled: Band[] = [];
  let open = emptyBand();
  for (const band of bands) {
    open = together(open, band);
    if (open.blind < fewestPerBand) continue;
    pooled.push(open);
    open = emptyBand();
  }
  const last = pooled.pop();
  return last ? [...pooled, together(last, open)] : [];
}

const together = (a: Band, b: Band): Band => ({
  opened: a.opened + b.opened,
  confidence: a.confidence + b.confidence,
  blind: a.blind + b.blind,
  residual: a.residual + b.residual,
  residualSquares: a.residualSquares + b.residualSquares,
});

/** The variance of a band's mean residual. */
function meanVariance(band: Band): number {
  const sure = band.confidence / band.opened;
  const n = band.blind + 2;
  const mean = (band.residual + 1 - 2 * sure) / n;
  const squares = band.residualSquares + (1 - sure) ** 2 + sure ** 2;
  const variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
  return (variance * Math.max(0, 1 - band.blind / band.opened)) / band.blind;
}
