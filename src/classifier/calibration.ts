/** Scores → honest probabilities, and sets of labels that hold the right one as often as they say. */

/** Softmax of logits, safe for any size. */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const largest = Array.from(logits).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const out = Float64Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = out.reduce((a, b) => a + b, 0);
  return out.map((value) => value / sum);
}

/** Odds of e^10 to 1 are as much as mail can speak for; beyond, each further step counts less. */
const surest = 10;

/** Softmax of logits whose gaps to the largest grow only slowly beyond `surest`: no label is ever quite certain. */
export function probabilitiesOf(logits: ArrayLike<number>): Float64Array {
  const largest = Array.from(logits).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return softmax(
    Array.from(logits, (logit) => {
      const beyond = largest - logit - surest;
      return beyond > 0 ? -surest - Math.log1p(beyond) : logit - largest;
    }),
  );
}

/** What each expert (learned weights, prior) said of a message before its label was learned, and that label. */
export interface Trial {
  readonly experts: readonly Float64Array[];
  readonly label: number;
  /** Place of the message among those trained on; only straight after a refit. */
  readonly of?: number;
}

/** Where a mixture starts and how hard trials must pull to move it: a Gaussian prior on each weight. */
export interface MixPrior {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** Logits of a mixture: the weighted sum of what the experts say. */
export function mixed(experts: readonly ArrayLike<number>[], weights: readonly number[]): Float64Array {
  return Float64Array.from(experts[0]!, (_, k) =>
    experts.reduce((sum, expert, j) => sum + weights[j]! * expert[k]!, 0),
  );
}

/** Newton steps on the log-loss of trials plus the prior: convex, a handful of steps suffice. */
export function fitMix(trials: readonly Trial[], { means, deviations }: MixPrior): number[] {
  const weights = [...means];
  for (let round = 0; round < 12 && trials.length > 0; round++) {
    const { gradient, curvature } = slopeAt(trials, weights);
    weights.forEach((weight, j) => {
      gradient[j]! += (weight - means[j]!) / deviations[j]! ** 2;
      curvature[j]![j]! += 1 / deviations[j]! ** 2;
    });
    const move = solved(curvature, gradient);
    move.forEach((change, j) => {
      weights[j] = Math.max(0, weights[j]! - Math.max(-4, Math.min(4, change)));
    });
    if (move.every((change) => Math.abs(change) < 1e-4)) break;
  }
  return weights;
}

function slopeAt(trials: readonly Trial[], weights: readonly number[]) {
  const size = weights.length;
  const gradient = new Array<number>(size).fill(0);
  const curvature = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { experts, label } of trials) {
    const p = softmax(mixed(experts, weights));
    const means = experts.map((expert) => p.reduce((sum, share, k) => sum + share * expert[k]!, 0));
    for (let a = 0; a < size; a++) {
      gradient[a]! += means[a]! - experts[a]![label]!;
      for (let b = 0; b < size; b++)
        curvature[a]![b]! +=
          p.reduce((sum, share, k) => sum + share * experts[a]![k]! * experts[b]![k]!, 0) -
          means[a]! * means[b]!;
    }
  }
  return { gradient, curvature };
}

/** Gaussian elimination for a small positive definite system. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++)
    for (let r = 0; r < rows.length; r++) {
      if (r === i) continue;
      const factor = rows[r]![i]! / rows[i]![i]!;
      for (let c = i; c <= rows.length; c++) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}

/** Trials from which on they, and not the probabilities, cut the prediction sets. */
export const enoughTrials = 50;

/** 1 − probability of the true label, ascending: what a conformal set is cut by. */
export const strangenessOf = (trials: readonly Trial[], weights: readonly number[]): number[] =>
  trials
    .map(({ experts, label }) => 1 - probabilitiesOf(mixed(experts, weights))[label]!)
    .sort((a, b) => a - b);

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
