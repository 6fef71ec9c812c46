/** The model forgets messages: they are never learned again, and the learning job at once makes a version without them. */
import type { Kysely } from "kysely";
import { dropModelFiles, keptVersions } from "../predictors/modelFiles.ts";
import { liveVersionOf } from "../store/departments.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

/**
 * Answers how many of these messages some version has learned. Inside a transaction that holds the department. The next
 * learning round fits the model anew from what is left and publishes it, whatever the gate says of it.
 */
export async function forgetMessages(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messages: readonly string[],
  at: number,
): Promise<number> {
  const learned = await learnedAmong(db, department, messages);
  if (learned.length === 0) return 0;
  await db
    .deleteFrom("features")
    .where("department", "=", department)
    .where("message_key", "in", learned)
    .execute();
  await db
    .updateTable("answer")
    .set({ trained_in: 0, learned_in: null, now: null })
    .where("department", "=", department)
    .where("message_key", "in", learned)
    .execute();
  await db
    .updateTable("answer")
    .set({ state: "accepted" })
    .where("department", "=", department)
    .where("message_key", "in", learned)
    .where("state", "=", "learned")
    .execute();
  await noteForgotten(db, department, at);
  return learned.length;
}

async function learnedAmong(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messages: readonly string[],
): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = await db
    .selectFrom("answer")
    .select("message_key")
    .distinct()
    .where("department", "=", department)
    .where("message_key", "in", messages)
    .where("trained_in", ">", 0)
    .orderBy("message_key")
    .execute();
  return rows.map(({ message_key }) => message_key);
}

/** Versions up to today's may hold what is to be forgotten. In a closed department nobody needs a model any more. */
export async function noteForgotten(
  db: Kysely<Schema>,
  department: DepartmentKey,
  at: number,
): Promise<void> {
  const version = await newestOf(db, department);
  await db
    .insertInto("forgotten")
    .values({ department, version, at })
    .onConflict((conflict) => conflict.column("department").doUpdateSet({ version, at }))
    .execute();
  if (await isClosed(db, department))
    await dropModelFiles(db, department, await keptVersions(db, department));
}

async function newestOf(db: Kysely<Schema>, department: DepartmentKey): Promise<number> {
  const row = await db
    .selectFrom("model_version")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("department", "=", department)
    .executeTakeFirst();
  return row?.version ?? 0;
}

async function isClosed(db: Kysely<Schema>, department: DepartmentKey): Promise<boolean> {
  const row = await db
    .selectFrom("department")
    .select("active")
    .where("department", "=", department)
    .executeTakeFirst();
  return row?.active === 0;
}

/** The newest version that must be followed by one that has forgotten; 0 when there is none. */
export async function forgottenUpTo(db: Kysely<Schema>, department: DepartmentKey): Promise<number> {
  const row = await db
    .selectFrom("forgotten")
    .select("version")
    .where("department", "=", department)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Once a later version is live, the files of those that still know go. */
export async function tidyForgotten(db: Kysely<Schema>, department: DepartmentKey): Promise<void> {
  const upTo = await forgottenUpTo(db, department);
  if (upTo === 0 || (await liveVersionOf(db, department)) <= upTo) return;
  const kept = await keptVersions(db, department);
  await dropModelFiles(
    db,
    department,
    kept.filter((version) => version <= upTo),
  );
}
