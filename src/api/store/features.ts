/** Features at rest, kept for learning only: by message, never with its text. */
import type { Kysely } from "kysely";
import { bytesOf } from "./blob.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

/** The first ones stay: a message does not change. */
export const keepFeatures = async (
  db: Kysely<Schema>,
  row: { department: DepartmentKey; message_key: string; value: Uint8Array; stored_at: number },
): Promise<void> =>
  void (await db
    .insertInto("features")
    .values(row)
    .onConflict((conflict) => conflict.columns(["department", "message_key"]).doNothing())
    .execute());

export async function featuresOfMessage(
  db: Kysely<Schema>,
  department: DepartmentKey,
  messageKey: string,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom("features")
    .select("value")
    .where("department", "=", department)
    .where("message_key", "=", messageKey)
    .executeTakeFirst();
  return row ? bytesOf(row.value) : null;
}
