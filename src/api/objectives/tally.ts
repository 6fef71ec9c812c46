/** Which counters a formula is made of, and the share they add up to: pure, the same for counters and recounts. */
import type { Tally } from "../../alignment/intervals.ts";
import type { Formula, Standing } from "../../triage/objective.ts";
import { type CategoryNames, todaysName } from "../corrections/categoryMoves.ts";
import { isBothEqual, type Sum } from "../store/counted.ts";
import { isWithin, triage } from "../store/workCells.ts";

/** A formula over counters; what is imported has none. */
export type CountedFormula = Exclude<Formula, { kind: "imported" }>;

/** An objective about a category that went into another is about that one from then on. */
export const inTodaysNames = (formula: CountedFormula, names: CategoryNames): CountedFormula =>
  "category" in formula && formula.category !== undefined
    ? { ...formula, category: todaysName(names)(formula.category) }
    : formula;

/** The kind of counter that holds a formula's checks. */
export function kindOf(formula: CountedFormula): string {
  switch (formula.kind) {
    case "category":
    case "priority":
    case "both":
      return formula.kind;
    case "urgentRecall":
      return "priority";
    case "triagedWithin":
      return triage;
    case "onePress":
      return "press";
  }
}

/** Accuracy is judged by blind checks alone; time and presses by all mail. */
export function armOf(formula: Formula): Standing["arm"] {
  if (formula.kind === "imported") return "imported";
  return formula.kind === "triagedWithin" || formula.kind === "onePress" ? "all" : "blind";
}

/** Whether a counter is a check of this formula. */
export function isCheck(formula: CountedFormula, { kind, arm, predicted, final }: Omit<Sum, "n">): boolean {
  if (kind !== kindOf(formula) || (armOf(formula) === "blind" && arm !== "blind")) return false;
  switch (formula.kind) {
    case "category":
      return formula.category === undefined || final === formula.category;
    case "priority":
      return formula.priority === undefined || final === formula.priority;
    case "both":
      return true;
    case "urgentRecall":
      return final === "urgent";
    case "triagedWithin":
      return formula.priority === undefined || predicted === formula.priority;
    case "onePress":
      return formula.category === undefined || predicted === formula.category;
  }
}

function isHit(formula: CountedFormula, { predicted, final }: Omit<Sum, "n">): boolean {
  switch (formula.kind) {
    case "category":
    case "priority":
    case "urgentRecall":
      return predicted === final;
    case "both":
      return isBothEqual({ predicted, final });
    case "triagedWithin":
      return isWithin(final, formula.minutes);
    case "onePress":
      return final === "one";
  }
}

export function tallyOf(formula: CountedFormula, rows: readonly Sum[]): Tally {
  const tally = { hits: 0, trials: 0 };
  for (const row of rows) {
    if (!isCheck(formula, row)) continue;
    tally.trials += row.n;
    if (isHit(formula, row)) tally.hits += row.n;
  }
  return tally;
}

export const together = (tallies: readonly Tally[]): Tally => ({
  hits: tallies.reduce((sum, { hits }) => sum + hits, 0),
  trials: tallies.reduce((sum, { trials }) => sum + trials, 0),
});
