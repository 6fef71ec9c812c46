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

export type NewFeedback = Omit<StoredFeedback, "position">;
