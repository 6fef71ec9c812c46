/** A person's verdicts and what became of them. */
import type { Kysely } from "kysely";
import type { ReceiptSummary, RecentVerdict } from "../../triage/receipt.ts";
import { slugOf } from "./departments.ts";
import type { DepartmentKey, PersonKey, Schema } from "./schema.ts";

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
  const summary = { corrections: 0, nowRight: 0, stillWrong: 0, waiting: 0, declined: 0 };
  if (departments.length === 0) return summary;
  const rows = await db
    .selectFrom("answer")
    .select(["state", "now", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "in", departments)
    .where("person", "=", person)
    .where("outcome", "=", "corrected")
    .where("at", ">=", since)
    .groupBy(["state", "now"])
    .execute();
  for (const { state, now, n } of rows) {
    summary.corrections += n;
    if (state === "declined") summary.declined += n;
    else if (state === "learned" && now === "right") summary.nowRight += n;
    else if (state === "learned" && now === "wrong") summary.stillWrong += n;
    else summary.waiting += n;
  }
  return summary;
}
