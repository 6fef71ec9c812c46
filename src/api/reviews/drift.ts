/** Whether the model's blind errors changed in a time: the adaptive window of the alignment, fed day by day. */
import type { Kysely } from "kysely";
import { emptyWindow, watch } from "../../alignment/drift.ts";
import type { Drift } from "../../triage/review.ts";
import { type CategoryNames, todaysName } from "../corrections/categoryMoves.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

/** What is new is seen beside what was before. */
const daysBefore = 365;

/**
 * `from` and `to` as 2026-11-23, both inclusive; the year before is watched too, and a change told that was seen since
 * `from`. The counters know days, not the order within one, so a day's errors are spread evenly over its checks.
 */
export async function driftOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: string,
  to: string,
  names: CategoryNames,
): Promise<Drift> {
  const today = todaysName(names);
  const rows = await db
    .selectFrom("counter")
    .select(["period", "predicted", "final", "n"])
    .where("department", "=", department)
    .where("kind", "=", "category")
    .where("arm", "=", "blind")
    .where("period", ">=", `d${dayOf(Date.parse(from) - daysBefore * dayMs)}`)
    .where("period", "<=", `d${to}`)
    .orderBy("period")
    .execute();
  const days = new Map<string, { checks: number; errors: number }>();
  for (const { period, predicted, final, n } of rows) {
    const day = days.get(period) ?? { checks: 0, errors: 0 };
    days.set(period, {
      checks: day.checks + n,
      errors: day.errors + (today(predicted) === today(final) ? 0 : n),
    });
  }
  let [window, checks] = [emptyWindow, 0];
  let cut: Drift["cut"] = null;
  for (const [period, day] of days)
    for (const isError of spread(day)) {
      const watched = watch(window, isError);
      window = watched.window;
      if (period < `d${from}`) continue;
      checks++;
      if (watched.drift) cut = { ...watched.drift, on: period.slice(1) };
    }
  return { checks, cut };
}

const spread = ({ checks, errors }: { checks: number; errors: number }): boolean[] =>
  Array.from(
    { length: checks },
    (_, i) => Math.floor(((i + 1) * errors) / checks) > Math.floor((i * errors) / checks),
  );
