/** Predictions as they were made, found by their id or by who opened what; and how often a person was asked today. */
import type { Kysely } from "kysely";
import type { DepartmentKey, OpeningRow, PersonKey, Schema } from "./schema.ts";

export const insertOpening = async (db: Kysely<Schema>, row: OpeningRow): Promise<void> =>
  void (await db.insertInto("opening").values(row).execute());

export const openingOf = (
  db: Kysely<Schema>,
  department: DepartmentKey,
  predictionId: string,
): Promise<OpeningRow | undefined> =>
  db
    .selectFrom("opening")
    .selectAll()
    .where("department", "=", department)
    .where("prediction_id", "=", predictionId)
    .executeTakeFirst();

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

/** Asked checks of the person on this day, in all these departments. */
export async function askedOn(
  db: Kysely<Schema>,
  departments: readonly DepartmentKey[],
  person: PersonKey,
  day: string,
): Promise<number> {
  const row = await db
    .selectFrom("ask")
    .select((eb) => eb.fn.sum<number>("asked").as("asked"))
    .where("department", "in", departments)
    .where("person", "=", person)
    .where("day", "=", day)
    .executeTakeFirst();
  return row?.asked ?? 0;
}

export async function noteAsk(
  db: Kysely<Schema>,
  department: DepartmentKey,
  person: PersonKey,
  day: string,
): Promise<void> {
  await db
    .insertInto("ask")
    .values({ department, person, day, asked: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["department", "person", "day"])
        .doUpdateSet((eb) => ({ asked: eb("ask.asked", "+", 1) })),
    )
    .execute();
}
