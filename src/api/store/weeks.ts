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
  const days = await db
    .selectFrom("counter")
    .select([
      "period",
      (eb) => eb.fn.sum<number>("n").as("checks"),
      (eb) =>
        eb.fn
          .sum<number>(
            eb.case().when("predicted", "=", eb.ref("final")).then(eb.ref("n")).else(eb.lit(0)).end(),
          )
          .as("equal"),
    ])
    .where("department", "=", department)
    .where("kind", "=", "category")
    .where("period", ">=", `d${from}`)
    .where("period", "<=", `d${to}`)
    .where("arm", "=", "blind")
    .groupBy("period")
    .execute();
  return mondaysIn(from, to).map((monday) => {
    const own = days.filter(({ period }) => mondayOf(Date.parse(period.slice(1))) === monday);
    const equal = own.reduce((sum, day) => sum + day.equal, 0);
    const checks = own.reduce((sum, day) => sum + day.checks, 0);
    return { monday, ...evidenceOf(equal, checks - equal) };
  });
}

function mondaysIn(from: string, to: string): string[] {
  const mondays: string[] = [];
  for (let at = Date.parse(mondayOf(Date.parse(from))); at <= Date.parse(to); at += 7 * dayMs)
    mondays.push(dayOf(at));
  return mondays;
}
