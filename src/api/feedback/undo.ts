/** A verdict is taken back: kept as a row; repeated or early deliveries change nothing more. */
import type { Kysely } from "kysely";
import type { Undone } from "../../triage/receipt.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import type { Stay } from "../store/history.ts";
import type { Ledger } from "../store/ledger.ts";
import type { Wanted } from "../store/ledgerReads.ts";
import type { OpeningRow, Schema } from "../store/schema.ts";
import { knownVerdict } from "./known.ts";
import { rowFor } from "./row.ts";

export interface Undo {
  staff: Staff;
  opening: OpeningRow;
  feedbackId: string;
  now: number;
}

export interface TakenBack {
  storedAt: number;
  stay: Stay | undefined;
}

export const wantedFor = ({ opening, feedbackId, staff }: Undo): Wanted => ({
  department: opening.department,
  messageKey: opening.message_key,
  says: feedbackId,
  by: staff.person,
});

export function undoVerdict(ledger: Ledger, { opening, feedbackId, staff, now }: Undo): TakenBack {
  const { department, message_key, prediction_id } = opening;
  const about = ledger.under(department, feedbackId);
  if (about.some((row) => row.prediction_id !== prediction_id)) throw new Refusal("verdict_unknown");
  const earlier = about.find((row) => row.event === "undone");
  if (!earlier) {
    ledger.append([rowFor(opening, "undone", { feedback_id: feedbackId, happened_at: now, stored_at: now })]);
    if (ledger.answerOn(department, prediction_id)?.feedback_id === feedbackId)
      ledger.dropAnswer(department, prediction_id);
    ledger.record(department, { at: now, person: staff.person, action: "undo", subject: feedbackId });
  }
  return { storedAt: earlier?.stored_at ?? now, stay: ledger.stayOf(department, message_key) };
}

export async function undoneAnswer(
  db: Kysely<Schema>,
  { opening, feedbackId, staff }: Undo,
  { storedAt, stay }: TakenBack,
): Promise<Undone> {
  const counts = await knownVerdict(db, stay, staff);
  return { predictionId: opening.prediction_id, feedbackId, storedAt, ...(counts ? { counts } : {}) };
}
