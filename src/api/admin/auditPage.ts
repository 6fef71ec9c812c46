/** One page of a department's log: the newest entries that fit, found from the end of the asked time on. */
import type { Kysely } from "kysely";
import type { AuditQuery } from "../../triage/auditLog.ts";
import { dayMs } from "../store/periods.ts";
import type { AuditRow, DepartmentKey, Schema } from "../store/schema.ts";

const usualLimit = 50;
/** Entries a request looks through at most for the filter; where they do not fill a page, the page says where it stopped. */
const mostLookedThrough = 2_000;
/** Entries stand in the order of their time, but for the clocks of several machines. */
const clocksApartMs = dayMs;

export interface PageOfRows {
  rows: AuditRow[];
  /** where the next page goes on; absent when there is none */
  before?: number;
}

export async function auditPageOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  query: AuditQuery,
  lookedThrough = mostLookedThrough,
): Promise<PageOfRows> {
  const { action, by, from = 0, to = Number.MAX_SAFE_INTEGER, limit = usualLimit } = query;
  const end = query.to === undefined ? Infinity : await firstAfter(db, department, to + clocksApartMs);
  const before = Math.min(query.before ?? Infinity, end);
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("department", "=", department)
    .$if(before !== Infinity, (some) => some.where("position", "<", before))
    .orderBy("position", "desc")
    .limit(lookedThrough)
    .execute();
  const fits = rows.filter(
    (row) =>
      (action === undefined || row.action === action) &&
      (by === undefined || row.person === by) &&
      row.at >= from &&
      row.at <= to,
  );
  const shown = fits.slice(0, limit);
  if (fits.length > limit) return { rows: shown, before: shown.at(-1)!.position };
  const oldest = rows.at(-1);
  const isEnd = rows.length < lookedThrough || oldest === undefined || oldest.at < from - clocksApartMs;
  return isEnd ? { rows: shown } : { rows: shown, before: oldest.position };
}

/** The position of the first entry later than a moment, by halves; infinite where there is none. */
async function firstAfter(db: Kysely<Schema>, department: DepartmentKey, moment: number): Promise<number> {
  const entries = db.selectFrom("audit").select(["position", "at"]).where("department", "=", department);
  const newest = await entries.orderBy("position", "desc").limit(1).executeTakeFirst();
  if (!newest || newest.at <= moment) return Infinity;
  let [low, high] = [1, newest.position];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = await entries.where("position", "=", middle).executeTakeFirst();
    if (entry && entry.at <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
