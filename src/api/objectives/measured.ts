/** The evidence of an imported objective: figures measured elsewhere, for days that lie wholly in its time. */
import type { Kysely } from "kysely";
import type { Tally } from "../../alignment/intervals.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import type { Gathered, Span } from "./evidence.ts";

const newestOf = 28;

/** A period that began before the day of the agreement, or ended after the agreement did, is not its evidence. */
export async function measuredIn(
  db: Kysely<Schema>,
  department: DepartmentKey,
  kpi: string,
  { from, to }: Span,
): Promise<Omit<Gathered, "asks">> {
  const rows = await db
    .selectFrom("measurement")
    .selectAll()
    .where("department", "=", department)
    .where("kpi", "=", kpi)
    .where("day_from", ">=", dayOf(from))
    .$if(to !== null, (query) => query.where("day_to", "<", dayOf(to!)))
    .execute();
  const tally: Tally = {
    hits: rows.reduce((sum, { hits }) => sum + hits, 0),
    trials: rows.reduce((sum, { trials }) => sum + trials, 0),
  };
  const lastOn =
    rows
      .map(({ day_to }) => day_to)
      .sort()
      .at(-1) ?? null;
  if (lastOn === null) return { ...tally, lastOn, perWeek: 0 };
  const first = Math.max(from, Date.parse(lastOn) - newestOf * dayMs);
  const recent = rows.filter(({ day_to }) => Date.parse(day_to) >= first);
  const weeks = Math.max(1, (Date.parse(lastOn) + dayMs - first) / (7 * dayMs));
  return { ...tally, lastOn, perWeek: recent.reduce((sum, { trials }) => sum + trials, 0) / weeks };
}
