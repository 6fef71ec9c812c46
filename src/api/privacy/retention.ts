/** Retention: what is older than a department's policy says is deleted; what it had counted stays, as numbers only. */
import { type Kysely, sql } from "kysely";
import { system } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import { type Cells, cellOf, cellsOf } from "../store/cells.ts";
import type { Department } from "../store/departments.ts";
import { removeImported } from "../store/imported.ts";
import { rowsOf } from "../store/messages.ts";
import { recountingOf } from "../store/recount.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { forgetMessages, noteForgotten, tidyForgotten } from "./forgetting.ts";
import { gentle, type Pace, rest } from "./pace.ts";
import { messageTables } from "./traces.ts";

const dayMs = 86_400_000;
/** One forgetting version takes so many messages, for each makes the model anew. */
const forgottenAtOnce = 200;

export interface Kept {
  /** nothing from before this moment is left */
  since: number;
  messages: number;
  /** of them, learned by the model and forgotten */
  forgotten: number;
}

export const keptSince = ({ policy }: Department, now: number): number => now - policy.retentionDays * dayMs;

/**
 * Deletes every message first stored before the department's retention, in small transactions, and writes the proof.
 * A message goes as a whole, by the age of its oldest row. May be stopped between two transactions and begun again.
 */
export async function retain(
  store: Store,
  department: Department,
  now: number,
  { pace = gentle, isStopped = () => false }: { pace?: Pace; isStopped?: () => boolean } = {},
): Promise<Kept> {
  const since = keptSince(department, now);
  const { key } = department;
  const kept: Kept = { since, messages: 0, forgotten: 0 };
  while (!isStopped()) {
    const forgotten = await inTransaction(store, [key], async (db) =>
      forgetMessages(db, key, await learnedBefore(db, key, since), now),
    );
    kept.forgotten += forgotten;
    if (forgotten < forgottenAtOnce) break;
    await rest(pace);
  }
  while (!isStopped()) {
    const deleted = await inTransaction(store, [key], async (db) => {
      // A recount has passed some of them and not others; the next round is an hour away.
      if (await recountingOf(db, key)) return 0;
      const messages = await storedBefore(db, key, since, pace.messages);
      await deleteMessages(db, key, messages);
      return messages.length;
    });
    kept.messages += deleted;
    if (deleted < pace.messages) break;
    await rest(pace);
  }
  await inTransaction(store, [key], (db) => finish(db, key, kept, now));
  return kept;
}

async function finish(db: Kysely<Schema>, department: DepartmentKey, kept: Kept, now: number): Promise<void> {
  await db
    .deleteFrom("features")
    .where("department", "=", department)
    .where("stored_at", "<", kept.since)
    .execute();
  await db
    .deleteFrom("ask")
    .where("department", "=", department)
    .where("day", "<", dayOf(kept.since))
    .execute();
  const { wasLearned } = await removeImported(db, department, kept.since);
  // Left from before each version was a file of its own; nothing reads them any more.
  for (const table of ["lesson", "model_snapshot"])
    await sql`delete from ${sql.table(table)} where department = ${department}`.execute(db);
  await tidyForgotten(db, department);
  if (wasLearned) await noteForgotten(db, department, now);
  // Word frequencies know unanswered mail too.
  if (kept.messages > 0) await noteForgotten(db, department, now);
  if (kept.messages + kept.forgotten === 0) return;
  const subject = `nothing before ${dayOf(kept.since)}: ${kept.messages} messages deleted, ${kept.forgotten} forgotten`;
  await record(db, department, { at: now, person: system, action: "retention", subject });
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function storedBefore(
  db: Kysely<Schema>,
  department: DepartmentKey,
  since: number,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("opening")
    .select("message_key")
    .distinct()
    .where("department", "=", department)
    .where("stored_at", "<", since)
    .limit(limit)
    .execute();
  return rows.map(({ message_key }) => message_key);
}

async function learnedBefore(
  db: Kysely<Schema>,
  department: DepartmentKey,
  since: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("opening")
    .innerJoin("answer", (join) =>
      join
        .onRef("answer.department", "=", "opening.department")
        .onRef("answer.message_key", "=", "opening.message_key"),
    )
    .select("opening.message_key")
    .distinct()
    .where("opening.department", "=", department)
    .where("opening.stored_at", "<", since)
    .where("answer.trained_in", ">", 0)
    .limit(forgottenAtOnce)
    .execute();
  return rows.map(({ message_key }) => message_key);
}

/** Inside a transaction that holds the department. What the messages count now stays counted. */
export async function deleteMessages(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messages: readonly string[],
): Promise<void> {
  if (messages.length === 0) return;
  const sum: Cells = new Map();
  for (const message of messages)
    for (const [key, n] of cellsOf(await rowsOf(db, department, message)))
      sum.set(key, (sum.get(key) ?? 0) + n);
  await archive(db, department, sum);
  for (const table of messageTables)
    await db
      .deleteFrom(table)
      .where("department", "=", department)
      .where("message_key", "in", messages)
      .execute();
}

async function archive(db: Kysely<Schema>, department: DepartmentKey, cells: Cells): Promise<void> {
  if (cells.size === 0) return;
  await db
    .insertInto("archived_counter")
    .values([...cells].sort().map(([key, n]) => ({ department, ...cellOf(key), n })))
    .onConflict((conflict) =>
      conflict
        .columns(["department", "kind", "period", "arm", "model_version", "predicted", "final"])
        .doUpdateSet((eb) => ({ n: eb("archived_counter.n", "+", eb.ref("excluded.n")) })),
    )
    .execute();
}

/** People nobody has seen for longer than anything of theirs is kept: their names go, and who they were in the log. */
export async function forgetAbsent(store: Store, tenant: string, since: number): Promise<void> {
  await inTransaction(store, [], async (db) => {
    const gone = await db
      .selectFrom("person")
      .select("person")
      .where("tenant", "=", tenant)
      .where("seen_at", "<", since)
      .limit(500)
      .execute();
    const people = gone.map(({ person }) => person);
    if (people.length === 0) return;
    for (const table of ["alias", "person"] as const)
      await db.deleteFrom(table).where("tenant", "=", tenant).where("person", "in", people).execute();
  });
}
