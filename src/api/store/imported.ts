/** Mail labelled before Concord was there: kept as features, learned until verdicts take its place. */
import type { Kysely, Selectable } from "kysely";
import { bytesOf } from "./blob.ts";
import type { DepartmentKey, ImportedRow, Schema } from "./schema.ts";

const perStatement = 100;

/** Adds messages, or relabels those that are there; the same again changes nothing. Answers how many were new or changed. */
export async function keepImported(
  db: Kysely<Schema>,
  department: DepartmentKey,
  rows: readonly Omit<ImportedRowIn, "department" | "trained_in">[],
): Promise<number> {
  let kept = 0;
  for (let from = 0; from < rows.length; from += perStatement) {
    const some = rows.slice(from, from + perStatement);
    const known = await labelsOf(db, department, some);
    const fresh = some.filter((row) => known.get(row.message_key) !== `${row.category} ${row.priority}`);
    if (fresh.length === 0) continue;
    await db
      .insertInto("imported")
      .values(fresh.map((row) => ({ ...row, department, trained_in: null })))
      .onConflict((conflict) =>
        conflict.columns(["department", "message_key"]).doUpdateSet((eb) => ({
          category: eb.ref("excluded.category"),
          priority: eb.ref("excluded.priority"),
          features: eb.ref("excluded.features"),
          received_at: eb.ref("excluded.received_at"),
          trained_in: null,
        })),
      )
      .execute();
    kept += fresh.length;
  }
  return kept;
}

type ImportedRowIn = Omit<Selectable<ImportedRow>, "features"> & { features: Uint8Array };

async function labelsOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  rows: readonly { message_key: string }[],
): Promise<Map<string, string>> {
  const known = await db
    .selectFrom("imported")
    .select(["message_key", "category", "priority"])
    .where("department", "=", department)
    .where(
      "message_key",
      "in",
      rows.map((row) => row.message_key),
    )
    .execute();
  return new Map(known.map((row) => [row.message_key, `${row.category} ${row.priority}`]));
}

export interface ImportedLesson {
  id: string;
  category: string;
  priority: string | null;
  features: Uint8Array;
  wasLearned: boolean;
}

/** The newest ones, at most `limit`; messages with a verdict are left to it. */
export async function importedLessons(
  db: Kysely<Schema>,
  department: DepartmentKey,
  answered: ReadonlySet<string>,
  limit: number,
): Promise<ImportedLesson[]> {
  if (limit <= 0) return [];
  const rows = await db
    .selectFrom("imported")
    .select(["message_key", "category", "priority", "features", "trained_in"])
    .where("department", "=", department)
    .orderBy("received_at", "desc")
    .orderBy("message_key")
    .limit(limit)
    .execute();
  return rows
    .filter(({ message_key }) => !answered.has(message_key))
    .map(({ message_key, category, priority, features, trained_in }) => ({
      id: message_key,
      category,
      priority,
      features: bytesOf(features),
      wasLearned: (trained_in ?? 0) > 0,
    }));
}

/** How many there are, and how many of them some version was made with or looked at in vain. */
export async function importedCounts(
  db: Kysely<Schema>,
  department: DepartmentKey,
): Promise<{ all: number; seen: number }> {
  const row = await db
    .selectFrom("imported")
    .select((eb) => [eb.fn.countAll<number>().as("all"), eb.fn.count<number>("trained_in").as("seen")])
    .where("department", "=", department)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), seen: Number(row.seen) };
}

/** Notes the first version made with each; what it could not take in is noted as 0. */
export async function markImported(
  db: Kysely<Schema>,
  department: DepartmentKey,
  learned: readonly string[],
  version: number,
): Promise<void> {
  for (let from = 0; from < learned.length; from += perStatement)
    await db
      .updateTable("imported")
      .set({ trained_in: version })
      .where("department", "=", department)
      .where("message_key", "in", learned.slice(from, from + perStatement))
      .where((eb) => eb.or([eb("trained_in", "is", null), eb("trained_in", "=", 0)]))
      .execute();
  await db
    .updateTable("imported")
    .set({ trained_in: 0 })
    .where("department", "=", department)
    .where("trained_in", "is", null)
    .execute();
}

/** Takes out what was stored before a moment, or everything; true when a version had learned some of it. */
export async function removeImported(
  db: Kysely<Schema>,
  department: DepartmentKey,
  before = Number.MAX_SAFE_INTEGER,
): Promise<{ removed: number; wasLearned: boolean }> {
  const learned = await db
    .selectFrom("imported")
    .select("message_key")
    .where("department", "=", department)
    .where("stored_at", "<", before)
    .where("trained_in", ">", 0)
    .limit(1)
    .executeTakeFirst();
  const result = await db
    .deleteFrom("imported")
    .where("department", "=", department)
    .where("stored_at", "<", before)
    .executeTakeFirst();
  return { removed: Number(result.numDeletedRows), wasLearned: learned !== undefined };
}
