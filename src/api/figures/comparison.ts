/** How a department stands beside the others that let themselves be compared: blind agreement, gap, interval. */
import type { Kysely } from "kysely";
import { type Fairness, fairnessOf } from "../../alignment/fairness.ts";
import { shareOf, type Tally } from "../../alignment/intervals.ts";
import type { Figures } from "../../triage/figures.ts";
import { categoryNames, todaysName } from "../corrections/categoryMoves.ts";
import type { Department } from "../store/departments.ts";
import { spansOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import type { FigureQuery } from "./figures.ts";
import { hasFewPeople } from "./people.ts";
import { figureOf } from "./shapes.ts";

type Compared = Pick<Figures, "fairness" | "comparison">;

/**
 * The rest that a gap is measured against are the compared ones only, so that what is withheld cannot be worked out
 * from what is told.
 */
export async function comparisonOf(
  db: Kysely<Schema>,
  { department, all, from, to, now }: FigureQuery,
): Promise<Compared> {
  const others = all.filter(({ key, policy }) => key !== department.key && policy.keptFromOthers !== true);
  const shown = new Set([department.key]);
  for (const { key } of others) if (!(await hasFewPeople(db, key, now))) shown.add(key);
  const tallies = await talliesOf(db, [...shown], from, to);
  const fairness = fairnessOf(tallies);
  return {
    fairness: told(fairness.get(department.key)),
    comparison: others.map((one) => besideOf(one, tallies.get(one.key), fairness.get(one.key))),
  };
}

function besideOf(
  { id, name }: Department,
  tally: Tally | undefined,
  fairness: Fairness | undefined,
): Figures["comparison"][number] {
  const gap = told(fairness);
  return {
    departmentId: id,
    name,
    figure: tally && gap.kind !== "tooFew" ? figureOf(shareOf(tally)) : null,
    gap,
  };
}

function told(fairness: Fairness | undefined): Figures["fairness"] {
  if (!fairness || fairness.kind === "tooFew") return { kind: "tooFew" };
  const { kind, gap, low, high } = fairness;
  return { kind, gap, low, high };
}

/** Blind checks of the category, each department's in its own categories of today. */
async function talliesOf(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
  from: string,
  to: string,
): Promise<Map<DepartmentKey, Tally>> {
  const tallies = new Map<DepartmentKey, Tally>(departments.map((key) => [key, { hits: 0, trials: 0 }]));
  const names = new Map<DepartmentKey, (category: string) => string>();
  for (const key of departments) names.set(key, todaysName(await categoryNames(db, key)));
  for (const [first, last] of spansOf(from, to)) {
    const rows = await db
      .selectFrom("counter")
      .select(["department", "predicted", "final", (eb) => eb.fn.sum<number>("n").as("n")])
      .where("department", "in", [...departments])
      .where("kind", "=", "category")
      .where("period", ">=", first)
      .where("period", "<=", last)
      .where("arm", "=", "blind")
      .groupBy(["department", "predicted", "final"])
      .execute();
    for (const { department, predicted, final, n } of rows) {
      const [tally, today] = [tallies.get(department)!, names.get(department)!];
      tally.trials += n;
      if (today(predicted) === today(final)) tally.hits += n;
    }
  }
  return tallies;
}
