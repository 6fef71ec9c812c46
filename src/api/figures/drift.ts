/** Has something changed: errors of blind checks week by week, and the mix of what is predicted month on month. */
import type { Kysely } from "kysely";
import { stabilityOf } from "../../alignment/stability.ts";
import type { Figures } from "../../triage/figures.ts";
import type { CategoryNames } from "../corrections/categoryMoves.ts";
import { dayMs, dayOf, mondayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { errorChanges } from "./errorChanges.ts";

const weekMs = 7 * dayMs;
const monthWeeks = 4;
/** A change is looked for in a whole year, whatever time the page is of: a shorter one may begin after it. */
const watchedWeeks = 53;

interface WeekCell {
  kind: string;
  period: string;
  arm: string;
  predicted: string;
  final: string;
  n: number;
}

export async function driftOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  names: CategoryNames,
  from: string,
  to: string,
): Promise<Figures["drift"]> {
  const last = Date.parse(mondayOf(Date.parse(to)));
  const monthsFrom = dayOf(last - (2 * monthWeeks - 1) * weekMs);
  const first = [mondayOf(Date.parse(from)), dayOf(last - (watchedWeeks - 1) * weekMs)].sort()[0]!;
  const rows: WeekCell[] = await db
    .selectFrom("counter")
    .select(["kind", "period", "arm", "predicted", "final", "n"])
    .where("department", "=", department)
    .where("kind", "in", ["category", "state"])
    .where("period", ">=", `w${[first, monthsFrom].sort()[0]}`)
    .where("period", "<=", `w${dayOf(last)}`)
    .execute();
  return {
    errors: errorsOf(
      rows.filter(({ kind, arm, period }) => kind === "category" && arm === "blind" && period >= `w${first}`),
      names,
    ),
    mix: mixOf(rows, names, last),
  };
}

function errorsOf(rows: readonly WeekCell[], names: CategoryNames): Figures["drift"]["errors"] {
  const found = errorChanges(rows, names).findLast(({ cut }) => cut !== null);
  return found ? { ...found.cut!, monday: found.period.slice(1) } : null;
}

function mixOf(rows: readonly WeekCell[], names: CategoryNames, last: number): Figures["drift"]["mix"] {
  const between = (from: number, to: number) => {
    const mix = new Map<string, number>();
    for (const { kind, period, predicted, n } of rows) {
      const at = Date.parse(period.slice(1));
      if (kind !== "state" || predicted === "" || at < from || at > to) continue;
      const category = names.get(predicted) ?? predicted;
      mix.set(category, (mix.get(category) ?? 0) + n);
    }
    return mix;
  };
  const newest = last - (monthWeeks - 1) * weekMs;
  return stabilityOf(between(newest - monthWeeks * weekMs, newest - weekMs), between(newest, last));
}
