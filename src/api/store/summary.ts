/** A department's counts for some days, from the counters alone. */
import type { Kysely } from "kysely";
import { type Arm, Arm as ArmSchema } from "../../triage/prediction.ts";
import type { StateCounts, Summary } from "../../triage/summary.ts";
import type { CounterRow, DepartmentKey, Schema } from "./schema.ts";

const noStates = (): StateCounts => ({
  neverShown: 0,
  shown: 0,
  confirmed: 0,
  corrected: 0,
  unsure: 0,
  unpredicted: 0,
});

export type Counted = Pick<Summary, "states" | "categories" | "arms" | "moved">;
type Sum = Pick<CounterRow, "kind" | "arm" | "predicted" | "final" | "n">;

/** `from` and `to` as 2026-11-23, both inclusive. */
export async function summaryOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
): Promise<Counted> {
  const rows: Sum[] = await db
    .selectFrom("counter")
    .select(["kind", "arm", "predicted", "final", (eb) => eb.fn.sum<number>("n").as("n")])
    .where("department", "=", department)
    .where("kind", "in", ["state", "asked", "both", "moved"])
    .where("period", ">=", `d${from}`)
    .where("period", "<=", `d${to}`)
    .groupBy(["kind", "arm", "predicted", "final"])
    .execute();
  return {
    states: statesIn(rows),
    categories: categoriesIn(rows),
    arms: ArmSchema.anyOf.map((arm) => armIn(rows, arm.const)),
    moved: total(rows, { kind: "moved" }),
  };
}

function total(rows: readonly Sum[], match: Partial<Sum>): number {
  const names = Object.keys(match) as (keyof Sum)[];
  return rows.reduce((sum, row) => (names.every((name) => row[name] === match[name]) ? sum + row.n : sum), 0);
}

function statesIn(rows: readonly Sum[]): StateCounts {
  const states = noStates();
  for (const { kind, final, n } of rows) if (kind === "state") states[final as keyof StateCounts] += n;
  return states;
}

function categoriesIn(rows: readonly Sum[]): Summary["categories"] {
  const categories = [...new Set(rows.map((row) => row.predicted))].filter(Boolean).sort();
  return categories.map((category) => ({
    category,
    states: statesIn(rows.filter((row) => row.predicted === category)),
  }));
}

const armIn = (rows: readonly Sum[], arm: Arm): Summary["arms"][number] => ({
  arm,
  asked: total(rows, { kind: "asked", arm }),
  equal: total(rows, { kind: "both", arm, final: "equal" }),
  different: total(rows, { kind: "both", arm, final: "different" }),
  unsure: total(rows, { kind: "state", arm, final: "unsure" }),
});
