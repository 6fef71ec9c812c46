/** A person's verdicts and what became of them. */
import type { Kysely } from "kysely";
import type { ReceiptSummary, RecentVerdict } from "../../triage/receipt.ts";
import { slugOf } from "./departments.ts";
import type { AnswerRow, DepartmentKey, PersonKey, Schema } from "./schema.ts";

/** The last verdicts that were not taken back, newest first. */
export async function recentVerdicts(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
  person: PersonKey,
  limit = 10,
): Promise<RecentVerdict[]> {
  if (departments.length === 0) return [];
  const rows = await db
    .selectFrom("answer")
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("model_version")
        .select(({ fn }) => fn.max("version").as("version"))
        .whereRef("model_version.department", "=", "answer.department")
        .where("model_version.state", "=", "rolledBack")
        .whereRef("model_version.version", ">=", "answer.trained_in")
        .where("answer.trained_in", ">", 0)
        .where("answer.state", "=", "accepted")
        .as("taken_back"),
    )
    .where("department", "in", departments)
    .where("person", "=", person)
    .orderBy("at", "desc")
    .orderBy("feedback_id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    feedbackId: row.feedback_id,
    predictionId: row.prediction_id,
    departmentId: slugOf(row.department),
    outcome: row.outcome,
    ...(row.category === null ? {} : { category: row.category }),
    ...(row.priority === null ? {} : { priority: row.priority }),
    state: row.state,
    ...(row.learned_in === null ? {} : { learnedIn: row.learned_in }),
    ...(row.now === null ? {} : { now: row.now }),
    ...(row.declined_because === null ? {} : { declinedBecause: row.declined_because }),
    ...(row.taken_back === null ? {} : { unlearnedWith: row.taken_back }),
    at: row.at,
  }));
}

/** What became of the corrections given since `since`. */
export async function receiptSummary(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
  person: PersonKey,
  since: number,
): Promise<ReceiptSummary> {
  if (departments.length === 0) return summaryOf([]);
  const rows = await db
    .selectFrom("answer")
    .select(["state", "now", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "in", departments)
    .where("person", "=", person)
    .where("outcome", "=", "corrected")
    .where("at", ">=", since)
    .groupBy(["state", "now"])
    .execute();
  return summaryOf(rows);
}

/** What became of counted corrections: what waits is not learned yet, here as in every list. */
export function summaryOf(
  rows: readonly (Pick<AnswerRow, "state" | "now"> & { n: number })[],
): Required<ReceiptSummary> {
  const summary = { corrections: 0, nowRight: 0, stillWrong: 0, waiting: 0, notAskedAgain: 0, declined: 0 };
  for (const { state, now, n } of rows) {
    summary.corrections += n;
    if (state === "declined") summary.declined += n;
    else if (state !== "learned") summary.waiting += n;
    else if (now === null) summary.notAskedAgain += n;
    else summary[now === "right" ? "nowRight" : "stillWrong"] += n;
  }
  return summary;
}
