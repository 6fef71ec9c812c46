/** How good predictions were: the figures every replay prints. */

/** Probabilities of all labels for one message, and the position of the right one. */
export interface Outcome {
  readonly probabilities: ArrayLike<number>;
  readonly truth: number;
}

export interface Figures {
  readonly messages: number;
  /** Share right, 0..1. */
  readonly accuracy: number;
  /** Mean F1 of the labels that occur as truth or prediction, 0..1. */
  readonly macroF1: number;
  /** Mean −ln p(right label), nats. */
  readonly logLoss: number;
  /** Expected calibration error of the top label over ten equal bins, 0..1. */
  readonly calibrationError: number;
}

export const topOf = (probabilities: ArrayLike<number>): number =>
  Array.from(probabilities).reduce((best, p, k) => (p > probabilities[best]! ? k : best), 0);

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);

/** F1 of each label that occurs; undefined for the others. */
export function f1Of(outcomes: readonly Outcome[]): (number | undefined)[] {
  const size = Math.max(0, ...outcomes.map(({ probabilities }) => probabilities.length));
  const hits = new Float64Array(size);
  const claims = new Float64Array(size);
  const truths = new Float64Array(size);
  for (const { probabilities, truth } of outcomes) {
    const top = topOf(probabilities);
    claims[top]!++;
    if (truth >= 0) truths[truth]!++;
    if (top === truth) hits[top]!++;
  }
  return Array.from(hits, (hit, k) => {
    const all = claims[k]! + truths[k]!;
    return all > 0 ? (2 * hit) / all : undefined;
  });
}

export function calibrationErrorOf(outcomes: readonly Outcome[], bins = 10): number {
  const sums = Array.from({ length: bins }, () => ({ gap: 0 }));
  for (const { probabilities, truth } of outcomes) {
    const top = topOf(probabilities);
    const p = probabilities[top]!;
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(p * bins) - 1));
    sums[bin]!.gap += p - (top === truth ? 1 : 0);
  }
  return sums.reduce((sum, { gap }) => sum + Math.abs(gap), 0) / Math.max(1, outcomes.length);
}

/** All figures of a replay; a right label unknown to the model counts as wrong, with probability 1e-9. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  return {
    messages: outcomes.length,
    accuracy: mean(outcomes.map(({ probabilities, truth }) => (topOf(probabilities) === truth ? 1 : 0))),
    macroF1: mean(f1Of(outcomes).filter((f1) => f1 !== undefined)),
    logLoss: mean(
      outcomes.map(({ probabilities, truth }) => -Math.log(Math.max(1e-9, probabilities[truth] ?? 0))),
    ),
    calibrationError: calibrationErrorOf(outcomes),
  };
}

/** Answering only the surest share of messages: how often is that right? */
export function abstentionCurve(
  outcomes: readonly Outcome[],
  shares = [1, 0.9, 0.8, 0.7, 0.5, 0.3, 0.1],
): { answered: number; accuracy: number }[] {
  const sure = (one: Outcome) => one.probabilities[topOf(one.probabilities)]!;
  const order = [...outcomes].sort((a, b) => sure(b) - sure(a));
  return shares.map((answered) => {
    const kept = order.slice(0, Math.max(1, Math.round(answered * order.length)));
    return { answered, accuracy: mean(kept.map((one) => (topOf(one.probabilities) === one.truth ? 1 : 0))) };
  });
}
