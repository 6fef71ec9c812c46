/** Lessons: what each model version learned or forgot beyond the one before it. */
import type { Kysely } from "kysely";
import { bytesOf } from "./blob.ts";
import type { DepartmentKey, LessonRow, Schema } from "./schema.ts";

export type Lesson = LessonRow & { features: Uint8Array | null };

/** The lessons of one version, in the order in which they are learned. */
export async function lessonsOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  version: number,
): Promise<Lesson[]> {
  const rows = await db
    .selectFrom("lesson")
    .leftJoin("features", (join) =>
      join
        .onRef("features.department", "=", "lesson.department")
        .onRef("features.message_key", "=", "lesson.message_key"),
    )
    .selectAll("lesson")
    .select("features.value as features")
    .where("lesson.department", "=", department)
    .where("lesson.version", "=", version)
    .orderBy("lesson.position")
    .execute();
  return rows.map((row) => ({ ...row, features: row.features && bytesOf(row.features) }));
}

export async function snapshotOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
): Promise<{ version: number; value: Uint8Array } | undefined> {
  const row = await db
    .selectFrom("model_snapshot")
    .select(["version", "value"])
    .where("department", "=", department)
    .executeTakeFirst();
  return row && { version: row.version, value: bytesOf(row.value) };
}

export async function keepSnapshot(
  db: Kysely<Schema>,
  row: { department: DepartmentKey; version: number; value: Uint8Array; at: number },
): Promise<void> {
  const { department: _, ...values } = row;
  await db
    .insertInto("model_snapshot")
    .values(row)
    .onConflict((conflict) => conflict.column("department").doUpdateSet(values))
    .execute();
}
