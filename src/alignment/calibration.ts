/** Whether 80 % sure is right four times in five: reliability in equal-mass bins, and the mean distance from it. */

/** One blind verdict that is not unsure: how sure the model was, and whether it agreed. */
export interface SureCall {
  confidence: number;
  agreed: boolean;
}

/** One tenth of the verdicts, by rising confidence. */
export interface ReliabilityBin {
  count: number;
  meanConfidence: number;
  agreement: number;
}

export interface Calibration {
  bins: ReliabilityBin[];
  /** Σ count/n · |agreement − mean confidence|, in [0, 1]; null without verdicts */
  error: number | null;
  /** what `error` would be on average, by chance alone, were the model perfectly calibrated */
  errorByChance: number | null;
}

/**
 * Reliability in (up to) 10 bins of equal mass and the expected calibration error (Naeini et al. 2015; equal-mass
 * bins: Nixon et al. 2019). Equal confidences are never split over two bins, so that order cannot change the result.
 *
 * With little evidence the error is large for any model; `errorByChance` = Σ count/n · √(2·c(1−c) / (π·count)) says
 * how large (normal approximation), so that nobody reads noise as a fault.
 */
export function calibrationOf(calls: readonly SureCall[], most = 10): Calibration {
  const bins = equalMass(calls, most).map(binOf);
  if (calls.length === 0) return { bins, error: null, errorByChance: null };
  const weighted = (of: (bin: ReliabilityBin) => number) =>
    bins.reduce((sum, bin) => sum + (bin.count / calls.length) * of(bin), 0);
  return {
    bins,
    error: weighted(({ agreement, meanConfidence }) => Math.abs(agreement - meanConfidence)),
    errorByChance: weighted(({ count, meanConfidence: c }) =>
      Math.sqrt((2 * Math.max(0, c * (1 - c))) / (Math.PI * count)),
    ),
  };
}

function equalMass(calls: readonly SureCall[], most: number): SureCall[][] {
  const sorted = calls.toSorted((a, b) => a.confidence - b.confidence);
  const bins: SureCall[][] = [];
  let from = 0;
  for (let bin = 1; bin <= most; bin++) {
    let to = Math.max(from, Math.round((bin * sorted.length) / most));
    while (to > from && to < sorted.length && sorted[to]!.confidence === sorted[to - 1]!.confidence) to++;
    if (to > from) bins.push(sorted.slice(from, to));
    from = to;
  }
  return bins;
}

const binOf = (calls: readonly SureCall[]): ReliabilityBin => ({
  count: calls.length,
  meanConfidence: calls.reduce((sum, { confidence }) => sum + confidence, 0) / calls.length,
  agreement: calls.filter(({ agreed }) => agreed).length / calls.length,
});
