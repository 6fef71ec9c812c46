/** Population stability: whether the mix of predicted categories moved from one month to the next. */
import { normalQuantile } from "./normal.ts";

export interface Stability {
  /** Σ (after − before) · ln(after / before) over categories; 0 is the same mix */
  index: number;
  /** what chance alone stays under in 99 of 100 months with an unchanged mix */
  byChance: number;
  /** moved: above 0.1 and above chance; changed: above 0.25 and above chance */
  state: "steady" | "moved" | "changed";
}

/** Under this many predictions in either month nothing is said. */
export const fewestForStability = 30;

/**
 * The population stability index with its usual marks 0.1 and 0.25, each only where it is beyond chance.
 *
 * Half a prediction is added to each category, so that a new category counts and does not divide by zero. Under an
 * unchanged mix the index is about (1/n + 1/m)·χ² with K − 1 degrees of freedom (Yurdakul 2018); χ² by Wilson & Hilferty.
 *
 * @param before,after predictions by category
 * @returns null with too few predictions, or fewer than two categories
 */
export function stabilityOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Stability | null {
  const categories = [...new Set([...before.keys(), ...after.keys()])];
  const [n, m] = [sum(before.values()), sum(after.values())];
  if (Math.min(n, m) < fewestForStability || categories.length < 2) return null;
  const share = (counts: ReadonlyMap<string, number>, category: string, total: number) =>
    ((counts.get(category) ?? 0) + 0.5) / (total + categories.length / 2);
  const index = sum(
    categories.map((category) => {
      const [p, q] = [share(before, category, n), share(after, category, m)];
      return (q - p) * Math.log(q / p);
    }),
  );
  const byChance = (1 / n + 1 / m) * chiSquare(categories.length - 1, 0.99);
  const beyond = (mark: number) => index > mark && index > byChance;
  return { index, byChance, state: beyond(0.25) ? "changed" : beyond(0.1) ? "moved" : "steady" };
}

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

/** The p-quantile of χ² with k degrees of freedom, to about 1 % for p = 0.99 (Wilson & Hilferty 1931). */
const chiSquare = (k: number, p: number) =>
  k * (1 - 2 / (9 * k) + normalQuantile(p) * Math.sqrt(2 / (9 * k))) ** 3;
