/** One learner per department, however many instances there are: a row says who, and until when. */
import type { Kysely, Transaction } from "kysely";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** Longer than any training takes; a learner that crashed is succeeded after it. */
export const leaseMs = 15 * 60_000;

/** True when `holder` is the learner from now on. One statement, so that two who ask at once cannot both be told so. */
export async function takeLease(
  db: Kysely<Schema>,
  department: DepartmentKey,
  holder: string,
  now: number,
): Promise<boolean> {
  const values = { holder, until: now + leaseMs };
  const taken = await db
    .insertInto("learner")
    .values({ department, ...values })
    .onConflict((conflict) =>
      conflict
        .column("department")
        .doUpdateSet(values)
        .where((eb) =>
          eb.or([
            eb("learner.until", "<=", now),
            // Nobody was ever promised so long: the clock has gone back since.
            eb("learner.until", ">", now + 2 * leaseMs),
            eb("learner.holder", "=", holder),
          ]),
        ),
    )
    .returning("holder")
    .executeTakeFirst();
  return taken?.holder === holder;
}

/** Whether it still is; asked again before anything is written. Nobody else becomes it until the transaction ends. */
export async function holdsLease(
  { engine }: Pick<Store, "engine">,
  trx: Transaction<Schema>,
  department: DepartmentKey,
  holder: string,
  now: number,
): Promise<boolean> {
  const row = await trx
    .selectFrom("learner")
    .select(["holder", "until"])
    .where("department", "=", department)
    .$if(engine === "postgres", (asked) => asked.forUpdate())
    .executeTakeFirst();
  return row?.holder === holder && now < row.until;
}

export const dropLease = async (
  db: Kysely<Schema>,
  department: DepartmentKey,
  holder: string,
): Promise<void> =>
  void (await db
    .deleteFrom("learner")
    .where("department", "=", department)
    .where("holder", "=", holder)
    .execute());
