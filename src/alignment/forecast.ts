/** Forecasts of objectives, scored when the review comes: whoever says 70 % should be right 7 times in 10. */

/** "Will it be met at the next review?" and what became of it. */
export interface Forecast {
  /** in [0, 1] */
  probability: number;
  /** what the evidence said then; null while it is not decided, which is never scored */
  met: boolean | null;
}

export interface ForecastScore {
  scored: number;
  /** mean of (probability − met)²: 0 is perfect, 0.25 is what "50 %" always gets; null without any scored */
  brier: number | null;
  /** 1 − brier / brier of always saying the share that was met; null when that share is 0 or 1 */
  skill: number | null;
}

/** The Brier score (Brier 1950) of the decided forecasts. Throws RangeError for what is no probability. */
export function scoreOf(forecasts: readonly Forecast[]): ForecastScore {
  if (forecasts.some(({ probability: p }) => !(p >= 0 && p <= 1))) throw new RangeError("not a probability");
  const decided = forecasts.filter(({ met }) => met !== null);
  const scored = decided.length;
  if (scored === 0) return { scored, brier: null, skill: null };
  const brier =
    decided.reduce((sum, { probability, met }) => sum + (probability - Number(met)) ** 2, 0) / scored;
  const base = decided.filter(({ met }) => met).length / scored;
  return { scored, brier, skill: base === 0 || base === 1 ? null : 1 - brier / (base * (1 - base)) };
}
