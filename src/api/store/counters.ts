/** Counters change by ±1 in the transaction that changes a message; cells that reach zero are swept. */
import type { Kysely } from "kysely";
import { type Cells, cellOf, difference } from "./cells.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

/** Adds what changed, one statement for all cells, in key order so that two writers never wait in a circle. */
export async function count(
  db: Kysely<Schema>,
  department: DepartmentKey,
  before: Cells,
  after: Cells,
): Promise<void> {
  const changes = difference(before, after);
  if (changes.length === 0) return;
  await db
    .insertInto("counter")
    .values(changes.map(([key, n]) => ({ department, ...cellOf(key), n })))
    .onConflict((conflict) =>
      conflict
        .columns(["department", "kind", "period", "arm", "model_version", "predicted", "final"])
        .doUpdateSet((eb) => ({ n: eb("counter.n", "+", eb.ref("excluded.n")) })),
    )
    .execute();
  const periods = [...new Set(changes.filter(([, n]) => n < 0).map(([key]) => cellOf(key).period))];
  if (periods.length === 0) return;
  await db
    .deleteFrom("counter")
    .where("department", "=", department)
    .where("kind", "in", [...new Set(changes.map(([key]) => cellOf(key).kind))])
    .where("period", "in", periods)
    .where("n", "=", 0)
    .execute();
}
