/** Counters as the alignment reads them, and its shares as the figures tell them. */
import { type Cell, cellsOf } from "../../alignment/confusion.ts";
import type { Share } from "../../alignment/intervals.ts";
import type { ShareFigure } from "../../triage/figures.ts";
import type { Sum } from "../store/counted.ts";

/** Predicted against final of one kind, parts of a cell added up. */
export function cellsIn(rows: readonly Sum[], kind: string): Cell[] {
  const own = rows.filter((row) => row.kind === kind);
  const cells = cellsOf(own.map(({ predicted, final }) => [predicted, final] as const));
  const sums = new Map(own.map(({ predicted, final }) => [`${predicted}\n${final}`, 0]));
  for (const { predicted, final, n } of own) {
    const key = `${predicted}\n${final}`;
    sums.set(key, sums.get(key)! + n);
  }
  return cells.map((cell) => ({ ...cell, count: sums.get(`${cell.predicted}\n${cell.final}`)! }));
}

export const figureOf = ({ hits, trials, share, low, high }: Share): ShareFigure => ({
  hits,
  trials,
  share,
  low,
  high,
});
