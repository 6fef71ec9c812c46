/** Verdicts nobody declined in time may be learned. */
import type { Kysely } from "kysely";
import type { Department } from "../store/departments.ts";
import type { Schema } from "../store/schema.ts";

const hourMs = 3_600_000;

/** Repeating it changes nothing. */
export async function acceptDue(db: Kysely<Schema>, { key, policy }: Department, now: number): Promise<void> {
  await db
    .updateTable("answer")
    .set({ state: "accepted", accepted_at: now })
    .where("department", "=", key)
    .where("state", "=", "received")
    .where("kind", "=", "holds")
    .where("at", "<=", now - policy.acceptAfterHours * hourMs)
    .execute();
}
