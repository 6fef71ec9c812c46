/** A verdict is taken back: kept as a row; repeated or early deliveries change nothing more. */
import type { Kysely } from "kysely";
import type { Undone } from "../../triage/receipt.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import { record } from "../store/audit.ts";
import { lastStay } from "../store/history.ts";
import { append, rowsOf } from "../store/messages.ts";
import type { OpeningRow, Schema, StoredFeedback } from "../store/schema.ts";
import { knownVerdict } from "./known.ts";
import { rowFor } from "./row.ts";

export interface Undo {
  staff: Staff;
  opening: OpeningRow;
  feedbackId: string;
  now: number;
}

/** In a transaction that holds the department. */
export async function undoVerdict(db: Kysely<Schema>, undo: Undo): Promise<Undone> {
  const { opening, feedbackId, staff, now } = undo;
  const rows = await rowsOf(db, opening.department, opening.message_key);
  const about = await rowsUnder(db, opening, feedbackId);
  if (about.some((row) => row.prediction_id !== opening.prediction_id)) throw new Refusal("verdict_unknown");
  const earlier = about.find((row) => row.event === "undone");
  if (earlier) return undoneAnswer(db, undo, earlier.stored_at, rows);
  const row = rowFor(opening, "undone", { feedback_id: feedbackId, happened_at: now, stored_at: now });
  const after = await append(db, rows, [row]);
  await db
    .deleteFrom("answer")
    .where("department", "=", opening.department)
    .where("prediction_id", "=", opening.prediction_id)
    .where("feedback_id", "=", feedbackId)
    .execute();
  await record(db, opening.department, {
    at: now,
    person: staff.person,
    action: "undo",
    subject: feedbackId,
  });
  return undoneAnswer(db, undo, now, after);
}

const rowsUnder = (db: Kysely<Schema>, { department }: OpeningRow, feedbackId: string) =>
  db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .where("event", "in", ["verdict", "undone"])
    .where("feedback_id", "=", feedbackId)
    .execute();

async function undoneAnswer(
  db: Kysely<Schema>,
  { opening, feedbackId, staff }: Undo,
  storedAt: number,
  rows: readonly StoredFeedback[],
): Promise<Undone> {
  const counts = await knownVerdict(db, lastStay(rows), staff);
  return { predictionId: opening.prediction_id, feedbackId, storedAt, ...(counts ? { counts } : {}) };
}
