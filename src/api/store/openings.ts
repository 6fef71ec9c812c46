/** Predictions as they were made, found by their id and who opened it. */
import type { Kysely } from "kysely";
import { columns } from "./columns.ts";
import type { DepartmentKey, OpeningRow, PersonKey, Schema } from "./schema.ts";
import type { Store } from "./store.ts";

const ofPerson = `select ${columns.opening.join(", ")} from opening
  where department = any($1) and prediction_id = $2 and person = $3`;

/** The person's own opening under this id, in any of the departments. */
export const ownOpenings = (
  { hot, db }: Pick<Store, "hot" | "db">,
  departments: readonly DepartmentKey[],
  predictionId: string,
  person: PersonKey,
): Promise<OpeningRow[]> =>
  departments.length === 0
    ? Promise.resolve([])
    : hot.read<OpeningRow>(db, ofPerson, [departments, predictionId, person]);

/** The last openings made here: most verdicts come to the instance that made the prediction, seconds later. */
const recents = new WeakMap<Kysely<Schema>, Map<string, OpeningRow>>();
const mostRecent = 5_000;

function recentOf(db: Kysely<Schema>): Map<string, OpeningRow> {
  const known = recents.get(db) ?? new Map<string, OpeningRow>();
  recents.set(db, known);
  return known;
}

/** Made here a moment ago; nothing of other instances. */
export const recentOpening = (db: Kysely<Schema>, predictionId: string): OpeningRow | undefined =>
  recentOf(db).get(predictionId);

/** An opening never changes; only once it is stored. */
export function noteOpening(db: Kysely<Schema>, row: OpeningRow): void {
  const recent = recentOf(db);
  recent.set(row.prediction_id, row);
  for (const [oldest] of recent) {
    if (recent.size <= mostRecent) break;
    recent.delete(oldest);
  }
}
