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
