/** The embedded file once more, read only and in a thread of its own: what scans many rows asks here. */
import { pathToFileURL } from "node:url";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { type Scanning, startScanning } from "./scanning.ts";
import type { Schema } from "./schema.ts";

export interface Scans {
  db: Kysely<Schema>;
  thread: Scanning;
  close(): Promise<void>;
}

/** One connection, and whoever has taken it keeps it to the end of their transaction. */
class ScanDriver implements Driver, DatabaseConnection {
  #last: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(readonly thread: Scanning) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((done) => {
      release = done;
    });
    await before;
    this.#release = release;
    return this;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return { rows: await this.thread.run<R[]>({ kind: "read", sql, parameters: [...parameters] }) };
  }

  streamQuery(): never {
    throw new Error("scans do not stream");
  }

  async beginTransaction(one: DatabaseConnection): Promise<void> {
    await one.executeQuery(CompiledQuery.raw("begin"));
  }

  async commitTransaction(one: DatabaseConnection): Promise<void> {
    await one.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(one: DatabaseConnection): Promise<void> {
    await one.executeQuery(CompiledQuery.raw("rollback"));
  }

  destroy(): Promise<void> {
    return this.thread.close();
  }
}

export function scansOfFile(file: string): Scans {
  const thread = startScanning(`${pathToFileURL(file)}?mode=ro`);
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ScanDriver(thread),
      createIntrospector: (one) => new SqliteIntrospector(one),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { db, thread, close: () => db.destroy() };
}

/** Where scanning holds nobody up: `db` itself, and a thread for counting only. */
export function scansBy(db: Kysely<Schema>, close: () => Promise<void>): Scans {
  const thread = startScanning();
  return {
    db,
    thread,
    close: async () => {
      await thread.close();
      await close();
    },
  };
}

/** Everything `work` reads is of one moment, and nobody who writes waits for it. */
export function inSnapshot<T>(
  { engine, scans }: { engine: "sqlite" | "postgres"; scans: Scans },
  work: (db: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  const begun = scans.db.transaction();
  // SQLite's is one from its first read on.
  const snapshot =
    engine === "postgres" ? begun.setIsolationLevel("repeatable read").setAccessMode("read only") : begun;
  return snapshot.execute(work);
}
