/** Blind agreement on the category by ISO week, cut at the first and last day, so that the weeks add up to the period. */
import type { Kysely } from "kysely";
import type { WeekAgreement } from "../../triage/agreement.ts";
import type { CategoryNames } from "../corrections/categoryMoves.ts";
import { evidenceOf } from "./agreement.ts";
import { dayMs, dayOf, mondayOf, mondayOfPeriod, type Span, spansOf } from "./periods.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

export async function weeksOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
  names: CategoryNames = new Map(),
): Promise<WeekAgreement[]> {
  const read = names.size === 0 ? periodsIn : cellsIn;
  const parts = spansOf(from, to).map((span) => read(db, department, span));
  const periods = (await Promise.all(parts.map((part) => part.execute())))
    .flat()
    .map((row) => inNames(row, names));
  return mondaysIn(from, to).map((monday) => {
    const own = periods.filter(({ period }) => mondayOfPeriod(period) === monday);
    const equal = own.reduce((sum, day) => sum + day.equal, 0);
    const checks = own.reduce((sum, day) => sum + day.checks, 0);
    return { monday, ...evidenceOf(equal, checks - equal) };
  });
}

/** Where categories have gone into others, equal is told from the pair. */
const cellsIn = (db: Kysely<Schema>, department: DepartmentKey, [from, to]: Span) =>
  db
    .selectFrom("counter")
    .select(["period", "predicted", "final", "n as checks"])
    .where("department", "=", department)
    .where("kind", "=", "category")
    .where("period", ">=", from)
    .where("period", "<=", to)
    .where("arm", "=", "blind");

interface Checks {
  period: string;
  checks: number;
  equal?: number;
  predicted?: string;
  final?: string;
}

function inNames({ period, checks, equal, predicted = "", final = "" }: Checks, names: CategoryNames) {
  if (equal !== undefined) return { period, checks, equal };
  const isEqual = (names.get(predicted) ?? predicted) === (names.get(final) ?? final);
  return { period, checks, equal: isEqual ? checks : 0 };
}

const periodsIn = (db: Kysely<Schema>, department: DepartmentKey, [from, to]: Span) =>
  db
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
    .where("period", ">=", from)
    .where("period", "<=", to)
    .where("arm", "=", "blind")
    .groupBy("period");

function mondaysIn(from: string, to: string): string[] {
  const mondays: string[] = [];
  for (let at = Date.parse(mondayOf(Date.parse(from))); at <= Date.parse(to); at += 7 * dayMs)
    mondays.push(dayOf(at));
  return mondays;
}
