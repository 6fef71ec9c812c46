/** The model forgets messages: a version that only forgets, after which every instance fits anew from what is left. */
import type { Kysely } from "kysely";
import { liveVersionOf } from "../store/departments.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

/**
 * Of these messages, those the live model has learned; makes the version without them. Inside a transaction that holds
 * the department. Their features may be deleted afterwards: a version that only forgets needs none.
 */
export async function forgetMessages(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messages: readonly string[],
  at: number,
): Promise<number> {
  const learned = await learnedAmong(db, department, messages);
  if (learned.length === 0) return 0;
  const version = (await liveVersionOf(db, department)) + 1;
  await db.insertInto("model_version").values({ department, version, lessons: learned.length, at }).execute();
  await db
    .insertInto("lesson")
    .values(
      learned.map((message_key, i) => ({
        department,
        version,
        position: i + 1,
        message_key,
        category: null,
        priority: null,
      })),
    )
    .execute();
  await db
    .updateTable("department")
    .set({ model_version: version })
    .where("department", "=", department)
    .execute();
  await noteForgotten(db, department, version, at);
  await forgetLessons(db, department, learned);
  return learned.length;
}

async function learnedAmong(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messages: readonly string[],
): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = await db
    .selectFrom("example")
    .select("message_key")
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .where("learned_category", "is not", null)
    .orderBy("message_key")
    .execute();
  return rows.map(({ message_key }) => message_key);
}

/** Snapshots made before still hold what is to be forgotten. */
async function noteForgotten(
  db: Kysely<Schema>,
  department: DepartmentKey,
  version: number,
  at: number,
): Promise<void> {
  await db
    .insertInto("forgotten")
    .values({ department, version, at })
    .onConflict((conflict) => conflict.column("department").doUpdateSet({ version, at }))
    .execute();
  await dropStaleSnapshot(db, department, version);
}

export const dropStaleSnapshot = async (
  db: Kysely<Schema>,
  department: DepartmentKey,
  version: number,
): Promise<void> =>
  void (await db
    .deleteFrom("model_snapshot")
    .where("department", "=", department)
    .where("version", "<", version)
    .execute());

async function forgetLessons(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messages: readonly string[],
): Promise<void> {
  await db
    .deleteFrom("lesson")
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .where("category", "is not", null)
    .execute();
  await db
    .updateTable("example")
    .set({ category: null, priority: null, learned_category: null, learned_priority: null, dirty: 0 })
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .execute();
}

/** How long other instances may take to learn of a forgetting version. */
const dayMs = 86_400_000;

/**
 * A day later the words "forget this" are not needed any more, and name a message too: they go; and with them a
 * snapshot that a slower instance may have written back in the meantime.
 */
export async function tidyForgotten(
  db: Kysely<Schema>,
  department: DepartmentKey,
  now: number,
): Promise<void> {
  const floor = await db
    .selectFrom("forgotten")
    .select(["version", "at"])
    .where("department", "=", department)
    .executeTakeFirst();
  if (!floor) return;
  await dropStaleSnapshot(db, department, floor.version);
  if (floor.at > now - dayMs) return;
  await db
    .deleteFrom("lesson")
    .where("department", "=", department)
    .where("version", "<=", floor.version)
    .where("category", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("example")
            .select("example.message_key")
            .where("example.department", "=", department)
            .whereRef("example.message_key", "=", "lesson.message_key"),
        ),
      ),
    )
    .execute();
}
