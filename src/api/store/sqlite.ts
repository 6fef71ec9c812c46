/** The embedded engine: one file through libsql, WAL, every commit on the disk before it is acknowledged. */
import { existsSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import Database from "libsql";
import { StartFailure } from "../startFailure.ts";
import { type Changes, noticing } from "./changes.ts";
import { type Hot, hotOfSqlite } from "./hot.ts";
import { belongToFolder, keepPrivate, newPrivateFile } from "./privateFile.ts";
import type { Schema } from "./schema.ts";
import { startWriting, type Writing } from "./writing.ts";

/** Takes the write lock at once, so that a transaction that has read can never fail to write. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** After a full disk SQLite has rolled back by itself; to say so would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (fault) {
      if (!/no transaction is active/.test((fault as Error).message)) throw fault;
    }
  }
}

const dialect = (config: SqliteDialectConfig) => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new ImmediateDriver(config),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

const wholeCheckBytes = 256 * 2 ** 20;

/**
 * Nothing is written to a file that fails the check. It is read through a connection that cannot write: one that could
 * would, on closing, carry the log of a killed process into the damaged file.
 */
function checked(file: string): Database.Database {
  if (existsSync(file) && !isSound(file))
    throw new StartFailure("database_damaged", `The database file ${file} is damaged; it was left as it is.`);
  return open(file);
}

function isSound(file: string): boolean {
  const isSmall = statSync(file).size <= wholeCheckBytes;
  try {
    const database = new Database(`${pathToFileURL(file)}?mode=ro`);
    try {
      const rows = database
        .prepare(isSmall ? "pragma quick_check(1)" : "pragma schema_version")
        .all() as object[];
      return !isSmall || Object.values(rows[0] ?? {})[0] === "ok";
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** The files beside the database take its rights from it. */
function open(file: string): Database.Database {
  try {
    if (!existsSync(file)) {
      newPrivateFile(file);
      belongToFolder(file);
    }
    for (const part of ["", "-wal", "-shm"]) keepPrivate(file + part);
    const database = new Database(file);
    database.pragma("busy_timeout = 5000");
    return database;
  } catch {
    throw new StartFailure("folder_unwritable", `The database file ${file} cannot be opened.`);
  }
}

const mostPrepared = 500;

/** A statement is prepared once and used again; one connection runs one statement at a time. */
function keepingPrepared(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase["prepare"]>>();
  return {
    close() {
      prepared.clear();
      database.close();
    },
    prepare(sql) {
      const known = prepared.get(sql) ?? (database.prepare(sql) as never);
      if (prepared.size < mostPrepared && /^(select|insert|update|delete|begin|commit|rollback)/.test(sql))
        prepared.set(sql, known);
      return known;
    },
  };
}

/** Of every connection that writes. */
const durable = [
  "synchronous = FULL",
  "foreign_keys = ON",
  // What is deleted is overwritten: nothing that was erased can be read from the file.
  "secure_delete = ON",
  // 32 MB of pages: what a morning's messages touch is not read again for each of them.
  "cache_size = -32768",
  // The writing thread carries the log over sooner, after its answers.
  "wal_autocheckpoint = 8000",
];

export interface Sqlite {
  db: Kysely<Schema>;
  hot: Hot;
  /** batches of feedback in a thread of their own; a file in memory has none */
  writing: Writing | undefined;
  tables: string[];
  /** Only after the tables were found to be ours. */
  makeDurable(): void;
}

/** `:memory:` is for tests. */
export function openSqlite(file: string, organised: Changes): Sqlite {
  const database = file === ":memory:" ? new Database(file) : checked(file);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string;
  }[];
  return {
    db: new Kysely<Schema>({
      dialect: dialect({ database: keepingPrepared(database) }),
      plugins: [noticing(organised)],
    }),
    hot: hotOfSqlite(database),
    writing: file === ":memory:" ? undefined : startWriting(file, durable),
    tables: tables.map((table) => table.name),
    makeDurable: () => {
      database.pragma("journal_mode = WAL");
      for (const pragma of durable) database.pragma(pragma);
    },
  };
}
