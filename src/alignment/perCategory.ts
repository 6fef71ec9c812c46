/** Precision, recall and F1 of every category, their macro mean, and the pairs that are most confused. */
import { type Cell, sumOf } from "./confusion.ts";
import { defaultAlpha, type Share, shareOf } from "./intervals.ts";

export interface CategoryFigures {
  category: string;
  /** right of all that the model called this category */
  precision: Share;
  /** found of all that are this category */
  recall: Share;
  /** 2·right / (predicted + final); null for a category nobody and no prediction named */
  f1: number | null;
  /** verdicts that hold this category right */
  support: number;
}

/**
 * One row for each category, most support first. Only blind cells make these accuracies; cells of other arms
 * give a confusion list that says what staff sent back, not how often the model errs.
 *
 * @param categories of the taxonomy; categories that appear only in the cells are added
 */
export function perCategory(
  cells: readonly Cell[],
  categories: readonly string[],
  alpha = defaultAlpha,
): CategoryFigures[] {
  const all = new Set([...categories, ...cells.flatMap(({ predicted, final }) => [predicted, final])]);
  return [...all].map((category) => figuresOf(cells, category, alpha)).sort((a, b) => b.support - a.support);
}

function figuresOf(cells: readonly Cell[], category: string, alpha: number): CategoryFigures {
  const right = sumOf(cells, (cell) => cell.predicted === category && cell.final === category);
  const predicted = sumOf(cells, (cell) => cell.predicted === category);
  const support = sumOf(cells, (cell) => cell.final === category);
  return {
    category,
    precision: shareOf({ hits: right, trials: predicted }, alpha),
    recall: shareOf({ hits: right, trials: support }, alpha),
    f1: predicted + support === 0 ? null : (2 * right) / (predicted + support),
    support,
  };
}

/** The mean F1 of the categories that have one, each counting the same; null without any. */
export function macroF1(figures: readonly CategoryFigures[]): number | null {
  const known = figures.flatMap(({ f1 }) => f1 ?? []);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

/** Two categories taken for each other; `firstAsSecond` counts finals `first` that were predicted `second`. */
export interface ConfusedPair {
  first: string;
  second: string;
  firstAsSecond: number;
  secondAsFirst: number;
  total: number;
}

/** Pairs in either direction together, most confused first, ties by name. */
export function confusedPairs(cells: readonly Cell[]): ConfusedPair[] {
  const pairs = new Map<string, ConfusedPair>();
  for (const { predicted, final, count } of cells) {
    if (predicted === final || count === 0) continue;
    const [first, second] = predicted < final ? [predicted, final] : [final, predicted];
    const key = JSON.stringify([first, second]);
    const pair = pairs.get(key) ?? { first, second, firstAsSecond: 0, secondAsFirst: 0, total: 0 };
    pair[final === first ? "firstAsSecond" : "secondAsFirst"] += count;
    pair.total += count;
    pairs.set(key, pair);
  }
  const byName = (a: ConfusedPair, b: ConfusedPair) =>
    a.first < b.first || (a.first === b.first && a.second < b.second) ? -1 : 1;
  return [...pairs.values()].sort((a, b) => b.total - a.total || byName(a, b));
}
