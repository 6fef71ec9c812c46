/** Predictions as they were made, found by their id and who opened it. */
import type { Kysely } from "kysely";
import type { DepartmentKey, OpeningRow, PersonKey, Schema } from "./schema.ts";

/** The person's own opening under this id, in any of the departments. */
export async function ownOpenings(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
  predictionId: string,
  person: PersonKey,
): Promise<OpeningRow[]> {
  if (departments.length === 0) return [];
  return db
    .selectFrom("opening")
    .selectAll()
    .where("department", "in", departments)
    .where("prediction_id", "=", predictionId)
    .where("person", "=", person)
    .execute();
}

/** The last openings made here: most verdicts come to the instance that made the prediction, seconds later. */
const recents = new WeakMap<Kysely<Schema>, Map<string, OpeningRow>>();
const mostRecent = 2_000;

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
