/** The store as a value: one database, and transactions that hold the departments they change. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Changes } from "./changes.ts";
import { type Hot, hotOfPostgres } from "./hot.ts";
import { migrate } from "./migrate.ts";
import { type Line, type Lines, openPostgres, openScans, Unsendable } from "./postgres.ts";
import { type Scans, scansBy, scansOfFile } from "./scans.ts";
import type { DepartmentKey, Schema } from "./schema.ts";
import { openSqlite } from "./sqlite.ts";
import { together } from "./together.ts";
import type { Writing } from "./writing.ts";

export type Db = Kysely<Schema> | Transaction<Schema>;

export interface Store {
  engine: "sqlite" | "postgres";
  db: Kysely<Schema>;
  /** for what reads many rows: away from the requests, and nothing can be written there */
  scans: Scans;
  /** the statements of every request */
  hot: Hot;
  /** the embedded file's second connection, for batches of feedback; absent on a server and in memory */
  writing?: Writing | undefined;
  /** a server's connections, for batches of feedback; absent for a file */
  lines?: Lines | undefined;
  /** grows with every write to what decides who may do what */
  organised: Changes;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export type StorePlace = { file: string } | { databaseUrl: string };

/** Opens, checks and migrates; throws StartFailure with the data untouched when it cannot. */
export async function openStore(place: StorePlace, now: number): Promise<Store> {
  if ("databaseUrl" in place) return openShared(place.databaseUrl, now);
  const organised = { count: 0 };
  const { db, hot, writing, tables, makeDurable } = openSqlite(place.file, organised);
  const scans = place.file === ":memory:" ? scansBy(db, async () => {}) : scansOfFile(place.file);
  return ready({ engine: "sqlite", db, scans, hot, writing, organised }, async () => {
    await migrate(db, tables, now);
    makeDurable();
  });
}

/** Two instances may start on an empty database at once: who comes second looks again. */
async function openShared(databaseUrl: string, now: number): Promise<Store> {
  for (let attempt = 1; ; attempt++) {
    const organised = { count: 0 };
    const { db, lines, tables } = await openPostgres(databaseUrl, organised, () => {});
    const scanned = openScans(databaseUrl);
    const scans = scansBy(scanned, () => scanned.destroy());
    try {
      return await ready({ engine: "postgres", db, lines, scans, hot: hotOfPostgres, organised }, () =>
        migrate(db, tables, now),
      );
    } catch (fault) {
      const { code } = fault as { code?: string };
      if (attempt >= attempts || !["42P07", "23505", "40001", "40P01"].includes(code ?? "")) throw fault;
      await pause(attempt);
    }
  }
}

async function ready(parts: Omit<Store, "ping" | "close">, prepare: () => Promise<void>): Promise<Store> {
  const { engine, db, scans, writing } = parts;
  try {
    await prepare();
  } catch (fault) {
    await scans.close();
    await db.destroy();
    throw fault;
  }
  return {
    ...parts,
    ping: async () => void (await sql`select 1`.execute(db)),
    close: async () => {
      await writing?.close();
      await scans.close();
      // All in one file again, so that a copy of it is a whole backup.
      if (engine === "sqlite") await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await db.destroy();
    },
  };
}

const attempts = 6;

/** Busy, serialisation failure, deadlock, or two first rows of one message at once. */
const isPassing = (fault: unknown): boolean => {
  const code = String((fault as { code?: unknown })?.code ?? "");
  return code.startsWith("SQLITE_BUSY") || ["40001", "40P01", "23505"].includes(code);
};

const pause = (attempt: number) => new Promise<void>((done) => setTimeout(done, 5 * 2 ** attempt));

/**
 * Runs `work` in one durable transaction that holds the named departments until its end, so that what was read there
 * is still true when it is written. Tried again when the database asks for it; `work` must not act outside of it.
 */
export async function inTransaction<T>(
  store: Store,
  departments: readonly DepartmentKey[],
  work: (db: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const before = store.organised.count;
      const done = await store.db.transaction().execute(async (trx) => {
        await hold(store, trx, departments);
        return work(trx);
      });
      // Others may have read in between what was not yet true for them.
      if (store.organised.count !== before) store.organised.count++;
      return done;
    } catch (fault) {
      if (attempt >= attempts || !isPassing(fault)) throw fault;
      await pause(attempt);
    }
  }
}

/**
 * The same on a server in two ways to it and back: the lock and the first reads travel together, and so do all that is
 * written and the commit. `work` reads by `hot`, and what it writes by it is kept back until it is done.
 */
export async function inTwoTrips<T>(
  lines: Lines,
  departments: readonly DepartmentKey[],
  work: (line: Line) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await lines((line) => begunAndDone(line, departments, work));
    } catch (fault) {
      if (attempt >= attempts || !isPassing(fault)) throw fault;
      await pause(attempt);
    }
  }
}

async function begunAndDone<T>(
  { db, hot }: Line,
  departments: readonly DepartmentKey[],
  work: (line: Line) => Promise<T>,
): Promise<T> {
  const writes: (() => Promise<void>)[] = [];
  const keptBack: Hot = {
    read: hot.read,
    write: async (...asked) => void writes.push(() => hot.write(...asked)),
    run: async (...asked) => void writes.push(() => hot.run(...asked)),
  };
  const held = [...departments].sort().map((department) => () => hot.read(db, holding, [department]));
  const [, , value] = await together([
    hot.run(db, "begin", []),
    together(held.map((one) => one())),
    work({ db, hot: keptBack }),
  ]);
  const sent = writes.map((one) => one());
  await allOnTheirWay(sent);
  // Where the server refuses one of them the commit behind it is a rollback, and nothing is answered as done.
  await together([...sent, hot.run(db, "commit", [])]);
  return value;
}

/** What cannot even be sent has failed by now: without it nothing may be committed, and its connection is not used again. */
async function allOnTheirWay(sent: readonly Promise<void>[]): Promise<void> {
  const faults: unknown[] = [];
  for (const one of sent) one.catch((fault) => faults.push(fault));
  await new Promise<void>((done) => process.nextTick(() => process.nextTick(done)));
  if (faults.length > 0) throw new Unsendable(faults[0]);
}

const holding = "select department from department where department = $1 for update";

/**
 * Until the transaction ends; a file has one writer anyway. In one order for everybody, or two moves in opposite directions
 * would wait for each other.
 */
export async function hold(
  { engine }: Pick<Store, "engine">,
  trx: Transaction<Schema>,
  departments: readonly DepartmentKey[],
): Promise<void> {
  if (engine === "sqlite") return;
  for (const department of [...departments].sort())
    await trx
      .selectFrom("department")
      .select("department")
      .where("department", "=", department)
      .forUpdate()
      .execute();
}
