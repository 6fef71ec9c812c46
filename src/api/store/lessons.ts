/** Lessons: what each model version learned or forgot beyond the one before it. */
import type { Kysely } from "kysely";
import type { DepartmentKey, LessonRow, Schema } from "./schema.ts";

export type Lesson = LessonRow & { features: Uint8Array | null };

/** At most `limit` lessons after this place, in the order in which they are learned. */
export async function lessonsAfter(
  db: Kysely<Schema>,
  department: DepartmentKey,
  { version, position }: { version: number; position: number },
  upTo: number,
  limit: number,
): Promise<Lesson[]> {
  return db
    .selectFrom("lesson")
    .leftJoin("features", (join) =>
      join
        .onRef("features.department", "=", "lesson.department")
        .onRef("features.message_key", "=", "lesson.message_key"),
    )
    .selectAll("lesson")
    .select("features.value as features")
    .where("lesson.department", "=", department)
    .where("lesson.version", "<=", upTo)
    .where((eb) =>
      eb.or([
        eb("lesson.version", ">", version),
        eb.and([eb("lesson.version", "=", version), eb("lesson.position", ">", position)]),
      ]),
    )
    .orderBy("lesson.version")
    .orderBy("lesson.position")
    .limit(limit)
    .execute();
}

export async function snapshotOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
): Promise<{ version: number; value: Uint8Array } | undefined> {
  return db
    .selectFrom("model_snapshot")
    .select(["version", "value"])
    .where("department", "=", department)
    .executeTakeFirst();
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
