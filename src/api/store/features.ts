/** Features at rest, kept for learning only: by message, never with its text. */
import type { Kysely } from "kysely";
import { bytesOf } from "./blob.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

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
