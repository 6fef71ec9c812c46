/** A verdict arrives: stored once with all that follows from it, however often it is delivered. */
import type { Kysely } from "kysely";
import type { Receipt, ReceiptState } from "../../triage/receipt.ts";
import type { Verdict, VerdictRequest } from "../../triage/verdict.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import type { Department } from "../store/departments.ts";
import { type Stay, saysTheSame } from "../store/history.ts";
import type { Ledger } from "../store/ledger.ts";
import type { Wanted } from "../store/ledgerReads.ts";
import type { NewFeedback } from "../store/messages.ts";
import type { AnswerRow, OpeningRow, Schema } from "../store/schema.ts";
import { isLearned, refuseOtherThanBatch } from "./batch.ts";
import { knownVerdict } from "./known.ts";
import { outcomeOf, predictionIn, rowFor } from "./row.ts";

export interface Answer {
  department: Department;
  staff: Staff;
  opening: OpeningRow;
  request: VerdictRequest;
  now: number;
}

/** What came of it; the receipt is made of it once it is stored. */
export interface Answered {
  row: NewFeedback;
  state: ReceiptState;
  stay: Stay | undefined;
}

export const wantedFor = ({ opening, request, staff }: Answer): Wanted => ({
  department: opening.department,
  messageKey: opening.message_key,
  says: request.feedbackId,
  by: staff.person,
});

export function answerMessage(ledger: Ledger, answer: Answer): Answered {
  const { opening, request, now, staff } = answer;
  const { department, message_key, prediction_id } = opening;
  refuseOtherThanBatch(opening, request);
  const row = verdictRow(answer);
  const earlier = ledger.under(department, request.feedbackId).find(({ event }) => event === "verdict");
  if (earlier) {
    if (!isSame(earlier, row)) throw new Refusal("feedback_id_reused");
    return answered(ledger, answer, earlier);
  }
  const stay = ledger.stayOf(department, message_key);
  if (!stay?.openings.some((known) => known.prediction_id === prediction_id) || stay.hasMoved)
    throw new Refusal("message_moved");
  ledger.append([row]);
  const standing = ledger.stayOf(department, message_key)!.standing;
  if (isLearned(opening) && standing.some((one) => one.feedback_id === request.feedbackId))
    ledger.keepAnswer(answerRow(answer, row, ledger.answerOn(department, prediction_id)));
  ledger.record(department, {
    at: now,
    person: staff.person,
    action: "verdict",
    subject: request.feedbackId,
  });
  return answered(ledger, answer, row);
}

function answered(ledger: Ledger, { department, opening, request }: Answer, row: NewFeedback): Answered {
  const answer = ledger.answerOn(opening.department, opening.prediction_id);
  const isNewest = answer?.feedback_id === request.feedbackId;
  return {
    row,
    state: isNewest ? answer.state : firstState(department, opening, request.verdict),
    stay: ledger.stayOf(opening.department, opening.message_key),
  };
}

function verdictRow({ opening, request, now }: Answer): NewFeedback {
  const { verdict } = request;
  return rowFor(opening, "verdict", {
    feedback_id: request.feedbackId,
    kind: verdict.kind,
    ...(verdict.kind === "holds" ? { category: verdict.category, priority: verdict.priority } : {}),
    reason: request.reason ?? null,
    note: request.note === undefined ? null : storable(request.note),
    presses: request.presses,
    handling_ms: request.handlingMs,
    happened_at: request.decidedAt,
    stored_at: now,
  });
}

/** NUL, which PostgreSQL refuses, and halves of characters, which come back changed, are replaced before they are compared. */
const storable = (note: string): string =>
  Buffer.from(note, "utf8").toString("utf8").replaceAll("\0", "\ufffd");

const content = [
  "prediction_id",
  "kind",
  "category",
  "priority",
  "reason",
  "note",
  "presses",
  "handling_ms",
  "happened_at",
] as const;

const isSame = (a: NewFeedback, b: NewFeedback) => content.every((name) => a[name] === b[name]);

/** Where there is nothing to learn, or a lead may look first, a verdict is received and that is all. */
const firstState = ({ policy }: Department, opening: OpeningRow, verdict: Verdict): ReceiptState =>
  policy.learning && policy.acceptAfterHours === 0 && verdict.kind === "holds" && isLearned(opening)
    ? "accepted"
    : "received";

/** Other words beside the same verdict change nothing of what became of it. */
function answerRow(answer: Answer, row: NewFeedback, standing: AnswerRow | null): AnswerRow {
  return standing && saysTheSame(standing, row)
    ? { ...standing, feedback_id: answer.request.feedbackId }
    : newAnswer(answer, row);
}

const newAnswer = ({ department, opening, request }: Answer, row: NewFeedback): AnswerRow => ({
  ...fresh(firstState(department, opening, request.verdict), row.stored_at),
  department: row.department,
  prediction_id: row.prediction_id,
  message_key: row.message_key,
  person: row.person,
  feedback_id: request.feedbackId,
  outcome: outcomeOf(row),
  kind: request.verdict.kind,
  category: row.category,
  priority: row.priority,
  at: row.stored_at,
});

const fresh = (state: ReceiptState, at: number) => ({
  state,
  accepted_at: state === "accepted" ? at : null,
  trained_in: null,
  learned_in: null,
  now: null,
  declined_because: null,
});

export async function receiptFor(
  db: Kysely<Schema>,
  { opening, request, staff }: Answer,
  { row, state, stay }: Answered,
): Promise<Receipt> {
  const said = predictionIn(opening);
  const counts = await knownVerdict(db, stay, staff);
  return {
    feedbackId: request.feedbackId,
    predictionId: opening.prediction_id,
    outcome: outcomeOf(row),
    state,
    storedAt: row.stored_at,
    ...(said ? { said } : {}),
    ...(counts ? { counts } : {}),
  };
}
