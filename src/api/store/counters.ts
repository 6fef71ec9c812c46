/** Counters change by ±1 in the transaction that changes a message; cells that reach zero are swept. */
import type { Kysely } from "kysely";
import { type Cells, cellOf, difference } from "./cells.ts";
import type { DepartmentKey, Schema } from "./schema.ts";
import type { Store } from "./store.ts";

/** Adds what changed between two sets of cells. */
export const count = (
  store: Store,
  db: Kysely<Schema>,
  department: DepartmentKey,
  before: Cells,
  after: Cells,
): Promise<void> => countChanges(store, db, department, difference(before, after));

/** One statement for all cells, in key order so that two writers never wait in a circle. */
export async function countChanges(
  { hot }: Store,
  db: Kysely<Schema>,
  department: DepartmentKey,
  changes: readonly [string, number][],
): Promise<void> {
  const rows = changes.map(([key, n]) => ({ department, ...cellOf(key), n }));
  await hot.write(db, "counter", rows);
  const fallen = rows.filter(({ n }) => n < 0);
  if (fallen.length === 0) return;
  await hot.run(
    db,
    "delete from counter where department = $1 and kind = any($2) and period = any($3) and n = 0",
    [
      department,
      [...new Set(fallen.map(({ kind }) => kind))],
      [...new Set(fallen.map(({ period }) => period))],
    ],
  );
}
