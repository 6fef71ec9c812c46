/** Reviews as people see them: computed now while open, as frozen once closed; and when the next one is due. */
import { scoreOf } from "../../alignment/forecast.ts";
import type { Review, Reviews } from "../../triage/review.ts";
import { linesOf } from "../objectives/versions.ts";
import type { Department } from "../store/departments.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { PersonKey, ReviewRow } from "../store/schema.ts";
import type { Db } from "../store/store.ts";
import { evidenceOf } from "./evidence.ts";
import {
  decidedBy,
  decisionsOf,
  type Frozen,
  forecastsOf,
  namer,
  outcomesOf,
  reviewRows,
  sealOf,
} from "./rows.ts";

/** @param reader whose own decisions are told to be so */
export async function reviewOf(
  db: Db,
  department: Department,
  row: ReviewRow,
  now: number,
  reader: PersonKey,
): Promise<Review> {
  const { key, tenant } = department;
  const head = {
    ...(await headOf(db, tenant, row)),
    outcomes: await outcomesOf(db, key, row.review),
    own: await decidedBy(db, key, row.review, reader),
  };
  if (row.frozen !== null && row.seal !== null) {
    const frozen = JSON.parse(row.frozen) as Frozen;
    const named = await withNames(db, tenant, frozen);
    return { ...head, ...named, seal: row.seal, isIntact: sealOf(row.frozen) === row.seal };
  }
  return {
    ...head,
    evidence: await evidenceOf(db, department, row, now),
    decisions: await decisionsOf(db, tenant, key, row.review),
    forecasts: await forecastsOf(db, tenant, key, row.review),
    seal: null,
    isIntact: true,
  };
}

/** People as they are called now; whoever was erased has no name any more, also in what is frozen. */
async function withNames(
  db: Db,
  tenant: string,
  { evidence, decisions, forecasts }: Frozen,
): Promise<Frozen> {
  const nameOf = namer(db, tenant);
  const named = <T extends { by: string }>(told: readonly T[]): Promise<T[]> =>
    Promise.all(told.map(async (one) => ({ ...one, by: await nameOf(one.by) })));
  return {
    evidence: {
      ...evidence,
      followUps: await named(evidence.followUps),
      foretold: await named(evidence.foretold),
    },
    decisions: await named(decisions),
    forecasts: await named(forecasts),
  };
}

async function headOf(db: Db, tenant: string, row: ReviewRow) {
  const nameOf = namer(db, tenant);
  return {
    id: row.review,
    openedAt: row.opened_at,
    openedBy: await nameOf(row.opened_by),
    closedAt: row.closed_at,
    closedBy: row.closed_by === null ? "" : await nameOf(row.closed_by),
  };
}

export async function reviewsOf(
  db: Db,
  department: Department,
  now: number,
): Promise<Omit<Reviews, "departmentId" | "computedAt">> {
  const rows = await reviewRows(db, department.key);
  const counts = await db
    .selectFrom("decision")
    .select(["review", (eb) => eb.fn.countAll<number>().as("n")])
    .where("department", "=", department.key)
    .groupBy("review")
    .execute();
  const dueAt = await nextDue(db, department, rows);
  return {
    reviews: await Promise.all(
      rows.map(async (row) => ({
        ...(await headOf(db, department.tenant, row)),
        decisions: counts.find(({ review }) => review === row.review)?.n ?? 0,
      })),
    ),
    dueOn: dueAt === null ? null : dayOf(dueAt),
    isDue: dueAt !== null && dueAt <= now && rows.every(({ closed_at }) => closed_at !== null),
    forecasts: forecastScore(rows),
  };
}

/** The shortest rhythm of what is agreed, after the last look (or the first agreement); null without objectives. */
export async function nextDue(
  db: Db,
  { key }: Department,
  rows: readonly ReviewRow[],
): Promise<number | null> {
  const held = (await linesOf(db, key)).filter(({ withdrawn }) => withdrawn === null);
  const rhythms = held.map(({ versions }) => versions.at(-1)!.terms.rhythmDays);
  if (rhythms.length === 0) return null;
  const lastLook = Math.max(...rows.map(({ closed_at }) => closed_at ?? 0), 0);
  const since = lastLook || Math.min(...held.map(({ versions }) => versions[0]!.at));
  return since + Math.min(...rhythms) * dayMs;
}

/** Of all forecasts whose time has come, as the reviews froze them. */
function forecastScore(rows: readonly ReviewRow[]): Reviews["forecasts"] {
  const foretold = rows.flatMap(({ frozen }) =>
    frozen === null ? [] : (JSON.parse(frozen) as Frozen).evidence.foretold,
  );
  const { scored, brier } = scoreOf(foretold);
  return { scored, brier };
}
