/** A person publishes a candidate, or goes back to an earlier version. */
import type { Kysely } from "kysely";
import { Refusal } from "../refusal.ts";
import type { Department } from "../store/departments.ts";
import type { PersonKey, Schema } from "../store/schema.ts";
import { holdPublishing, publish, rollBack } from "./publish.ts";
import { reachIn } from "./reachable.ts";
import { versionRow } from "./versions.ts";

export interface Choice {
  department: Department;
  version: number;
  person: PersonKey;
  now: number;
}

/** In a transaction that holds the department. Choosing what is live changes nothing. */
export async function chooseVersion(
  db: Kysely<Schema>,
  { department, version, person, now }: Choice,
): Promise<void> {
  const { key } = department;
  const live = await liveOf(db, key);
  if (version === live) return;
  const row = await versionRow(db, key, version);
  const whyNot = await reachIn(db, department);
  if (!row || whyNot(row) !== undefined) throw new Refusal("not_found");
  const publication = { department: key, version, person, now };
  if (version < live) await rollBack(db, publication);
  else {
    await publish(db, { ...publication, isChange: true });
    // Live again, the version that was taken back is no reason to wait any more.
    if (row.state === "rolledBack") await holdPublishing(db, key, 0);
  }
}

async function liveOf(db: Kysely<Schema>, department: string): Promise<number> {
  const row = await db
    .selectFrom("department")
    .select("model_version")
    .where("department", "=", department)
    .executeTakeFirstOrThrow();
  return row.model_version;
}
