/** What a lead should see first, gathered from objectives, the last closed review, and what waits for a decision. */
import type { Overview } from "../../triage/overview.ts";
import type { DecisionRequest } from "../../triage/review.ts";
import { objectivesOf } from "../objectives/view.ts";
import { declineIn } from "../reviews/decline.ts";
import { frozenIn, lastClosed, reviewRows } from "../reviews/rows.ts";
import { openProposals } from "../reviews/since.ts";
import { stoodIn } from "../reviews/stood.ts";
import { nextDue } from "../reviews/view.ts";
import type { Department } from "../store/departments.ts";
import { dayOf } from "../store/periods.ts";
import type { DepartmentKey, ReviewRow } from "../store/schema.ts";
import type { Db } from "../store/store.ts";

/** @param isLead whether what waits for a lead is told */
export async function overviewOf(
  db: Db,
  department: Department,
  now: number,
  isLead: boolean,
): Promise<Overview> {
  const { key, id } = department;
  const last = await lastClosed(db, key, now);
  const frozen = frozenIn(last);
  const held = (await objectivesOf(db, department, now)).filter(({ withdrawn }) => withdrawn === null);
  return {
    departmentId: id,
    objectives: held.map((one) => {
      const stood = stoodIn(frozen, one);
      return { ...one, last: stood, decline: declineIn(frozen, one, stood) };
    }),
    lastReview: last
      ? {
          id: last.review,
          closedAt: last.closed_at!,
          ...(await publishedSince(db, key, last.closed_at!)),
        }
      : null,
    review: await reviewState(db, department, now),
    waiting: isLead ? await waitingIn(db, department) : null,
    computedAt: now,
  };
}

async function reviewState(db: Db, department: Department, now: number): Promise<Overview["review"]> {
  const rows = await reviewRows(db, department.key);
  const dueAt = await nextDue(db, department, rows);
  const openId = rows.find(({ closed_at }) => closed_at === null)?.review ?? null;
  return {
    dueOn: dueAt === null ? null : dayOf(dueAt),
    isDue: openId === null && dueAt !== null && dueAt <= now,
    openId,
    overdue: await overdueOf(db, department.key, rows, dayOf(now)),
  };
}

/** Of closed reviews: what is decided in an open one is not yet agreed. The longest past its day first. */
async function overdueOf(
  db: Db,
  department: DepartmentKey,
  reviews: readonly ReviewRow[],
  today: string,
): Promise<Overview["review"]["overdue"]> {
  const closed = new Set(reviews.filter(({ closed_at }) => closed_at !== null).map(({ review }) => review));
  const rows = await db
    .selectFrom("decision")
    .select(["review", "decision", "value"])
    .where("department", "=", department)
    .where("outcome", "=", "open")
    .execute();
  return rows
    .filter(({ review }) => closed.has(review))
    .map(({ review, decision, value }) => ({ review, decision, ...(JSON.parse(value) as DecisionRequest) }))
    .filter(({ dueOn }) => dueOn < today)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** A version below one that was live before it was gone back to: no new one, nor is one that was taken back. */
async function publishedSince(
  db: Db,
  department: DepartmentKey,
  since: number,
): Promise<Pick<NonNullable<Overview["lastReview"]>, "published" | "wentBackTo">> {
  const rows = await db
    .selectFrom("model_version")
    .select((eb) => [
      "version",
      "state",
      eb
        .exists(
          eb
            .selectFrom("model_version as above")
            .select("above.version")
            .whereRef("above.department", "=", "model_version.department")
            .whereRef("above.version", ">", "model_version.version")
            .whereRef("above.published_at", "<=", "model_version.published_at"),
        )
        .as("is_return"),
    ])
    .where("department", "=", department)
    .where("published_at", ">", since)
    .execute();
  const wentBackTo = rows.find(({ state, is_return }) => state === "live" && is_return)?.version;
  return {
    published: rows.filter(({ state, is_return }) => state !== "rolledBack" && !is_return).length,
    ...(wentBackTo === undefined ? {} : { wentBackTo }),
  };
}

async function waitingIn(db: Db, { key, modelVersion }: Department): Promise<Overview["waiting"]> {
  const { n: corrections } = await db
    .selectFrom("answer")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("department", "=", key)
    .where("outcome", "=", "corrected")
    .where("state", "=", "received")
    .where("kind", "=", "holds")
    .executeTakeFirstOrThrow();
  return {
    corrections,
    proposals: await openProposals(db, key),
    version: await waitingVersion(db, key, modelVersion),
  };
}

/** The last one trained, while it is not live: what was trained before it is superseded. */
async function waitingVersion(db: Db, department: DepartmentKey, live: number) {
  const newest = await db
    .selectFrom("model_version")
    .select(["version", "state"])
    .where("department", "=", department)
    .where("version", ">", live)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (newest?.state !== "candidate" && newest?.state !== "held") return null;
  return { version: newest.version, state: newest.state };
}
