/** What happened in a department since a moment, beside its counters: receipts, model versions, unclear definitions. */
import type { Kysely } from "kysely";
import type { ReviewEvidence } from "../../triage/review.ts";
import { type CategoryNames, todaysName } from "../corrections/categoryMoves.ts";
import { summaryOf } from "../store/receipts.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

export async function receiptsSince(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: number,
): Promise<ReviewEvidence["receipts"]> {
  const rows = await db
    .selectFrom("answer")
    .select(["state", "now", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "=", department)
    .where("outcome", "=", "corrected")
    .where("at", ">=", from)
    .groupBy(["state", "now"])
    .execute();
  return summaryOf(rows);
}

export async function modelsSince(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: number,
): Promise<ReviewEvidence["models"]> {
  const rows = await db
    .selectFrom("model_version")
    .select(["version", "state", "at", "published_at"])
    .where("department", "=", department)
    .where("at", ">=", from)
    .orderBy("version")
    .execute();
  return rows.map(({ version, state, at, published_at }) => ({
    version,
    state,
    at,
    publishedAt: published_at,
  }));
}

/** Under this many a count could point at a person. */
const fewest = 5;

export async function unclearSince(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: number,
  names: CategoryNames,
): Promise<ReviewEvidence["unclear"]> {
  const rows = await db
    .selectFrom("feedback")
    .select(["category", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "=", department)
    .where("event", "=", "verdict")
    .where("reason", "=", "definitionUnclear")
    .where("stored_at", ">=", from)
    .where("category", "is not", null)
    .groupBy("category")
    .execute();
  const counts = new Map<string, number>();
  for (const { category, n } of rows) {
    const today = todaysName(names)(category!);
    counts.set(today, (counts.get(today) ?? 0) + n);
  }
  return [...counts]
    .filter(([, n]) => n >= fewest)
    .map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count);
}

export async function openProposals(db: Kysely<Schema>, department: DepartmentKey): Promise<number> {
  const row = await db
    .selectFrom("proposal")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("department", "=", department)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return row.n;
}
