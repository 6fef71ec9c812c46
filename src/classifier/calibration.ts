/** Scores → honest probabilities, and sets of labels that hold the right one as often as they say. */

/** Softmax of logits, safe for any size. */
export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  const largest = Array.from(logits).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const out = Float64Array.from(logits, (logit) => Math.exp((logit - largest) / temperature));
  const sum = out.reduce((a, b) => a + b, 0);
  return out.map((value) => value / sum);
}

/** Scores given to a message before its label was learned, and that label. */
export interface Trial {
  readonly scores: Float64Array;
  readonly label: number;
}

const logLossAt = (trials: readonly Trial[], temperature: number) =>
  trials.reduce((sum, { scores, label }) => sum - Math.log(softmax(scores, temperature)[label]! + 1e-12), 0);

/** Verdicts from which on the temperature is fitted, and the one used until then. */
export const enoughTrials = 50;
export const coldTemperature = 0.35;

/** The temperature with the least log-loss on trials, by golden-section search on its logarithm. */
export function temperatureOf(trials: readonly Trial[]): number {
  if (trials.length < enoughTrials) return coldTemperature;
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.05);
  let high = Math.log(3);
  for (let i = 0; i < 18; i++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (logLossAt(trials, Math.exp(left)) < logLossAt(trials, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** 1 − probability of the true label, ascending: what a conformal set is cut by. */
export const strangenessOf = (trials: readonly Trial[], temperature: number): number[] =>
  trials.map(({ scores, label }) => 1 - softmax(scores, temperature)[label]!).sort((a, b) => a - b);

/**
 * Positions of the labels that together hold the right one in `coverage` of messages, likeliest first.
 * With too few trials the probabilities themselves decide. Never empty.
 */
export function conformalSet(
  probabilities: ArrayLike<number>,
  strangeness: readonly number[],
  coverage: number,
): number[] {
  const order = Array.from(probabilities, (_, k) => k).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const rank = Math.ceil((strangeness.length + 1) * coverage);
  if (strangeness.length >= enoughTrials && rank <= strangeness.length) {
    const floor = 1 - strangeness[rank - 1]!;
    return order.filter((k, place) => place === 0 || probabilities[k]! >= floor - 1e-9);
  }
  let sum = 0;
  return order.filter((k) => {
    const wanted = sum < coverage;
    sum += probabilities[k]!;
    return wanted;
  });
}
