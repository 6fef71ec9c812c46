/** Whether the model serves this department worse than the others together; the others are not told apart. */
import type { Kysely } from "kysely";
import { fairnessOf } from "../../alignment/fairness.ts";
import type { Figures } from "../../triage/figures.ts";
import { spansOf } from "../store/periods.ts";
import type { Schema } from "../store/schema.ts";
import type { FigureQuery } from "./figures.ts";

export async function fairnessOfDepartment(
  db: Kysely<Schema>,
  { department, all, from, to }: FigureQuery,
): Promise<Figures["fairness"]> {
  const tallies = new Map(all.map(({ key }) => [key, { hits: 0, trials: 0 }]));
  tallies.set(department.key, tallies.get(department.key) ?? { hits: 0, trials: 0 });
  for (const [first, last] of spansOf(from, to)) {
    const rows = await db
      .selectFrom("counter")
      .select([
        "department",
        (eb) => eb.fn.sum<number>("n").as("trials"),
        (eb) =>
          eb.fn
            .sum<number>(
              eb.case().when("predicted", "=", eb.ref("final")).then(eb.ref("n")).else(eb.lit(0)).end(),
            )
            .as("hits"),
      ])
      .where("department", "in", [...tallies.keys()])
      .where("kind", "=", "category")
      .where("period", ">=", first)
      .where("period", "<=", last)
      .where("arm", "=", "blind")
      .groupBy("department")
      .execute();
    for (const { department: key, hits, trials } of rows) {
      const known = tallies.get(key)!;
      tallies.set(key, { hits: known.hits + hits, trials: known.trials + trials });
    }
  }
  const own = fairnessOf(tallies).get(department.key)!;
  if (own.kind === "tooFew") return { kind: "tooFew" };
  const { kind, gap, low, high } = own;
  return { kind, gap, low, high };
}
