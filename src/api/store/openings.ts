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
