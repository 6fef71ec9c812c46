/** A message belongs to another department: retracted here, opened there, in one transaction. */
import type { Kysely } from "kysely";
import type { Moved } from "../../triage/department.ts";
import { Refusal } from "../refusal.ts";
import { record } from "../store/audit.ts";
import { lastStay } from "../store/history.ts";
import { append, rowsOf } from "../store/messages.ts";
import type { OpeningRow, Schema } from "../store/schema.ts";
import { type Opening, openMessage } from "./open.ts";
import { rowFor } from "./row.ts";

export interface Move {
  /** where it is */
  opening: OpeningRow;
  /** what it will be there; its predictionId is the move's id */
  there: Opening;
  decidedAt: number;
}

/** In a transaction that holds both departments. */
export async function moveMessage(db: Kysely<Schema>, { opening, there, decidedAt }: Move): Promise<Moved> {
  const { now, predictionId: moveId, department: target, staff } = there;
  const rows = await rowsOf(db, opening.department, opening.message_key);
  const answer = { toDepartmentId: target.id };
  const earlier = rows.find((row) => row.event === "retracted" && row.feedback_id === moveId);
  if (earlier) {
    if (earlier.to_department !== target.key) throw new Refusal("feedback_id_reused");
    return { ...answer, predictionId: moveId, storedAt: earlier.stored_at };
  }
  const stay = lastStay(rows);
  if (!stay?.openings.some((known) => known.prediction_id === opening.prediction_id) || stay.hasMoved)
    throw new Refusal("message_moved");
  await append(db, rows, [
    rowFor(opening, "retracted", {
      feedback_id: moveId,
      to_department: target.key,
      happened_at: decidedAt,
      stored_at: now,
    }),
  ]);
  await db
    .deleteFrom("answer")
    .where("department", "=", opening.department)
    .where("message_key", "=", opening.message_key)
    .execute();
  for (const department of [opening.department, target.key])
    await record(db, department, { at: now, person: staff.person, action: "move", subject: moveId });
  const opened = await openMessage(db, there);
  return { ...answer, predictionId: opened.predictionId, storedAt: now };
}
