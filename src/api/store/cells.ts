/** Which counters a message adds to: the same arithmetic for every change and for the recount. */
import { type Contribution, contributionOf } from "../../alignment/contribution.ts";
import { type Stay, staysOf } from "./history.ts";
import type { CounterRow, StoredFeedback } from "./schema.ts";

/** Counter key → how much. */
export type Cells = Map<string, number>;

export type CellName = Pick<CounterRow, "kind" | "period" | "arm" | "model_version" | "predicted" | "final">;

const names = ["kind", "period", "arm", "model_version", "predicted", "final"] as const;

const keyOf = (cell: CellName) => JSON.stringify(names.map((name) => cell[name]));

export const cellOf = (key: string): CellName => {
  const values = JSON.parse(key) as string[];
  return Object.fromEntries(names.map((name, i) => [name, values[i]])) as unknown as CellName;
};

export const dayMs = 86_400_000;
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** The Monday of the ISO week, UTC. */
export const mondayOf = (at: number) => dayOf(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs);

/** The two periods in which a moment counts. */
export const periodsOf = (at: number): [string, string] => [`d${dayOf(at)}`, `w${mondayOf(at)}`];

/** Everything one message adds, from its rows in stored order. */
export function cellsOf(stored: readonly StoredFeedback[]): Cells {
  const cells: Cells = new Map();
  for (const stay of staysOf(stored))
    for (const cell of stayCells(stay)) {
      for (const period of periodsOf(stay.openedAt)) {
        const key = keyOf({ ...cell, period });
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
    }
  return cells;
}

type Cell = Omit<CellName, "period">;

function stayCells(stay: Stay): Cell[] {
  const { arm, model_version } = stay.openings[0]!;
  if (stay.hasMoved) return [{ kind: "moved", arm, model_version, predicted: "", final: "" }];
  const contribution = contributionOf(stay.rows);
  return contribution ? contributionCells(contribution) : [];
}

function contributionCells(contribution: Contribution): Cell[] {
  const { arm, drawnArm, state, asked, modelVersion: model_version, predicted, said } = contribution;
  // Until a blind message is answered, not even a sum may tell what the model said of it.
  const isSecret = drawnArm === "blind" && said === null;
  const category = isSecret ? "" : (predicted?.category ?? "");
  const cells: Cell[] = [{ kind: "state", arm, model_version, predicted: category, final: state }];
  if (asked) cells.push({ kind: "asked", arm: drawnArm, model_version, predicted: "", final: "" });
  if (asked && said && arm === drawnArm)
    cells.push({ kind: "answered", arm: drawnArm, model_version, predicted: "", final: "" });
  if (!predicted || said?.kind !== "holds") return cells;
  const isEqual = said.category === predicted.category && said.priority === predicted.priority;
  return [
    ...cells,
    { kind: "category", arm, model_version, predicted: predicted.category, final: said.category },
    { kind: "priority", arm, model_version, predicted: predicted.priority, final: said.priority },
    { kind: "both", arm, model_version, predicted: "", final: isEqual ? "equal" : "different" },
  ];
}

/** What has to be added to `before` to get `after`, in the order of their keys, without zeros. */
export function difference(before: Cells, after: Cells): [string, number][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys
    .map((key): [string, number] => [key, (after.get(key) ?? 0) - (before.get(key) ?? 0)])
    .filter(([, change]) => change !== 0);
}
