/** Counters of some days, summed over the days: what every figure of a department is made of. */
import type { Kysely } from "kysely";
import type { Sum } from "./counted.ts";
import { type Span, spansOf } from "./periods.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

/** `from` and `to` as 2026-11-23, both inclusive. A cell can come in several parts, to be added up. */
export async function sumsOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  kinds: readonly string[],
  from: string,
  to: string,
): Promise<Sum[]> {
  const parts = spansOf(from, to).map((span) => sumsIn(db, department, kinds, span));
  return (await Promise.all(parts.map((part) => part.execute()))).flat();
}

const sumsIn = (db: Kysely<Schema>, department: DepartmentKey, kinds: readonly string[], [from, to]: Span) =>
  db
    .selectFrom("counter")
    .select(["kind", "arm", "predicted", "final", (eb) => eb.fn.sum<number>("n").as("n")])
    .where("department", "=", department)
    .where("kind", "in", kinds)
    .where("period", ">=", from)
    .where("period", "<=", to)
    .groupBy(["kind", "arm", "predicted", "final"]);
