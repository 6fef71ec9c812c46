/** Has something changed: errors of blind checks over a year, and the mix of what is predicted month on month. */
import type { Kysely } from "kysely";
import { stabilityOf } from "../../alignment/stability.ts";
import type { Figures } from "../../triage/figures.ts";
import type { CategoryNames } from "../corrections/categoryMoves.ts";
import { dayMs, dayOf, mondayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { newestChange } from "./errorChanges.ts";
import { watchedErrors } from "./watchedErrors.ts";

const weekMs = 7 * dayMs;
const monthWeeks = 4;

interface WeekCell {
  period: string;
  predicted: string;
  n: number;
}

export async function driftOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  names: CategoryNames,
  to: string,
): Promise<Figures["drift"]> {
  const last = Date.parse(mondayOf(Date.parse(to)));
  const rows: WeekCell[] = await db
    .selectFrom("counter")
    .select(["period", "predicted", "n"])
    .where("department", "=", department)
    .where("kind", "=", "state")
    .where("period", ">=", `w${dayOf(last - (2 * monthWeeks - 1) * weekMs)}`)
    .where("period", "<=", `w${dayOf(last)}`)
    .execute();
  return {
    errors: newestChange(await watchedErrors(db, department, to, names)),
    mix: mixOf(rows, names, last),
  };
}

function mixOf(rows: readonly WeekCell[], names: CategoryNames, last: number): Figures["drift"]["mix"] {
  const between = (from: number, to: number) => {
    const mix = new Map<string, number>();
    for (const { period, predicted, n } of rows) {
      const at = Date.parse(period.slice(1));
      if (predicted === "" || at < from || at > to) continue;
      const category = names.get(predicted) ?? predicted;
      mix.set(category, (mix.get(category) ?? 0) + n);
    }
    return mix;
  };
  const newest = last - (monthWeeks - 1) * weekMs;
  return stabilityOf(between(newest - monthWeeks * weekMs, newest - weekMs), between(newest, last));
}
