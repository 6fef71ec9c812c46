/** Whether the model's blind errors changed in a time: the adaptive window of the alignment, fed day by day. */
import type { Kysely } from "kysely";
import type { Drift } from "../../triage/review.ts";
import type { CategoryNames } from "../corrections/categoryMoves.ts";
import { errorChanges } from "../figures/errorChanges.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

/** What is new is seen beside what was before. */
const daysBefore = 365;

/**
 * `from` and `to` as 2026-11-23, both inclusive; the year before is watched too, and a change told that was seen since
 * `from`.
 */
export async function driftOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
  names: CategoryNames,
): Promise<Drift> {
  const rows = await db
    .selectFrom("counter")
    .select(["period", "predicted", "final", "n"])
    .where("department", "=", department)
    .where("kind", "=", "category")
    .where("arm", "=", "blind")
    .where("period", ">=", `d${dayOf(Date.parse(from) - daysBefore * dayMs)}`)
    .where("period", "<=", `d${to}`)
    .execute();
  const since = errorChanges(rows, names).filter(({ period }) => period >= `d${from}`);
  const last = since.findLast(({ cut }) => cut !== null);
  return {
    checks: since.reduce((sum, { checks }) => sum + checks, 0),
    cut: last ? { ...last.cut!, on: last.period.slice(1) } : null,
  };
}
