/** Whether the model's blind errors changed in a time: the adaptive window of the alignment, fed day by day. */
import type { Kysely } from "kysely";
import type { Drift } from "../../triage/review.ts";
import type { CategoryNames } from "../corrections/categoryMoves.ts";
import { newestChange } from "../figures/errorChanges.ts";
import { watchedErrors } from "../figures/watchedErrors.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

/**
 * `from` and `to` as 2026-11-23, both inclusive; the year before is watched too, and a change told that was seen since
 * `from`, with the day on which it was first noticed.
 */
export async function driftOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
  names: CategoryNames,
): Promise<Drift> {
  const days = await watchedErrors(db, department, to, names);
  const since = days.filter(({ period }) => period >= `d${from}`);
  return {
    checks: since.reduce((sum, { checks }) => sum + checks, 0),
    cut: newestChange(days, from),
  };
}
