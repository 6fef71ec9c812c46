/** Priorities are ordinal: agreement weighted by distance, missed urgents, and how far off the rest is. */
import { type Cell, sumOf } from "./confusion.ts";
import { defaultAlpha, type Interval, type Share, shareOf } from "./intervals.ts";
import { twoSided } from "./normal.ts";

/**
 * Cohen's kappa with quadratic weights (Cohen 1968): 1 − Σ w·observed / Σ w·expected, w = (rank distance)².
 *
 * 1 is perfect, 0 is what chance would give with the same margins. Null when there are no verdicts, or when model and
 * staff only ever used one and the same rank, so that chance alone agrees fully.
 *
 * @param ranks from lowest to highest; throws RangeError for a cell outside them
 */
export function weightedKappa(cells: readonly Cell[], ranks: readonly string[]): number | null {
  const total = sumOf(cells);
  if (total === 0) return null;
  const known = cells.map((cell) => ({ ...cell, ...rankPair(cell, ranks) }));
  const observed = known.reduce((sum, { p, f, count }) => sum + (p - f) ** 2 * count, 0);
  const expected = known.reduce(
    (sum, a) => sum + known.reduce((inner, b) => inner + (a.p - b.f) ** 2 * a.count * b.count, 0),
    0,
  );
  return expected === 0 ? null : 1 - (observed * total) / expected;
}

/**
 * A 95 % interval of the weighted kappa by the jackknife, for one look at a fixed report; null where kappa is.
 *
 * Leaves out one verdict of each cell in turn, weighted by the cell's count (Efron & Stein 1981).
 */
export function kappaInterval(
  cells: readonly Cell[],
  ranks: readonly string[],
  alpha = 0.05,
): Interval | null {
  const [kappa, total] = [weightedKappa(cells, ranks), sumOf(cells)];
  if (kappa === null || total < 3) return null;
  const left = cells.map((cell) => weightedKappa(withoutOne(cells, cell), ranks) ?? kappa);
  const mean = cells.reduce((sum, { count }, i) => sum + count * left[i]!, 0) / total;
  const squares = cells.reduce((sum, { count }, i) => sum + count * (left[i]! - mean) ** 2, 0);
  const half = twoSided(alpha) * Math.sqrt(((total - 1) / total) * squares);
  return [Math.max(-1, kappa - half), Math.min(1, kappa + half)];
}

const withoutOne = (cells: readonly Cell[], out: Cell) =>
  cells.map((cell) => (cell === out ? { ...cell, count: Math.max(0, cell.count - 1) } : cell));

function rankPair({ predicted, final }: Cell, ranks: readonly string[]): { p: number; f: number } {
  const [p, f] = [ranks.indexOf(predicted), ranks.indexOf(final)];
  if (p < 0 || f < 0) throw new RangeError("a priority outside the ranks");
  return { p, f };
}

/**
 * Of the mail that staff, asked blind, called urgent: the share that the model had called urgent too.
 *
 * @param urgentExcluded whether urgent predictions are kept out of blind checks: then what is left of the urgent mail
 * is only what the model missed, recall would read 0, and the answer is null ("cannot be measured under this policy")
 */
export function urgentRecall(
  blindCells: readonly Cell[],
  urgentExcluded: boolean,
  urgent = "urgent",
  alpha = defaultAlpha,
): Share | null {
  if (urgentExcluded) return null;
  const trials = sumOf(blindCells, ({ final }) => final === urgent);
  const hits = sumOf(blindCells, ({ predicted, final }) => final === urgent && predicted === urgent);
  return shareOf({ hits, trials }, alpha);
}

/** Verdicts by rank distance: above 0 the model was too urgent, below 0 not urgent enough. Every distance is there. */
export function rankDistances(cells: readonly Cell[], ranks: readonly string[]): Map<number, number> {
  const most = ranks.length - 1;
  const distances = new Map(Array.from({ length: 2 * most + 1 }, (_, i) => [i - most, 0]));
  for (const cell of cells) {
    const { p, f } = rankPair(cell, ranks);
    distances.set(p - f, distances.get(p - f)! + cell.count);
  }
  return distances;
}
