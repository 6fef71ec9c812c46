/** How many choices the pane shows, and in which words it speaks of its confidence: both follow the uncertainty. */

/** Confidence in words; the number comes second. */
export type ConfidenceWord = "almostCertain" | "veryLikely" | "likely" | "unsure";

/** The shown choices hold the right one about this often, when the probabilities are calibrated. */
export const choiceCoverage = 0.95;
export const mostChoices = 5;

/** The word of a probability: ≥ 0.97, ≥ 0.85, ≥ 0.6, less. A probability that is no number is unsure. */
export function confidenceWord(probability: number): ConfidenceWord {
  if (probability >= 0.97) return "almostCertain";
  if (probability >= 0.85) return "veryLikely";
  return probability >= 0.6 ? "likely" : "unsure";
}

/**
 * The number of choices to show: the fewest whose probabilities add up to `choiceCoverage`, from 1 to 5, never more
 * than there are (so 0 for none).
 *
 * Source: adaptive prediction sets (Romano, Sesia & Candès 2020), here without their calibration step, because the
 * probabilities of the classifier are calibrated already. Only for a prediction that may be seen: in a blind check
 * the number itself would tell, so there the taxonomy's choices are shown, whatever the model says.
 *
 * @param probabilities of the categories, in any order; what is missing to 1 counts as uncertainty
 */
export function numberOfChoices(probabilities: readonly number[]): number {
  const ranked = rank(probabilities);
  let sum = 0;
  const enough = ranked.findIndex((p) => {
    sum += p;
    return sum >= choiceCoverage - 1e-9;
  });
  return Math.min(ranked.length, mostChoices, enough < 0 ? mostChoices : enough + 1);
}

/** Several fit: no category reaches "likely", and the second is at least half as probable as the first. */
export function severalFit(probabilities: readonly number[]): boolean {
  const [first = 0, second = 0] = rank(probabilities);
  return confidenceWord(first) === "unsure" && second > 0 && second >= first / 2;
}

const rank = (probabilities: readonly number[]) =>
  probabilities.map((p) => (Number.isFinite(p) ? p : 0)).sort((a, b) => b - a);
