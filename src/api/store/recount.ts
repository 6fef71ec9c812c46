/** Counts a changed recipe anew in the background: the counters in use stay, and are replaced in one transaction at the end. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Cells, cellOf } from "./cells.ts";
import { allPassed, besides, changedKinds, isLater } from "./counting.ts";
import { kinds, recipe } from "./kinds.ts";
import { portionAfter } from "./messages.ts";
import type { DepartmentKey, Schema, StoredFeedback } from "./schema.ts";
import { inTransaction, type Store } from "./store.ts";

export interface RecountParts {
  store: Store;
  now: () => number;
  isStopped?: (() => boolean) | undefined;
  /** told of every step that has just been made durable; tests stop there */
  onStep?: ((step: RecountStep) => void | Promise<void>) | undefined;
  messagesAtOnce?: number;
}

export type RecountStep = "begun" | "passed" | "written" | "replaced";

const usualMessagesAtOnce = 400;
const cellsAtOnce = 400;
/** Who says nothing for so long is taken to be gone; what they had counted is counted again. */
const patienceMs = 60_000;
/** The requests' turn. */
const breath = () => new Promise<void>((done) => setTimeout(done, 2));

/** The departments whose counters were made by an earlier recipe. */
export async function staleDepartments({ db }: Pick<Store, "db">): Promise<DepartmentKey[]> {
  const rows = await db
    .selectFrom("department")
    .leftJoin("recipe", "recipe.department", "department.department")
    .select(["department.department", "recipe.value"])
    .where((eb) => eb.or([eb("recipe.value", "is", null), eb("recipe.value", "<>", recipe)]))
    .execute();
  return rows.filter(({ value }) => value === null || !isLater(value)).map(({ department }) => department);
}

/** One department after the other. What is cut off begins again; another instance's recount is left to it. */
export async function recountStale(parts: RecountParts): Promise<void> {
  for (const department of await staleDepartments(parts.store)) {
    if (parts.isStopped?.()) return;
    await recountDepartment(parts, department);
  }
}

async function recountDepartment(parts: RecountParts, department: DepartmentKey): Promise<void> {
  const { store, onStep, messagesAtOnce = usualMessagesAtOnce } = parts;
  const holder = randomUUID();
  const changed = await begin(parts, department, holder);
  if (!changed) return;
  await onStep?.("begun");
  const sums: Cells = new Map();
  for (let after = ""; ; ) {
    if (parts.isStopped?.()) return;
    const { rows, last } = await portionAfter(store.scans.db, department, after, messagesAtOnce);
    const cells = await store.scans.thread.run<[string, number][]>({ kind: "count", rows, kinds: changed });
    const state = await pass(parts, department, holder, { after, last, ...sizeOf(rows) });
    if (state === "lost") return;
    if (state === "passed") {
      for (const [key, n] of cells) sums.set(key, (sums.get(key) ?? 0) + n);
      if (last === null) break;
      after = last;
      await onStep?.("passed");
    }
    await breath();
  }
  if (!(await writeSums(parts, department, holder, sums))) return;
  await onStep?.("written");
  await replace(parts, department, holder, changed);
  await onStep?.("replaced");
}

/** Later than anybody was ever promised is not believed: the clock has gone back since. */
const isAt = (until: number, now: number) => until > now && until <= now + 2 * patienceMs;

/** Takes the recount, unless somebody is at it. Answers the kinds to count; from here on changes of passed messages go beside. */
const begin = ({ store, now }: RecountParts, department: DepartmentKey, holder: string) =>
  inTransaction(store, [department], async (db) => {
    const stored = await recipeOf(db, department);
    if (stored === recipe || (stored !== null && isLater(stored))) return null;
    const running = await recountingOf(db, department);
    if (running && (isLater(running.value) || (running.value === recipe && isAt(running.until, now()))))
      return null;
    const changed = stored === null ? kinds.map(({ name }) => name) : changedKinds(stored);
    await dropBesides(db, department);
    await besidesFromArchive(store, db, department, changed);
    const values = { value: recipe, done_to: "", holder, until: now() + patienceMs };
    await db
      .insertInto("recounting")
      .values({ department, ...values })
      .onConflict((conflict) => conflict.column("department").doUpdateSet(values))
      .execute();
    // A store from before there were recipes: all it counts is made anew, and nothing is added meanwhile.
    if (stored === null) await db.insertInto("recipe").values({ department, value: "" }).execute();
    return changed;
  });

