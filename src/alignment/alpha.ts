/** The human ceiling: how far colleagues who both answered blind agree with each other on the same message. */

/** How far two values of the same scale are apart, given how often each value was used; 0 for equal ones. */
type Distance = (a: number, b: number, used: readonly number[]) => number;

/** Values either differ or not: categories. */
export const nominal: Distance = (a, b) => (a === b ? 0 : 1);

/** Ranks are further apart the more answers lie between them: priorities. */
export const ordinal: Distance = (a, b, used) => {
  const [low, high] = a < b ? [a, b] : [b, a];
  const between = used.slice(low, high + 1).reduce((sum, n) => sum + n, 0);
  return (between - (used[low]! + used[high]!) / 2) ** 2;
};

export interface Ceiling {
  /** messages with at least two answers */
  units: number;
  /** equal pairs of all pairs of answers on the same message, each message counting the same; null without units */
  agreement: number | null;
  /** Krippendorff's alpha: 1 full agreement, 0 as by chance; null when every answer is the same value */
  alpha: number | null;
}

/**
 * Raw agreement and Krippendorff's alpha, 1 − observed / expected disagreement, from the coincidence matrix.
 *
 * Source: Hayes & Krippendorff 2007. Any number of answers per message; messages with fewer than two do not count.
 *
 * @param answers of each message; unsure left out
 * @param values of the scale, for `ordinal` in order; throws RangeError for an answer outside them
 */
export function humanCeiling<Value extends string>(
  answers: readonly (readonly Value[])[],
  values: readonly Value[],
  distance: Distance = nominal,
): Ceiling {
  const units = answers.filter((unit) => unit.length >= 2).map((unit) => tally(unit, values));
  const used = values.map((_, v) => units.reduce((sum, unit) => sum + unit[v]!, 0));
  const total = used.reduce((sum, n) => sum + n, 0);
  if (units.length === 0) return { units: 0, agreement: null, alpha: null };
  const observed = units.reduce((sum, unit) => sum + apart(unit, used, distance) / (size(unit) - 1), 0);
  const expected = apart(used, used, distance) / (total - 1);
  return {
    units: units.length,
    agreement: units.reduce((sum, unit) => sum + equalPairs(unit), 0) / units.length,
    alpha: expected === 0 ? null : 1 - observed / expected,
  };
}

function tally<Value extends string>(unit: readonly Value[], values: readonly Value[]): number[] {
  if (unit.some((value) => !values.includes(value))) throw new RangeError("an answer outside the scale");
  return values.map((value) => unit.filter((answer) => answer === value).length);
}

const size = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

/** Σ over ordered pairs of values of n_a · n_b · distance. */
const apart = (counts: readonly number[], used: readonly number[], distance: Distance) =>
  counts.reduce(
    (sum, a, i) =>
      sum + counts.reduce((inner, b, j) => inner + (i === j ? 0 : a * b * distance(i, j, used)), 0),
    0,
  );

const equalPairs = (unit: readonly number[]) =>
  unit.reduce((sum, n) => sum + n * (n - 1), 0) / (size(unit) * (size(unit) - 1));
