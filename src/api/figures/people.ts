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
  const isFew = !(await hasAtLeast(db, department, fewestPeople, now - lookedBackMs));
  kept.set(department, { isFew, until: isFew ? now : now + keptForMs });
  return isFew;
}

/** Steps from person to person through the index, however many answers each gave. */
async function hasAtLeast(
  db: Kysely<Schema>,
  department: DepartmentKey,
  people: number,
  since: number,
): Promise<boolean> {
  let after = "";
  let found = 0;
  while (found < people) {
    const next = await db
      .selectFrom("answer")
      .select("person")
      .where("department", "=", department)
      .where("person", ">", after)
      .orderBy("person")
      .limit(1)
      .executeTakeFirst();
    if (!next) return false;
    after = next.person;
    const recent = await db
      .selectFrom("answer")
      .select("at")
      .where("department", "=", department)
      .where("person", "=", after)
      .where("at", ">", since)
      .limit(1)
      .executeTakeFirst();
    if (recent) found++;
  }
  return true;
}
