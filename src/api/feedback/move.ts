/** A message belongs to another department: retracted here, opened there, in one transaction. */
import type { Moved } from "../../triage/department.ts";
import { Refusal } from "../refusal.ts";
import { lastStay } from "../store/history.ts";
import type { Ledger } from "../store/ledger.ts";
import type { Wanted } from "../store/ledgerReads.ts";
import type { OpeningRow } from "../store/schema.ts";
import { type Opening, openMessage, wantedFor as wantedInTarget } from "./open.ts";
import { rowFor } from "./row.ts";

export interface Move {
  /** where it is */
  opening: OpeningRow;
  /** what it will be there; its predictionId is the move's id */
  there: Opening;
  decidedAt: number;
}

export const wantedFor = ({ opening, there }: Move): Wanted[] => [
  { department: opening.department, messageKey: opening.message_key, moves: true, by: there.staff.person },
  { ...wantedInTarget(there), moves: true },
];

export function moveMessage(ledger: Ledger, { opening, there, decidedAt }: Move): Moved {
  const { now, predictionId: moveId, department: target, staff } = there;
  const { department, message_key } = opening;
  const answer = { toDepartmentId: target.id };
  const rows = ledger.rowsOf(department, message_key);
  const earlier = rows.find((row) => row.event === "retracted" && row.feedback_id === moveId);
  if (earlier) {
    if (earlier.to_department !== target.key) throw new Refusal("feedback_id_reused");
    return { ...answer, predictionId: moveId, storedAt: earlier.stored_at };
  }
  const stay = lastStay(rows);
  if (!stay?.openings.some((known) => known.prediction_id === opening.prediction_id) || stay.hasMoved)
    throw new Refusal("message_moved");
  const { row } = openMessage(ledger, there);
  const retracted = {
    feedback_id: moveId,
    to_department: target.key,
    happened_at: decidedAt,
    stored_at: now,
  };
  ledger.append([rowFor(opening, "retracted", retracted)]);
  ledger.dropAnswersOn(department, message_key);
  for (const one of [department, target.key])
    ledger.record(one, { at: now, person: staff.person, action: "move", subject: moveId });
  return { ...answer, predictionId: row.prediction_id, storedAt: now };
}
