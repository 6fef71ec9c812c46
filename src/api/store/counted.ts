/** Counters in the alignment's form, whose functions make figures of them. */
import type { Cell } from "../../alignment/confusion.ts";
import { type Counts, emptyCounts } from "../../alignment/counts.ts";
import type { CounterRow } from "./schema.ts";

/** Counters summed over whatever is left out. */
export type Sum = Pick<CounterRow, "kind" | "arm" | "predicted" | "final" | "n">;

/** `equal` and `different` are how both fields were counted before their categories were kept. */
export const isBothEqual = ({ predicted, final }: Pick<Sum, "predicted" | "final">): boolean =>
  final === "equal" || (predicted !== "" && predicted === final);

export function countsIn(rows: readonly Sum[]): Counts {
  const counts = emptyCounts();
  for (const { kind, arm, predicted, final, n } of rows) {
    const of = counts[arm];
    if (kind === "state") of[final as "shown"] += n;
    else if (kind === "asked" || kind === "answered") of[kind] += n;
    else if (kind === "both") of.both[isBothEqual({ predicted, final }) ? "equal" : "different"] += n;
    else if (kind === "category" || kind === "priority")
      of[kind][predicted === final ? "equal" : "different"] += n;
  }
  return counts;
}

/** Predicted against final category, over all arms. */
export function categoryCells(rows: readonly Sum[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { kind, predicted, final, n } of rows) {
    if (kind !== "category") continue;
    const key = JSON.stringify([predicted, final]);
    const cell = cells.get(key) ?? { predicted, final, count: 0 };
    cells.set(key, { ...cell, count: cell.count + n });
  }
  return [...cells.values()];
}
