/** A version goes live, or an earlier one again: one transaction, with all that people were told because of it. */
import { type Kysely, sql } from "kysely";
import type { ModelState } from "../../triage/model.ts";
import { versionName } from "../predictors/builtIn.ts";
import { dropModelFiles, keptVersions } from "../predictors/modelFiles.ts";
import { tidyForgotten } from "../privacy/forgetting.ts";
import { record } from "../store/audit.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

export interface Publication {
  department: DepartmentKey;
  version: number;
  person: string;
  now: number;
  /** it says other things than the one before, so more is asked blind for a while */
  isChange: boolean;
}

export const watchMs = 14 * 86_400_000;
const filesKept = 6;

/** In a transaction that holds the department; publishing what is live already changes nothing. */
export async function publish(db: Kysely<Schema>, publication: Publication): Promise<void> {
  const { department, version, now, isChange, person } = publication;
  await leaveLive(db, department, "retired");
  await goLive(db, publication);
  if (isChange) await watchClosely(db, department, now);
  await markLearned(db, department, version);
  await record(db, department, { at: now, person, action: "publishModel", subject: versionName(version) });
  await dropOldFiles(db, department, version);
  await tidyForgotten(db, department);
}

/** Back to an earlier version: what was learned after it waits again, and nothing is published by itself for 14 days. */
export async function rollBack(
  db: Kysely<Schema>,
  publication: Omit<Publication, "isChange">,
): Promise<void> {
  const { department, version, now, person } = publication;
  await leaveLive(db, department, "rolledBack");
  await goLive(db, publication);
  await watchClosely(db, department, now);
  await holdPublishing(db, department, now + watchMs);
  await db
    .updateTable("answer")
    .set({ state: "accepted", learned_in: null, now: null })
    .where("department", "=", department)
    .where("state", "=", "learned")
    .where(sql<number>`cast(substr(learned_in, 2) as integer)`, ">", version)
    .execute();
  await record(db, department, { at: now, person, action: "rollBackModel", subject: versionName(version) });
}

export const holdPublishing = async (
  db: Kysely<Schema>,
  department: DepartmentKey,
  until: number,
): Promise<void> =>
  void (await db
    .updateTable("department")
    .set({ publishing_held_until: until })
    .where("department", "=", department)
    .execute());

const leaveLive = async (db: Kysely<Schema>, department: DepartmentKey, state: ModelState): Promise<void> =>
  void (await db
    .updateTable("model_version")
    .set({ state })
    .where("department", "=", department)
    .where("state", "=", "live")
    .execute());

async function goLive(
  db: Kysely<Schema>,
  { department, version, now }: Pick<Publication, "department" | "version" | "now">,
): Promise<void> {
  await db
    .updateTable("model_version")
    .set({ state: "live", published_at: now, settled: 0 })
    .where("department", "=", department)
    .where("version", "=", version)
    .execute();
  await db
    .updateTable("department")
    .set({ model_version: version })
    .where("department", "=", department)
    .execute();
}

const watchClosely = async (db: Kysely<Schema>, department: DepartmentKey, now: number): Promise<void> =>
  void (await db
    .updateTable("department")
    .set({ blind_raised_until: now + watchMs })
    .where("department", "=", department)
    .execute());

/** The receipts of all it was made with, and earlier versions that were never published. */
const markLearned = async (db: Kysely<Schema>, department: DepartmentKey, version: number): Promise<void> =>
  void (await db
    .updateTable("answer")
    .set({ state: "learned", learned_in: versionName(version) })
    .where("department", "=", department)
    .where("state", "=", "accepted")
    .where("trained_in", ">", 0)
    .where("trained_in", "<=", version)
    .execute());

/** The newest few stay to go back to. */
async function dropOldFiles(db: Kysely<Schema>, department: DepartmentKey, live: number): Promise<void> {
  const kept = (await keptVersions(db, department)).filter((version) => version !== live);
  await dropModelFiles(db, department, kept.slice(filesKept - 1));
}
