/** A verdict arrives: stored once with all that follows from it, however often it is delivered. */
import type { Kysely } from "kysely";
import type { Receipt, ReceiptState } from "../../triage/receipt.ts";
import type { Verdict, VerdictRequest } from "../../triage/verdict.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import { record } from "../store/audit.ts";
import type { Department } from "../store/departments.ts";
import { lastStay } from "../store/history.ts";
import { append, type NewFeedback, rowsOf } from "../store/messages.ts";
import type { OpeningRow, Schema, StoredFeedback } from "../store/schema.ts";
import { knownVerdict } from "./known.ts";
import { outcomeOf, predictionIn, rowFor } from "./row.ts";

export interface Answer {
  department: Department;
  staff: Staff;
  opening: OpeningRow;
  request: VerdictRequest;
  now: number;
}

/** In a transaction that holds the department. */
export async function answerMessage(db: Kysely<Schema>, answer: Answer): Promise<Receipt> {
  const { opening, request, now, staff } = answer;
  const row = verdictRow(answer);
  const rows = await rowsOf(db, opening.department, opening.message_key);
  const earlier = await verdictUnder(db, opening, request.feedbackId);
  if (earlier) {
    if (!isSame(earlier, row)) throw new Refusal("feedback_id_reused");
    return receiptFor(db, answer, earlier, rows);
  }
  const stay = lastStay(rows);
  if (!stay?.openings.some((known) => known.prediction_id === opening.prediction_id) || stay.hasMoved)
    throw new Refusal("message_moved");
  const after = await append(db, rows, [row]);
  const stored = after.at(-1)!;
  const isStanding = lastStay(after)?.standing.some((one) => one.feedback_id === request.feedbackId);
  if (isStanding) await keepAnswer(db, answer, stored);
  await record(db, opening.department, {
    at: now,
    person: staff.person,
    action: "verdict",
    subject: request.feedbackId,
  });
  return receiptFor(db, answer, stored, after);
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

const verdictUnder = (
  db: Kysely<Schema>,
  { department }: OpeningRow,
  feedbackId: string,
): Promise<StoredFeedback | undefined> =>
  db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .where("event", "=", "verdict")
    .where("feedback_id", "=", feedbackId)
    .executeTakeFirst();

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

/** Where there is nothing to learn, a verdict is received and that is all. */
const firstState = (department: Department, verdict: Verdict): ReceiptState =>
  department.policy.learning && verdict.kind === "holds" ? "accepted" : "received";

async function keepAnswer(
  db: Kysely<Schema>,
  { department, request }: Answer,
  row: StoredFeedback,
): Promise<void> {
  const values = {
    message_key: row.message_key,
    person: row.person,
    feedback_id: request.feedbackId,
    outcome: outcomeOf(row),
    kind: request.verdict.kind,
    category: row.category,
    priority: row.priority,
    state: firstState(department, request.verdict),
    learned_in: null,
    now: null,
    declined_because: null,
    at: row.stored_at,
  };
  await db
    .insertInto("answer")
    .values({ department: row.department, prediction_id: row.prediction_id, ...values })
    .onConflict((conflict) => conflict.columns(["department", "prediction_id"]).doUpdateSet(values))
    .execute();
}

async function receiptFor(
  db: Kysely<Schema>,
  { department, opening, request, staff }: Answer,
  row: StoredFeedback,
  rows: readonly StoredFeedback[],
): Promise<Receipt> {
  const answer = await db
    .selectFrom("answer")
    .select(["feedback_id", "state"])
    .where("department", "=", opening.department)
    .where("prediction_id", "=", opening.prediction_id)
    .executeTakeFirst();
  const said = predictionIn(opening);
  const counts = await knownVerdict(db, lastStay(rows), staff);
  return {
    feedbackId: request.feedbackId,
    predictionId: opening.prediction_id,
    outcome: outcomeOf(row),
    state:
      answer?.feedback_id === request.feedbackId ? answer.state : firstState(department, request.verdict),
    storedAt: row.stored_at,
    ...(said ? { said } : {}),
    ...(counts ? { counts } : {}),
  };
}
