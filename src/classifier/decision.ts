/** From calibrated probabilities to one answer: a rare label that comes close goes first. */

/** A hair, so that of two equal probabilities the decided one is the larger. */
const hair = 1e-6;

/** Verdicts after which rarity speaks half as loud as it will: before, nobody knows what is rare. */
const trusted = 100;

/**
 * What to add to each label's logit before the largest is taken: −power · ln(share of the label), growing with the
 * verdicts. With labels as frequent as each other it changes nothing; without it labels of a few per cent are hardly
 * ever answered.
 */
export function leanOf(counts: readonly number[], power: number): number[] {
  const all = counts.reduce((a, b) => a + b, 0);
  const weight = (power * all) / (all + trusted);
  return counts.map((n) => -weight * Math.log((n + 1) / (all + counts.length)));
}

/** The label that is answered: the largest of ln p + lean. */
export function decided(probabilities: ArrayLike<number>, lean: ArrayLike<number>): number {
  let best = 0;
  const worth = (k: number) => Math.log(Math.max(1e-12, probabilities[k]!)) + (lean[k] ?? 0);
  for (let k = 1; k < probabilities.length; k++) if (worth(k) > worth(best)) best = k;
  return best;
}

/**
 * The probabilities closest (in Kullback–Leibler divergence) to the given ones under which `decision` is the likeliest:
 * it and those above it share what they have together. Nothing changes where it already is the likeliest.
 */
export function withFirst(probabilities: ArrayLike<number>, decision: number): Float64Array {
  const shared = Float64Array.from(probabilities);
  const above = Array.from(shared.keys())
    .filter((k) => k !== decision && shared[k]! >= shared[decision]!)
    .sort((a, b) => shared[b]! - shared[a]!);
  let level = shared[decision]!;
  let pooled = 1;
  for (const k of above) {
    if (shared[k]! < level) break;
    level = (level * pooled + shared[k]!) / ++pooled;
  }
  if (pooled === 1) return shared;
  for (const k of above.slice(0, pooled - 1)) shared[k] = level * (1 - hair);
  shared[decision] = level * (1 + hair * (pooled - 1));
  return shared;
}
