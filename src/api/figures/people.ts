/** Whether a department has too few people for figures of their work. */
import type { Kysely } from "kysely";
import { dayMs } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

export const fewestPeople = 5;
const lookedBackMs = 90 * dayMs;
const keptForMs = 10 * 60_000;
const known = new WeakMap<Kysely<Schema>, Map<DepartmentKey, { isFew: boolean; until: number }>>();

/** Who answered in the last 90 days; looked up at most every ten minutes. */
export async function hasFewPeople(
  db: Kysely<Schema>,
  department: DepartmentKey,
  now: number,
): Promise<boolean> {
  const kept = known.get(db) ?? new Map();
  known.set(db, kept);
  const last = kept.get(department);
  if (last && now < last.until) return last.isFew;
  const people = await db
    .selectFrom("answer")
    .select("person")
    .distinct()
    .where("department", "=", department)
    .where("at", ">", now - lookedBackMs)
    .limit(fewestPeople)
    .execute();
  const isFew = people.length < fewestPeople;
  kept.set(department, { isFew, until: isFew ? now : now + keptForMs });
  return isFew;
}
