/** Corrections of a department, for its leads: what was predicted and said, in which version, and the author's reason. */
import type { Kysely } from "kysely";
import type { Correction, CorrectionQuery, Corrections } from "../../triage/correction.ts";
import type { ReceiptState } from "../../triage/receipt.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { type CategoryNames, categoryNames, everCalled, todaysName } from "./categoryMoves.ts";

const mostAtOnce = 50;

export async function correctionsOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  query: CorrectionQuery,
): Promise<Omit<Corrections, "departmentId">> {
  const names = await categoryNames(db, department);
  const rows = await rowsOf(db, department, query, names);
  const today = todaysName(names);
  return {
    corrections: rows.slice(0, mostAtOnce).flatMap((row) => correctionOf(row, today)),
    counts: await countsOf(db, department),
    hasMore: rows.length > mostAtOnce,
  };
}

const statesOf = (state: CorrectionQuery["state"]): ReceiptState[] => {
  if (state === undefined) return ["received", "accepted", "declined", "learned"];
  return state === "waiting" ? ["received", "accepted"] : [state];
};

const rowsOf = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  { state, predicted, said, before }: CorrectionQuery,
  names: CategoryNames,
) =>
  db
    .selectFrom("answer")
    .innerJoin("feedback", (join) =>
      join
        .onRef("feedback.department", "=", "answer.department")
        .onRef("feedback.feedback_id", "=", "answer.feedback_id")
        .on("feedback.event", "=", "verdict"),
    )
    .leftJoin("message_reference", (join) =>
      join
        .onRef("message_reference.department", "=", "answer.department")
        .onRef("message_reference.message_key", "=", "answer.message_key"),
    )
    .select([
      "answer.prediction_id",
      "answer.feedback_id",
      "answer.at",
      "answer.category",
      "answer.priority",
      "answer.state",
      "answer.learned_in",
      "answer.now",
      "answer.declined_because",
      "feedback.predicted_category",
      "feedback.predicted_priority",
      "feedback.model_version",
      "feedback.reason",
      "feedback.note",
      "message_reference.stored_at as kept_at",
    ])
    .where("answer.department", "=", department)
    .where("answer.outcome", "=", "corrected")
    .where("answer.state", "in", statesOf(state))
    .$if(before !== undefined, (q) => q.where("answer.at", "<", before!))
    .$if(predicted !== undefined, (q) =>
      q.where("feedback.predicted_category", "in", everCalled(predicted!, names)),
    )
    .$if(said !== undefined, (q) => q.where("answer.category", "in", everCalled(said!, names)))
    .orderBy("answer.at", "desc")
    .orderBy("answer.prediction_id", "desc")
    .limit(mostAtOnce + 1)
    .execute();

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function correctionOf(row: Row, today: (category: string) => string): Correction[] {
  const { predicted_category, predicted_priority, category, priority } = row;
  if (predicted_category === null || predicted_priority === null || category === null || priority === null)
    return [];
  return [
    {
      predictionId: row.prediction_id,
      feedbackId: row.feedback_id,
      at: row.at,
      predicted: { category: today(predicted_category), priority: predicted_priority },
      said: { category: today(category), priority },
      modelVersion: row.model_version,
      ...(row.reason === null ? {} : { reason: row.reason }),
      ...(row.note === null ? {} : { note: row.note }),
      state: row.state,
      ...(row.learned_in === null ? {} : { learnedIn: row.learned_in }),
      ...(row.now === null ? {} : { now: row.now }),
      ...(row.declined_because === null ? {} : { declinedBecause: row.declined_because }),
      hasMessage: row.kept_at !== null,
    },
  ];
}

async function countsOf(db: Kysely<Schema>, department: DepartmentKey): Promise<Corrections["counts"]> {
  const rows = await db
    .selectFrom("answer")
    .select(["state", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "=", department)
    .where("outcome", "=", "corrected")
    .groupBy("state")
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    received: of("received"),
    accepted: of("accepted"),
    declined: of("declined"),
    learned: of("learned"),
  };
}
