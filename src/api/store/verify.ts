/** Are the counters what the feedback says? A recount of every message, and the counters made anew from it. */
import type { Kysely } from "kysely";
import { contributionOf, contributionsOf, type FeedbackRow } from "../../alignment/contribution.ts";
import { addTo, type Counts, emptyCounts } from "../../alignment/counts.ts";
import { firstBroken } from "./audit.ts";
import { type Cells, cellOf, cellsOf, difference, keyOf } from "./cells.ts";
import { countsIn } from "./counted.ts";
import { count } from "./counters.ts";
import { changedKinds, isBesides } from "./counting.ts";
import { lastStay, staysOf } from "./history.ts";
import { recipe } from "./kinds.ts";
import { byMessage, portionAfter } from "./messages.ts";
import { recipeOf } from "./recount.ts";
import type { DepartmentKey, Schema, StoredFeedback } from "./schema.ts";
import { inTransaction, type Store } from "./store.ts";

export interface Verification {
  department: DepartmentKey;
  messages: number;
  /** counters that differ from the recount, as sentences; empty when all is well */
  differences: string[];
}

const messagesPerRead = 500;

/** Compares counters, current verdicts and the audit chain with the feedback; changes nothing. */
export function verify(store: Store, department: DepartmentKey): Promise<Verification> {
  return inTransaction(store, [department], async (db) => {
    const recount = await recountOf(db, department);
    const stored = without(
      await storedCells(db, "counter", department),
      await storedCells(db, "archived_counter", department),
    );
    const recounting = await kindsInRecount(db, department);
    const isSettled = ([key]: readonly [string, number]) => {
      const { kind } = cellOf(key);
      return !recounting.has(kind) && !isBesides(kind);
    };
    const differences = [
      ...difference(recount.cells, stored)
        .filter(isSettled)
        .map(([key, by]) => `${describe(key)} is ${by > 0 ? "+" : ""}${by} off`),
      ...(recounting.size > 0 ? [] : differingCounts(countsFrom(stored), recount.counts)),
      ...(await differingCurrent(db, department, recount.current)),
      ...(await brokenAudit(db, department)),
    ];
    return { department, messages: recount.messages, differences };
  });
}

/** Kinds that an earlier recipe counted, until the recount in the background has replaced them: they say what was so then. */
async function kindsInRecount(db: Kysely<Schema>, department: DepartmentKey): Promise<Set<string>> {
  const stored = await recipeOf(db, department);
  return new Set(stored === null ? [] : changedKinds(stored));
}

/** Makes the counters anew from the feedback, and from what deleted messages had left. */
export function rebuild(store: Store, department: DepartmentKey): Promise<void> {
  return inTransaction(store, [department], async (db) => {
    const { cells } = await recountOf(db, department);
    const archived = await storedCells(db, "archived_counter", department);
    for (const [key, n] of archived) cells.set(key, (cells.get(key) ?? 0) + n);
    await count(store, db, department, await storedCells(db, "counter", department), cells);
    await db.deleteFrom("recounting").where("department", "=", department).execute();
    await db
      .insertInto("recipe")
      .values({ department, value: recipe })
      .onConflict((conflict) => conflict.column("department").doUpdateSet({ value: recipe }))
      .execute();
  });
}

const describe = (key: string) => Object.values(cellOf(key)).join(" ");

interface Recount {
  messages: number;
  cells: Cells;
  counts: Counts;
  /** message → state and counted feedback id */
  current: Map<string, string>;
}

async function recountOf(db: Kysely<Schema>, department: DepartmentKey): Promise<Recount> {
  const recount: Recount = { messages: 0, cells: new Map(), counts: emptyCounts(), current: new Map() };
  for await (const rows of messagesOf(db, department)) {
    recount.messages++;
    for (const [key, n] of cellsOf(rows)) recount.cells.set(key, (recount.cells.get(key) ?? 0) + n);
    for (const contribution of contributionsOf(feedbackOf(rows))) addTo(recount.counts, contribution);
    const stay = lastStay(rows);
    const contribution = stay && contributionOf(stay.rows);
    if (contribution)
      recount.current.set(rows[0]!.message_key, currentOf(contribution.state, stay.standing[0]?.feedback_id));
  }
  return recount;
}

const currentOf = (state: string, feedbackId: string | null | undefined) => `${state} ${feedbackId ?? ""}`;
const feedbackOf = (rows: readonly StoredFeedback[]): FeedbackRow[] =>
  staysOf(rows).flatMap((stay) => stay.rows);

/** The rows of one message after the other. */
async function* messagesOf(db: Kysely<Schema>, department: DepartmentKey): AsyncGenerator<StoredFeedback[]> {
  for (let after = ""; ; ) {
    const { last, rows } = await portionAfter(db, department, after, messagesPerRead);
    if (last === null) return;
    yield* byMessage(rows).values();
    after = last;
  }
}

/** What is left of the counters when what retention archived is taken away. */
function without(stored: Cells, archived: Cells): Cells {
  const left = new Map(stored);
  for (const [key, n] of archived) {
    const rest = (left.get(key) ?? 0) - n;
    if (rest === 0) left.delete(key);
    else left.set(key, rest);
  }
  return left;
}

async function storedCells(
  db: Kysely<Schema>,
  table: "counter" | "archived_counter",
  department: DepartmentKey,
): Promise<Cells> {
  const rows = await db.selectFrom(table).selectAll().where("department", "=", department).execute();
  return new Map(rows.map(({ n, ...cell }) => [keyOf(cell), n]));
}

/** The weeks' counters in the alignment's form: a second way to the same figures. */
const countsFrom = (cells: Cells): Counts =>
  countsIn(
    [...cells].map(([key, n]) => ({ ...cellOf(key), n })).filter(({ period }) => period.startsWith("w")),
  );

const differingCounts = (stored: Counts, recount: Counts): string[] =>
  JSON.stringify(stored) === JSON.stringify(recount)
    ? []
    : [`the weeks' counters say ${JSON.stringify(stored)}, the recount ${JSON.stringify(recount)}`];

async function differingCurrent(
  db: Kysely<Schema>,
  department: DepartmentKey,
  expected: ReadonlyMap<string, string>,
): Promise<string[]> {
  const rows = await db.selectFrom("current").selectAll().where("department", "=", department).execute();
  const stored = new Map(rows.map((row) => [row.message_key, currentOf(row.state, row.feedback_id)]));
  const keys = new Set([...stored.keys(), ...expected.keys()]);
  return [...keys]
    .filter((key) => stored.get(key) !== expected.get(key))
    .map((key) => `the current verdict of message ${key} is not what its feedback says`);
}

async function brokenAudit(db: Kysely<Schema>, department: DepartmentKey): Promise<string[]> {
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("department", "=", department)
    .orderBy("position")
    .execute();
  const broken = firstBroken(rows);
  return broken === null ? [] : [`the audit log is broken at entry ${broken}`];
}
