/** Writes what a ledger has changed: each table once, and with the rows everything that follows from them. */
import type { Kysely } from "kysely";
import { contributionOf } from "../../alignment/contribution.ts";
import { aliasFor } from "./aliases.ts";
import { sealed } from "./audit.ts";
import { cellsOf, difference } from "./cells.ts";
import type { NewRow } from "./columns.ts";
import { countChanges } from "./counters.ts";
import { type Destination, destinationIn } from "./counting.ts";
import { lastStay } from "./history.ts";
import type { Changed, Message } from "./ledger.ts";
import { joined } from "./ledgerReads.ts";
import type { DepartmentKey, Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { together } from "./together.ts";

/**
 * To a server all at once. In a file one after the other: SQLite rolls back by itself when the disk is full, and what came
 * after that would be written outside of any transaction.
 */
async function oneByOne(engine: Store["engine"], steps: readonly (() => Promise<void>)[]): Promise<void> {
  if (engine === "postgres") await together(steps.map((step) => step()));
  else for (const step of steps) await step();
}

/** In the transaction in which the ledger was read. */
export async function write(store: Store, db: Kysely<Schema>, changed: Changed): Promise<void> {
  const { hot } = store;
  const { messages, known, deeds } = changed;
  for (const { person } of [...deeds.values()].flat())
    if (!known.aliases.has(person)) known.aliases.set(person, await aliasFor(store, db, person));
  const added = messages.flatMap(({ before, rows }) => rows.slice(before.length));
  // May refuse, so before anything is on its way.
  const counted = [...byDepartment(messages)].map(([department, own]) => {
    const destination = destinationIn(known.counting.get(department), passedIn(known, own));
    return [department, changesOf(own, destination)] as const;
  });
  await oneByOne(store.engine, [
    () => hot.write(db, "opening", changed.openings),
    () => hot.write(db, "feedback", added),
    ...counted.map(
      ([department, changes]) =>
        () =>
          countChanges(store, db, department, changes),
    ),
    () => settle(store, db, messages),
    () => hot.write(db, "ask", changed.asks),
    () => writeAnswers(store, db, changed),
    () => hot.write(db, "features", changed.features),
    () => log(store, db, changed),
  ]);
}

async function log({ hot }: Store, db: Kysely<Schema>, { deeds, known }: Changed): Promise<void> {
  const entries = [...deeds].flatMap(([department, own]) => {
    const named = own.map((deed) => ({ ...deed, person: known.aliases.get(deed.person)! }));
    return sealed(department, known.audits.get(department), named);
  });
  await hot.write(db, "audit", entries);
}

function byDepartment(messages: readonly Message[]): Map<DepartmentKey, Message[]> {
  const all = new Map<DepartmentKey, Message[]>();
  for (const message of messages)
    all.set(message.department, [...(all.get(message.department) ?? []), message]);
  return all;
}

const passedIn = ({ passed }: Changed["known"], messages: readonly Message[]): Set<string> =>
  new Set(messages.filter((one) => passed.has(joined(one.department, one.key))).map(({ key }) => key));

/** The changes of all these messages added up, in the order of their keys, without zeros. */
function changesOf(messages: readonly Message[], destination: Destination): [string, number][] {
  const sums = new Map<string, number>();
  for (const { before, rows, key: messageKey } of messages)
    for (const [cell, n] of difference(cellsOf(before), cellsOf(rows))) {
      const kind = cell.slice(0, cell.indexOf("\n"));
      const name = destination(kind, messageKey);
      if (name === null) continue;
      const key = name === kind ? cell : name + cell.slice(kind.length);
      sums.set(key, (sums.get(key) ?? 0) + n);
    }
  return [...sums].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

const updatedAt = ({ rows }: Message) => rows.at(-1)!.stored_at;

/** What each message counts as now. */
async function settle({ hot }: Store, db: Kysely<Schema>, messages: readonly Message[]): Promise<void> {
  const rows: NewRow<"current">[] = [];
  for (const message of messages) {
    const stay = lastStay(message.rows);
    const contribution = stay && contributionOf(stay.rows);
    const { department, key: message_key } = message;
    if (!contribution) {
      await hot.run(db, "delete from current where department = $1 and message_key = $2", [
        department,
        message_key,
      ]);
      continue;
    }
    const counted = stay.standing[0];
    rows.push({
      department,
      message_key,
      state: contribution.state,
      arm: contribution.arm,
      prediction_id: counted?.prediction_id ?? null,
      feedback_id: counted?.feedback_id ?? null,
      person: counted?.person ?? null,
      updated_at: updatedAt(message),
    });
  }
  await hot.write(db, "current", rows);
}

async function writeAnswers({ hot }: Store, db: Kysely<Schema>, { answers }: Changed): Promise<void> {
  await hot.write(
    db,
    "answer",
    [...answers.values()].filter((row) => row !== null),
  );
  for (const [name, row] of answers) {
    if (row) continue;
    const [department, predictionId] = name.split("\n") as [string, string];
    await hot.run(db, "delete from answer where department = $1 and prediction_id = $2", [
      department,
      predictionId,
    ]);
  }
}
