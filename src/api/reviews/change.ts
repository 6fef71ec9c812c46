/** What may be done to a review: open, decide, forecast, close; each in the audit log. A closed one is not touched again. */
import type { Kysely } from "kysely";
import type { DecisionRequest, Outcome, ReviewEvidence } from "../../triage/review.ts";
import { Refusal } from "../refusal.ts";
import { aliasOf } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import type { Department } from "../store/departments.ts";
import type { PersonKey, ReviewRow, Schema } from "../store/schema.ts";
import { evidenceOf } from "./evidence.ts";
import { decisionsOf, type Frozen, forecastsOf, reviewRow, reviewRows, sealOf } from "./rows.ts";

/** Who does it, where and when; always in a transaction that holds the department. */
export interface Doing {
  department: Department;
  review: string;
  person: PersonKey;
  now: number;
}

/** Adding and taking back a decision is for everybody of the department; another's decision is for its leads. */
export interface Deciding extends Doing {
  isLead: boolean;
}

const mostDecisions = 100;

const note = (db: Kysely<Schema>, { department, person, now }: Doing, action: string, subject: string) =>
  record(db, department.key, { at: now, person, action, subject });

/** One at a time; the same again is the same. */
export async function openReview(db: Kysely<Schema>, doing: Doing): Promise<void> {
  const rows = await reviewRows(db, doing.department.key);
  if (rows.some(({ review }) => review === doing.review)) return;
  if (rows.some(({ closed_at }) => closed_at === null)) throw new Refusal("changed_meanwhile");
  const { department, review, person, now } = doing;
  const nothing = { closed_at: null, closed_by: null, frozen: null, seal: null };
  const opened_by = await aliasOf(db, person);
  await db
    .insertInto("review")
    .values({ department: department.key, review, opened_at: now, opened_by, ...nothing })
    .execute();
  await note(db, doing, "review opened", review);
}

/** Throws a Refusal when there is none, or it is closed. */
async function openRow(db: Kysely<Schema>, { department, review }: Doing): Promise<ReviewRow> {
  const row = await reviewRow(db, department.key, review);
  if (!row) throw new Refusal("not_found");
  if (row.closed_at !== null) throw new Refusal("review_closed");
  return row;
}

export async function decide(
  db: Kysely<Schema>,
  doing: Deciding,
  decision: string,
  request: DecisionRequest,
): Promise<void> {
  await openRow(db, doing);
  const isThere = await mayTouch(db, doing, decision);
  if (!isThere) await refuseFlood(db, doing);
  const values = { value: JSON.stringify(request), at: doing.now, person: await aliasOf(db, doing.person) };
  const key = { department: doing.department.key, review: doing.review, decision };
  await db
    .insertInto("decision")
    .values({ ...key, outcome: "open", ...values })
    .onConflict((conflict) => conflict.columns(["department", "review", "decision"]).doUpdateSet(values))
    .execute();
  await note(db, doing, "decision", `${decision} ${request.kind} ${request.dueOn}`);
}

/** Whether there is such a decision. Throws a Refusal when it is not for this person to change. */
async function mayTouch(
  db: Kysely<Schema>,
  { department, review, person, isLead }: Deciding,
  decision: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("decision")
    .select("person")
    .where("department", "=", department.key)
    .where("review", "=", review)
    .where("decision", "=", decision)
    .executeTakeFirst();
  if (row && !isLead && row.person !== (await aliasOf(db, person))) throw new Refusal("role_missing");
  return row !== undefined;
}

async function refuseFlood(db: Kysely<Schema>, { department, review }: Doing): Promise<void> {
  const { n } = await db
    .selectFrom("decision")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("department", "=", department.key)
    .where("review", "=", review)
    .executeTakeFirstOrThrow();
  if (n >= mostDecisions)
    throw new Refusal("overloaded", { detail: `At most ${mostDecisions} decisions in a review.` });
}

export async function undecide(db: Kysely<Schema>, doing: Deciding, decision: string): Promise<void> {
  await openRow(db, doing);
  if (!(await mayTouch(db, doing, decision))) return;
  await db
    .deleteFrom("decision")
    .where("department", "=", doing.department.key)
    .where("review", "=", doing.review)
    .where("decision", "=", decision)
    .execute();
  await note(db, doing, "decision removed", decision);
}

/** Also of a closed review: what was frozen stays as it was seen. */
export async function settle(
  db: Kysely<Schema>,
  doing: Doing,
  decision: string,
  outcome: Outcome,
): Promise<void> {
  const changed = await db
    .updateTable("decision")
    .set({ outcome })
    .where("department", "=", doing.department.key)
    .where("review", "=", doing.review)
    .where("decision", "=", decision)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Refusal("not_found");
  await note(db, doing, "decision outcome", `${decision} ${outcome}`);
}

export async function foretell(
  db: Kysely<Schema>,
  doing: Doing,
  objective: string,
  probability: number,
): Promise<void> {
  await openRow(db, doing);
  const values = { probability, at: doing.now, person: await aliasOf(db, doing.person) };
  await db
    .insertInto("forecast")
    .values({ department: doing.department.key, review: doing.review, objective, ...values })
    .onConflict((conflict) => conflict.columns(["department", "review", "objective"]).doUpdateSet(values))
    .execute();
  await note(db, doing, "forecast", `${objective} ${probability}`);
}

/** Read before the department is held, since nobody's verdict shall wait for it, and as of one moment; undefined where there is nothing to close. */
export async function evidenceToFreeze(
  db: Kysely<Schema>,
  department: Department,
  review: string,
  now: number,
): Promise<ReviewEvidence | undefined> {
  const row = await reviewRow(db, department.key, review);
  return row && row.closed_at === null ? evidenceOf(db, department, row, now, null) : undefined;
}

/**
 * Freezes what was seen; the seal stands in the audit log too, so that nobody can change it unnoticed. It is closed as of the
 * moment the evidence was read, so that the next review begins where this one ends.
 */
export async function closeReview(
  db: Kysely<Schema>,
  doing: Doing,
  evidence: ReviewEvidence | undefined,
): Promise<void> {
  const { department, review, person } = doing;
  const row = await reviewRow(db, department.key, review);
  if (!row) throw new Refusal("not_found");
  if (row.closed_at !== null) return;
  if (!evidence) throw new Refusal("changed_meanwhile");
  const frozen = JSON.stringify({
    evidence,
    decisions: await decisionsOf(db, null, department.key, review),
    forecasts: await forecastsOf(db, null, department.key, review),
  } satisfies Frozen);
  const seal = sealOf(frozen);
  await db
    .updateTable("review")
    .set({ closed_at: evidence.to, closed_by: await aliasOf(db, person), frozen, seal })
    .where("department", "=", department.key)
    .where("review", "=", review)
    .execute();
  await note(db, doing, "review closed", `${review} ${seal}`);
}
