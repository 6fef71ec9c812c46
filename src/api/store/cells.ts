/** Which counters a message adds to: the same arithmetic for every change and for the recount. */
import { contributionOf } from "../../alignment/contribution.ts";
import { type Stay, staysOf } from "./history.ts";
import { type Cell, type Kind, kinds } from "./kinds.ts";
import { periodsOf } from "./periods.ts";
import type { CounterRow, StoredFeedback } from "./schema.ts";

/** Counter key → how much. */
export type Cells = Map<string, number>;

export type CellName = Pick<CounterRow, "kind" | "period" | "arm" | "model_version" | "predicted" | "final">;

/** None of the parts holds a line feed. */
export const keyOf = (name: CellName): string =>
  `${name.kind}\n${name.period}\n${name.arm}\n${name.model_version}\n${name.predicted}\n${name.final}`;

export function cellOf(key: string): CellName {
  const [kind, period, arm, model_version, predicted, final] = key.split("\n");
  return { kind, period, arm, model_version, predicted, final } as CellName;
}

/** Everything one message adds, from its rows in stored order. */
export function cellsOf(stored: readonly StoredFeedback[]): Cells {
  const cells: Cells = new Map();
  for (const stay of staysOf(stored)) {
    for (const [kind, cell] of cellsOfStay(stay)) {
      const [day, week] = periodsOf(countedAt(kind, stay));
      if (!kind.weeksOnly) add(cells, kind.name, day, cell);
      add(cells, kind.name, week, cell);
    }
  }
  return cells;
}

/** What one stay adds, whatever the period. */
export function cellsOfStay(stay: Stay): [Kind, Cell][] {
  const counted = { stay, contribution: stay.hasMoved ? null : contributionOf(stay.rows) };
  return kinds.flatMap((kind) => kind.cellsOf(counted).map((cell): [Kind, Cell] => [kind, cell]));
}

/** In which moment a cell of this kind counts. */
export const countedAt = (kind: Kind, stay: Stay): number => kind.countedAt?.(stay) ?? stay.openedAt;

function add(cells: Cells, kind: string, period: string, cell: Cell): void {
  const { arm, model_version = "", predicted = "", final = "" } = cell;
  const key = keyOf({ kind, period, arm, model_version, predicted, final });
  cells.set(key, (cells.get(key) ?? 0) + 1);
}

/** What has to be added to `before` to get `after`, in the order of their keys, without zeros. */
export function difference(before: Cells, after: Cells): [string, number][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys
    .map((key): [string, number] => [key, (after.get(key) ?? 0) - (before.get(key) ?? 0)])
    .filter(([, change]) => change !== 0);
}
