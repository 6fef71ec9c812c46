/** Whether 80 % sure is right four times in five, and the agreement of all opened mail estimated with it. */
import { calibrationOf } from "../../alignment/calibration.ts";
import { type Band, bandOf, emptyBand, predictionPowered } from "../../alignment/predictionPowered.ts";
import type { Figures } from "../../triage/figures.ts";
import type { Sum } from "../store/counted.ts";
import { excluded, hasAgreed } from "../store/timeCells.ts";

interface Sure {
  confidence: number;
  n: number;
  /** of a blind verdict that is not unsure */
  agreed: boolean | undefined;
  isExcluded: boolean;
}

/** Rows are in today's names already. */
const same = (category: string) => category;

const sureIn = (weeks: readonly Sum[]): Sure[] =>
  weeks
    .filter(({ kind }) => kind === "confidence")
    .map(({ arm, predicted, final, n }) => ({
      confidence: Number(predicted) / 100,
      n,
      agreed: arm === "blind" ? hasAgreed(final, same) : undefined,
      isExcluded: final === excluded,
    }));

export function calibrationIn(weeks: readonly Sum[]): Figures["calibration"] {
  const calls = sureIn(weeks).flatMap(({ confidence, n, agreed }) =>
    agreed === undefined ? [] : Array.from({ length: n }, () => ({ confidence, agreed })),
  );
  return calibrationOf(calls);
}

/** Urgent mail that a policy keeps out of the checks is left out of what they stand for. */
export function poweredIn(weeks: readonly Sum[]): Figures["powered"] {
  const bands = Array.from({ length: 10 }, emptyBand);
  for (const { confidence, n, agreed, isExcluded } of sureIn(weeks)) {
    if (isExcluded) continue;
    const at = bandOf(confidence);
    bands[at] = added(bands[at]!, confidence, n, agreed);
  }
  const estimate = predictionPowered(bands);
  return estimate && { estimate: estimate.estimate, low: estimate.low, high: estimate.high };
}

function added(band: Band, confidence: number, n: number, agreed: boolean | undefined): Band {
  const opened = { ...band, opened: band.opened + n, confidence: band.confidence + n * confidence };
  if (agreed === undefined) return opened;
  const residual = Number(agreed) - confidence;
  return {
    ...opened,
    blind: band.blind + n,
    residual: band.residual + n * residual,
    residualSquares: band.residualSquares + n * residual * residual,
  };
}
