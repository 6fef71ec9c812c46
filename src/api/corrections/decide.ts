/** A lead accepts or declines a correction; the author sees it, and the model learns or forgets it. */
import type { Kysely } from "kysely";
import type { CorrectionDecision } from "../../triage/correction.ts";
import { Refusal } from "../refusal.ts";
import { record } from "../store/audit.ts";
import type { AnswerRow, DepartmentKey, PersonKey, Schema } from "../store/schema.ts";

export interface Decision {
  department: DepartmentKey;
  predictionId: string;
  request: CorrectionDecision;
  person: PersonKey;
  now: number;
}

/** In a transaction that holds the department. The same decision again changes nothing. */
export async function decideCorrection(db: Kysely<Schema>, decision: Decision): Promise<void> {
  const { department, predictionId, request, person, now } = decision;
  const answer = await db
    .selectFrom("answer")
    .selectAll()
    .where("department", "=", department)
    .where("prediction_id", "=", predictionId)
    .executeTakeFirst();
  if (!answer || answer.feedback_id !== request.feedbackId || answer.kind !== "holds")
    throw new Refusal("verdict_unknown");
  const change = changeOf(answer, request, now);
  if (!change) return;
  await db
    .updateTable("answer")
    .set(change)
    .where("department", "=", department)
    .where("prediction_id", "=", predictionId)
    .execute();
  const action = request.decision === "accept" ? "acceptCorrection" : "declineCorrection";
  await record(db, department, { at: now, person, action, subject: request.feedbackId });
}

function changeOf(
  { state, declined_because }: AnswerRow,
  { decision, because }: CorrectionDecision,
  now: number,
): Partial<AnswerRow> | null {
  if (decision === "decline") {
    if (state === "declined" && declined_because === (because ?? null)) return null;
    return {
      state: "declined",
      declined_because: because ?? null,
      trained_in: null,
      learned_in: null,
      now: null,
    };
  }
  if (state === "accepted" || state === "learned") return null;
  return { state: "accepted", accepted_at: now, declined_because: null, trained_in: null };
}
