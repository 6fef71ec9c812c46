/** The errors of a department's blind checks, watched day by day over the year before a day: one watch for figures and reviews. */
import type { Kysely } from "kysely";
import type { CategoryNames } from "../corrections/categoryMoves.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { errorChanges, type Stretch } from "./errorChanges.ts";

/** A change is looked for in a whole year, whatever time is asked for: what is new is seen beside what was before. */
const daysBefore = 365;

/** @param to as 2026-11-23, inclusive */
export async function watchedErrors(
  db: Kysely<Schema>,
  department: DepartmentKey,
  to: string,
  names: CategoryNames,
): Promise<Stretch[]> {
  const rows = await db
    .selectFrom("counter")
    .select(["period", "predicted", "final", "n"])
    .where("department", "=", department)
    .where("kind", "=", "category")
    .where("arm", "=", "blind")
    .where("period", ">=", `d${dayOf(Date.parse(to) - daysBefore * dayMs)}`)
    .where("period", "<=", `d${to}`)
    .execute();
  return errorChanges(rows, names);
}
