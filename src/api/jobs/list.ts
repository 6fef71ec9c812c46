/** A department's model versions as its people see them. */
import type { Kysely } from "kysely";
import type { ModelVersion, ModelVersions, Unreachable } from "../../triage/model.ts";
import type { Department } from "../store/departments.ts";
import type { ModelVersionRow, Schema } from "../store/schema.ts";
import { reachIn } from "./reachable.ts";

const mostShown = 20;

export async function modelVersionsOf(
  db: Kysely<Schema>,
  department: Department,
  now: number,
): Promise<ModelVersions> {
  const { key, blindRaisedUntil, publishingHeldUntil } = department;
  const rows = await db
    .selectFrom("model_version")
    .selectAll()
    .where("department", "=", key)
    .orderBy("version", "desc")
    .limit(mostShown + 1)
    .execute();
  const whyNot = await reachIn(db, department);
  const versions = rows.slice(0, mostShown).map((row, i) => versionOf(row, rows[i + 1], whyNot(row)));
  return {
    departmentId: department.id,
    live: department.modelVersion,
    versions,
    ...(blindRaisedUntil > now ? { blindRaisedUntil } : {}),
    ...(publishingHeldUntil > now ? { publishingHeldUntil } : {}),
  };
}

const versionOf = (
  row: ModelVersionRow,
  before: ModelVersionRow | undefined,
  unreachable: Unreachable | undefined,
): ModelVersion => ({
  version: row.version,
  state: row.state,
  trainedAt: row.at,
  ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
  examples: row.examples,
  // What was learned and has gone since, by retention or a withdrawal, is no news of what it knows.
  news: Math.min(row.examples, Math.max(0, row.lessons - (before?.lessons ?? 0))),
  ...(row.judgement === null ? {} : { judgement: JSON.parse(row.judgement) }),
  ...(row.changes === null ? {} : { changes: JSON.parse(row.changes) }),
  isKept: unreachable === undefined,
  ...(unreachable ? { unreachable } : {}),
});
