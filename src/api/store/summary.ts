/** A department's figures for some days, from the counters alone. */
import type { Kysely } from "kysely";
import { mostConfused } from "../../alignment/confusion.ts";
import type { Counts } from "../../alignment/counts.ts";
import { type Arm, Arm as ArmSchema } from "../../triage/prediction.ts";
import type { StateCounts, Summary } from "../../triage/summary.ts";
import { categoryNames, renamed } from "../corrections/categoryMoves.ts";
import { fieldAgreement } from "./agreement.ts";
import { categoryCells, countsIn, type Sum } from "./counted.ts";
import type { DepartmentKey, Schema } from "./schema.ts";
import { sumsOf } from "./sums.ts";
import { weeksOf } from "./weeks.ts";

export type Counted = Omit<Summary, "departmentId" | "from" | "to" | "computedAt">;

const mostPairs = 5;
const kinds = ["state", "asked", "answered", "category", "priority", "both", "moved"];
const arms = ArmSchema.anyOf.map((arm) => arm.const);

/** `from` and `to` as 2026-11-23, both inclusive. */
export async function summaryOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
): Promise<Counted> {
  const names = await categoryNames(db, department);
  const rows = renamed(await sumsOf(db, department, kinds, from, to), names);
  const counts = countsIn(rows);
  return {
    states: statesIn(counts),
    categories: categoriesIn(rows),
    arms: arms.map((arm) => armIn(counts, arm)),
    moved: rows.reduce((sum, { kind, n }) => (kind === "moved" ? sum + n : sum), 0),
    agreement: {
      category: fieldAgreement(counts, "category"),
      priority: fieldAgreement(counts, "priority"),
      both: fieldAgreement(counts, "both"),
    },
    weeks: await weeksOf(db, department, from, to, names),
    confused: mostConfused(categoryCells(rows), mostPairs).map(({ predicted, final, count }) => ({
      predicted,
      said: final,
      count,
    })),
  };
}

function statesIn(counts: Counts): StateCounts {
  const of = (state: keyof StateCounts) => arms.reduce((sum, arm) => sum + counts[arm][state], 0);
  return {
    neverShown: of("neverShown"),
    shown: of("shown"),
    confirmed: of("confirmed"),
    corrected: of("corrected"),
    unsure: of("unsure"),
    unpredicted: of("unpredicted"),
  };
}

function categoriesIn(rows: readonly Sum[]): Summary["categories"] {
  const states = rows.filter(({ kind, predicted }) => kind === "state" && predicted !== "");
  const categories = [...new Set(states.map(({ predicted }) => predicted))].sort();
  return categories.map((category) => ({
    category,
    states: statesIn(countsIn(states.filter(({ predicted }) => predicted === category))),
  }));
}

const armIn = (counts: Counts, arm: Arm): Summary["arms"][number] => ({
  arm,
  asked: counts[arm].asked,
  equal: counts[arm].both.equal,
  different: counts[arm].both.different,
  unsure: counts[arm].unsure,
});
