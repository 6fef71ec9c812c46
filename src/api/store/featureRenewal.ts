/** Which feature key the stored features and models are of, and how all of another one are let go. */
import { dropModelFiles, keptVersions } from "../predictors/modelFiles.ts";
import { StartFailure } from "../startFailure.ts";
import { system } from "./aliases.ts";
import { record } from "./audit.ts";
import type { DepartmentKey } from "./schema.ts";
import { type Db, inTransaction, type Store } from "./store.ts";

/** Stands in the table of key uses beside the keys for messages; of the installation, so of no tenant. */
const place = { tenant: "", prefix: "features " };
const action = "renewFeatures";

const rowIn = (db: Db) =>
  db
    .selectFrom("key_use")
    .selectAll()
    .where("tenant", "=", place.tenant)
    .where("print", "like", `${place.prefix}%`)
    .executeTakeFirst();

/** The print of the renewed key that everything stored is of; undefined as long as none was renewed. */
export const featurePrintIn = async (db: Db): Promise<string | undefined> =>
  (await rowIn(db))?.print.slice(place.prefix.length);

/** `usedAt` is later than `now` once something has started with the key. */
async function notePrint(db: Db, print: string, now: number, usedAt = now): Promise<void> {
  await db
    .deleteFrom("key_use")
    .where("tenant", "=", place.tenant)
    .where("print", "like", `${place.prefix}%`)
    .execute();
  await db
    .insertInto("key_use")
    .values({ tenant: place.tenant, print: place.prefix + print, first_at: now, last_at: usedAt })
    .execute();
}

/** Throws StartFailure where the stored features are of another key; an empty database takes any. */
export async function refuseOtherFeatures(
  store: Store,
  print: string | undefined,
  now: number,
): Promise<void> {
  const stored = await featurePrintIn(store.db);
  if (stored === undefined && print !== undefined && (await isEmpty(store.db)))
    return inTransaction(store, [], (db) => notePrint(db, print, now, now + 1));
  if (stored === print) return print === undefined ? undefined : firstUse(store, print, now);
  throw new StartFailure(
    "keys_unreadable",
    "The features and models in the database are of another key than concord.key (or CONCORD_KEY) holds: a renewal was cut off, or one of the two was put back from a backup. Put back the one that belongs to the other, or finish with npm run keys -- renew-features --yes, which deletes them.",
  );
}

/** What is there already at the first start after a renewal was left by somebody who had not been stopped. */
async function firstUse(store: Store, print: string, now: number): Promise<void> {
  const row = await rowIn(store.db);
  if (!row || Number(row.last_at) > Number(row.first_at)) return;
  if (!(await isEmpty(store.db)))
    for (const department of await departmentsIn(store.db))
      await inTransaction(store, [department], (db) => beginAnew(db, department, print, now));
  await store.db
    .updateTable("key_use")
    .set({ last_at: Math.max(now, Number(row.first_at) + 1) })
    .where("tenant", "=", place.tenant)
    .where("print", "=", row.print)
    .execute();
}

const departmentsIn = async (db: Db): Promise<DepartmentKey[]> =>
  (await db.selectFrom("department").select("department").orderBy("department").execute()).map(
    ({ department }) => department,
  );

const holding = ["features", "imported", "model_file", "model_snapshot"] as const;

async function isEmpty(db: Db): Promise<boolean> {
  for (const table of holding)
    if (await db.selectFrom(table).select("department").limit(1).executeTakeFirst()) return false;
  return true;
}

/** What a renewal deletes. */
export async function lossOf(db: Db): Promise<Record<(typeof holding)[number], number>> {
  const counted = holding.map(async (table) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return [table, Number(row.n)] as const;
  });
  return Object.fromEntries(await Promise.all(counted)) as Awaited<ReturnType<typeof lossOf>>;
}

/**
 * Lets go of everything under another feature key: each department in one transaction with its line in the audit log, and
 * last the note that all is done. Cut off anywhere and called again it goes on where it was. Nothing may run meanwhile.
 */
export async function renewFeatures(
  store: Store,
  print: string,
  now: number,
  onDone: (department: DepartmentKey) => void = () => {},
): Promise<void> {
  for (const department of await departmentsIn(store.db)) {
    await inTransaction(store, [department], async (db) => {
      if (!(await isRenewed(db, department, print))) await beginAnew(db, department, print, now);
    });
    onDone(department);
  }
  await inTransaction(store, [], (db) => notePrint(db, print, now));
}

/** By this key last: an older one that was put back begins anew once more. */
async function isRenewed(db: Db, department: DepartmentKey, print: string): Promise<boolean> {
  const row = await db
    .selectFrom("audit")
    .select("subject")
    .where("department", "=", department)
    .where("action", "=", action)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.subject === print;
}

/** As a new department, but for its verdicts and the names of its versions: what was learned cannot be learned again. */
async function beginAnew(db: Db, department: DepartmentKey, print: string, now: number): Promise<void> {
  await dropModelFiles(db, department, await keptVersions(db, department));
  for (const table of ["features", "imported", "model_snapshot"] as const)
    await db.deleteFrom(table).where("department", "=", department).execute();
  await db
    .updateTable("answer")
    .set({ trained_in: 0, learned_in: null, now: null })
    .where("department", "=", department)
    .execute();
  await db
    .updateTable("answer")
    .set({ state: "accepted" })
    .where("department", "=", department)
    .where("state", "=", "learned")
    .execute();
  await db
    .updateTable("model_version")
    .set({ state: "retired" })
    .where("department", "=", department)
    .where("state", "in", ["live", "candidate"])
    .execute();
  await db.updateTable("department").set({ model_version: 0 }).where("department", "=", department).execute();
  await record(db, department, { at: now, person: system, action, subject: print });
}
