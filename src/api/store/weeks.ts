/** Blind agreement on the category by ISO week, from the days' counters, so that the weeks add up to the period. */
import type { Kysely } from "kysely";
import type { WeekAgreement } from "../../triage/agreement.ts";
import { evidenceOf } from "./agreement.ts";
import { dayMs, dayOf, mondayOf } from "./cells.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

export async function weeksOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
): Promise<WeekAgreement[]> {
  const blind = db
    .selectFrom("counter")
    .select(["period", (eb) => eb.fn.sum<number>("n").as("n")])
    .where("department", "=", department)
    .where("kind", "=", "category")
    .where("period", ">=", `d${from}`)
    .where("period", "<=", `d${to}`)
    .where("arm", "=", "blind")
    .groupBy("period");
  const all = byWeek(await blind.execute());
  const equal = byWeek(await blind.whereRef("predicted", "=", "final").execute());
  return mondaysIn(from, to).map((monday) => {
    const right = equal.get(monday) ?? 0;
    return { monday, ...evidenceOf(right, (all.get(monday) ?? 0) - right) };
  });
}

function byWeek(days: readonly { period: string; n: number }[]): Map<string, number> {
  const weeks = new Map<string, number>();
  for (const { period, n } of days) {
    const monday = mondayOf(Date.parse(period.slice(1)));
    weeks.set(monday, (weeks.get(monday) ?? 0) + n);
  }
  return weeks;
}

function mondaysIn(from: string, to: string): string[] {
  const mondays: string[] = [];
  for (let at = Date.parse(mondayOf(Date.parse(from))); at <= Date.parse(to); at += 7 * dayMs)
    mondays.push(dayOf(at));
  return mondays;
}
