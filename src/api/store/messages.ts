/** The rows of one message. */
import type { Kysely } from "kysely";
import type { DepartmentKey, Schema, StoredFeedback } from "./schema.ts";

export const rowsOf = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  messageKey: string,
): Promise<StoredFeedback[]> =>
  db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .where("message_key", "=", messageKey)
    .orderBy("position")
    .execute();

export interface Portion {
  /** null after the last message */
  last: string | null;
  rows: StoredFeedback[];
}

/** The next messages with all their rows, in the order of the database. */
export async function portionAfter(
  db: Kysely<Schema>,
  department: DepartmentKey,
  after: string,
  messages: number,
): Promise<Portion> {
  const keys = await db
    .selectFrom("feedback")
    .select("message_key")
    .distinct()
    .where("department", "=", department)
    .where("message_key", ">", after)
    .orderBy("message_key")
    .limit(messages)
    .execute();
  const last = keys.at(-1)?.message_key ?? null;
  if (last === null) return { last, rows: [] };
  const rows = await db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .where("message_key", ">", after)
    .where("message_key", "<=", last)
    .orderBy("message_key")
    .orderBy("position")
    .execute();
  return { last, rows };
}

/** Rows of many messages, apart; those of one stay in the order they came in. */
export function byMessage(rows: readonly StoredFeedback[]): Map<string, StoredFeedback[]> {
  const apart = new Map<string, StoredFeedback[]>();
  for (const row of rows) {
    const own = apart.get(row.message_key);
    if (own) own.push(row);
    else apart.set(row.message_key, [row]);
  }
  return apart;
}

/** The name a message has here: the first of those it may stand under that has rows, else today's. */
export async function knownKey(
  db: Kysely<Schema>,
  department: DepartmentKey,
  names: readonly string[],
): Promise<string> {
  const [today, ...older] = names as [string, ...string[]];
  if (older.length === 0) return today;
  const rows = await db
    .selectFrom("feedback")
    .select("message_key")
    .distinct()
    .where("department", "=", department)
    .where("message_key", "in", names)
    .execute();
  return names.find((name) => rows.some((row) => row.message_key === name)) ?? today;
}

export type NewFeedback = Omit<StoredFeedback, "position">;