export async function recipeOf(db: Kysely<Schema>, department: DepartmentKey): Promise<string | null> {
  const row = await db
    .selectFrom("recipe")
    .select("value")
    .where("department", "=", department)
    .executeTakeFirst();
  return row?.value ?? null;
}

export const recountingOf = (db: Kysely<Schema>, department: DepartmentKey) =>
  db.selectFrom("recounting").selectAll().where("department", "=", department).executeTakeFirst();

export async function dropBesides(db: Kysely<Schema>, department: DepartmentKey): Promise<void> {
  await db
    .deleteFrom("counter")
    .where("department", "=", department)
    .where("kind", "like", besides("%"))
    .execute();
}

/** What deleted messages had counted cannot be counted anew. */
async function besidesFromArchive(
  { hot }: Store,
  db: Kysely<Schema>,
  department: DepartmentKey,
  changed: readonly string[],
): Promise<void> {
  const rows = await db
    .selectFrom("archived_counter")
    .selectAll()
    .where("department", "=", department)
    .where("kind", "in", changed)
    .execute();
  await hot.write(
    db,
    "counter",
    rows.map((row) => ({ ...row, kind: besides(row.kind) })),
  );
}

/** Rows are only ever added, or go as whole messages: as many at the same positions are the same. */
const sizeOf = (rows: readonly StoredFeedback[]) => ({
  rows: rows.length,
  positions: rows.reduce((sum, { position }) => sum + position, 0),
});

interface Passed {
  after: string;
  last: string | null;
  rows: number;
  positions: number;
}

/** Notes that the recount is past these messages, if they are still as they were read; otherwise they are read again. */
const pass = (
  { store, now }: RecountParts,
  department: DepartmentKey,
  holder: string,
  { after, last, rows, positions }: Passed,
): Promise<"passed" | "changed" | "lost"> =>
  inTransaction(store, [department], async (db) => {
    if ((await recountingOf(db, department))?.holder !== holder) return "lost";
    const size = await db
      .selectFrom("feedback")
      .select((eb) => [eb.fn.countAll<number>().as("rows"), eb.fn.sum<number>("position").as("positions")])
      .where("department", "=", department)
      .where("message_key", ">", after)
      .$if(last !== null, (query) => query.where("message_key", "<=", last!))
      .executeTakeFirstOrThrow();
    if (Number(size.rows) !== rows || Number(size.positions ?? 0) !== positions) return "changed";
    await db
      .updateTable("recounting")
      .set({ done_to: last ?? allPassed, until: now() + patienceMs })
      .where("department", "=", department)
      .execute();
    return "passed";
  });

/** Adds what was counted to what was added meanwhile, a little at a time: nobody reads it yet. */
async function writeSums(
  { store, now }: RecountParts,
  department: DepartmentKey,
  holder: string,
  sums: Cells,
): Promise<boolean> {
  const cells = [...sums].map(([key, n]) => {
    const { kind, ...cell } = cellOf(key);
    return { department, ...cell, kind: besides(kind), n };
  });
  for (let from = 0; from < cells.length; from += cellsAtOnce) {
    const isMine = await inTransaction(store, [department], async (db) => {
      if ((await recountingOf(db, department))?.holder !== holder) return false;
      await store.hot.write(db, "counter", cells.slice(from, from + cellsAtOnce));
      await db
        .updateTable("recounting")
        .set({ until: now() + patienceMs })
        .where("department", "=", department)
        .execute();
      return true;
    });
    if (!isMine) return false;
    await breath();
  }
  return true;
}

/** All at once: whoever reads sees the counters of one recipe or of the other. */
const replace = ({ store }: RecountParts, department: DepartmentKey, holder: string, changed: string[]) =>
  inTransaction(store, [department], async (db) => {
    if ((await recountingOf(db, department))?.holder !== holder) return;
    const today = kinds.map(({ name }) => name);
    const gone = db.deleteFrom("counter").where("department", "=", department);
    await gone.where("kind", "in", changed).execute();
    await gone.where("kind", "not in", [...today, ...changed.map(besides)]).execute();
    await gone.where("kind", "in", changed.map(besides)).where("n", "=", 0).execute();
    for (const kind of changed)
      await db
        .updateTable("counter")
        .set({ kind })
        .where("department", "=", department)
        .where("kind", "=", besides(kind))
        .execute();
    await db.updateTable("recipe").set({ value: recipe }).where("department", "=", department).execute();
    await db.deleteFrom("recounting").where("department", "=", department).execute();
  });
