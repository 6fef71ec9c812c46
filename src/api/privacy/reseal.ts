/** Entries of a log from before aliases name people by their account: an erasure renames them and seals the chain anew. */
import type { Kysely } from "kysely";
import { sealOf } from "../store/audit.ts";
import { dataProtection } from "../store/migrations/dataProtection.ts";
import type { DepartmentKey, PersonKey, Schema } from "../store/schema.ts";

/** Answers the hash with which the chain ended before, to be written down; undefined when nothing had to be renamed. */
export async function resealed(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  alias: string,
): Promise<string | undefined> {
  if (!(await hasOldEntries(db, department))) return undefined;
  const first = await db
    .selectFrom("audit")
    .select(["position", "previous"])
    .where("department", "=", department)
    .where("person", "=", person)
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  if (!first) return undefined;
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("department", "=", department)
    .where("position", ">=", first.position)
    .orderBy("position")
    .execute();
  let { previous } = first;
  for (const row of rows) {
    const renamed = { ...row, person: row.person === person ? alias : row.person, previous };
    const hash = sealOf(renamed);
    await db
      .updateTable("audit")
      .set({ person: renamed.person, previous, hash })
      .where("department", "=", department)
      .where("position", "=", row.position)
      .execute();
    previous = hash;
  }
  return rows.at(-1)!.hash;
}

/** Only where the log began before there were aliases, which is told by its first entry. */
async function hasOldEntries(db: Kysely<Schema>, department: DepartmentKey): Promise<boolean> {
  const row = await db
    .selectFrom("audit")
    .select("at")
    .where("department", "=", department)
    .where("position", "=", 1)
    .executeTakeFirst();
  const step = await db
    .selectFrom("migration")
    .select("applied_at")
    .where("number", "=", dataProtection.number)
    .executeTakeFirst();
  return row !== undefined && step !== undefined && row.at < step.applied_at;
}
