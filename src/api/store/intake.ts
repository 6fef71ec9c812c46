/** Feedback is taken in together: what arrives while the disk is busy is decided in one transaction and committed once. */
import type { Kysely } from "kysely";
import { breath } from "../breath.ts";
import { Refusal } from "../refusal.ts";
import { Ledger } from "./ledger.ts";
import { known, type Wanted } from "./ledgerReads.ts";
import { write } from "./ledgerWrites.ts";
import type { DepartmentKey, Schema } from "./schema.ts";
import { inTransaction, inTwoTrips, type Store } from "./store.ts";
import { throughThread } from "./writeBatch.ts";

/** Something to decide about one message (a move: about two). Refuses before it changes anything, and acts on nothing else. */
export interface Decision<T> {
  wanted: readonly Wanted[];
  decide(ledger: Ledger): T;
}

interface Waiting {
  decision: Decision<unknown>;
  done: (value: never) => void;
  fail: (fault: unknown) => void;
}

interface Lane {
  waiting: Waiting[];
  /** decisions that are being decided and written */
  underWay: number;
  isRunning: boolean;
}

const mostAtOnce = 256;
const fewestAtOnce = 8;
const lanes = new WeakMap<Store, Map<string, Lane>>();

/** What was taken in since the start, and what waits. */
export interface Taken {
  commits: number;
  decisions: number;
  waiting: number;
}

const taken = new WeakMap<Store, { commits: number; decisions: number }>();

export function takenBy(store: Store): Taken {
  const own = [...(lanes.get(store)?.values() ?? [])];
  const { commits, decisions } = taken.get(store) ?? { commits: 0, decisions: 0 };
  return { commits, decisions, waiting: own.reduce((sum, { waiting }) => sum + waiting.length, 0) };
}

function noteCommit(store: Store, decided: number): void {
  const { commits, decisions } = taken.get(store) ?? { commits: 0, decisions: 0 };
  taken.set(store, { commits: commits + 1, decisions: decisions + decided });
}

/** Resolves when it is durable. One that fails harms none of the others. */
export function takeIn<T>(store: Store, decision: Decision<T>): Promise<T> {
  return new Promise<T>((done, fail) => {
    const lane = laneOf(store, decision);
    lane.waiting.push({ decision, done, fail });
    if (!lane.isRunning) void run(store, lane);
  });
}

/** A file has one writer; on a server the departments do not wait for each other. */
function laneOf(store: Store, { wanted }: Decision<unknown>): Lane {
  const name = store.engine === "sqlite" ? "" : wanted.map(({ department }) => department).join("\n");
  const own = lanes.get(store) ?? new Map<string, Lane>();
  lanes.set(store, own);
  const lane = own.get(name) ?? { waiting: [], underWay: 0, isRunning: false };
  own.set(name, lane);
  return lane;
}

/**
 * A file's thread is given two batches at once: while one is written, the next is read behind it and decided. Each takes half
 * of all that is there, or everybody would wait for one batch and nothing be done while it is written. A server is given all
 * there is: a second batch would only wait there for the departments, and each costs it some twenty statements.
 */
async function run(store: Store, lane: Lane): Promise<void> {
  lane.isRunning = true;
  let before: Promise<void> = Promise.resolve();
  while (lane.waiting.length > 0) {
    // What has arrived at the same time comes along.
    await breath();
    const batch = lane.waiting.splice(0, Math.min(mostAtOnce, shareOf(store, lane)));
    lane.underWay += batch.length;
    let sent = () => {};
    const isSent = new Promise<void>((done) => {
      sent = done;
    });
    const ended = commit(store, batch, sent).then(() => {
      lane.underWay -= batch.length;
    });
    await Promise.all([before, Promise.race([isSent, ended])]);
    before = ended;
  }
  lane.isRunning = false;
}

const shareOf = ({ lines }: Store, { waiting, underWay }: Lane): number =>
  lines ? waiting.length : Math.max(fewestAtOnce, Math.ceil((waiting.length + underWay) / 2));

type Decided = { value: unknown } | { fault: unknown };

async function commit(store: Store, batch: readonly Waiting[], onSent: () => void): Promise<void> {
  const decisions = batch.map(({ decision }) => decision);
  const departments = new Set(decisions.flatMap(({ wanted }) => wanted.map(({ department }) => department)));
  try {
    const decided = await inOneTransaction(store, [...departments], decisions, onSent);
    noteCommit(store, batch.length);
    for (const [i, { done, fail }] of batch.entries()) {
      const one = decided[i]!;
      if ("fault" in one) fail(one.fault);
      else done(one.value as never);
    }
  } catch (fault) {
    if (batch.length > 1 && isOnesOwn(fault)) for (const one of batch) await commit(store, [one], () => {});
    else for (const { fail } of batch) fail(fault);
  }
}

async function inOneTransaction(
  store: Store,
  departments: readonly DepartmentKey[],
  decisions: readonly Decision<unknown>[],
  onSent: () => void,
): Promise<Decided[]> {
  const { writing, lines, db } = store;
  if (lines)
    return inTwoTrips(lines, departments, (line) =>
      decideAll({ ...store, hot: line.hot }, line.db, decisions),
    );
  const done =
    writing && (await throughThread(writing, (hot) => decideAll({ ...store, hot }, db, decisions), onSent));
  return done ? done.value : inTransaction(store, departments, (trx) => decideAll(store, trx, decisions));
}

async function decideAll(
  store: Store,
  db: Kysely<Schema>,
  decisions: readonly Decision<unknown>[],
): Promise<Decided[]> {
  const ledger = new Ledger(
    await known(
      store,
      db,
      decisions.flatMap(({ wanted }) => wanted),
    ),
  );
  const decided = decisions.map((decision): Decided => {
    const before = ledger.changes;
    try {
      return { value: decision.decide(ledger) };
    } catch (fault) {
      if (!(fault instanceof Refusal) || ledger.changes !== before) throw fault;
      return { fault };
    }
  });
  if (ledger.changes > 0) await write(store, db, ledger.changed());
  return decided;
}

/** Not the database's trouble, but that of something in the batch: then each is tried by itself. */
function isOnesOwn(fault: unknown): boolean {
  const code = (fault as { code?: unknown } | null)?.code;
  return (
    typeof code !== "string" || /^(SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|ERROR|RANGE)|2[123]|42)/.test(code)
  );
}
