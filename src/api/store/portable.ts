/** The whole store as lines of JSON, table after table in the order of their keys: out of one database and into another. */
import { createHash, type Hash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { bytesOf } from "./blob.ts";
import { newestMigration } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { inTransaction, type Store } from "./store.ts";
import { StoreFailure } from "./storeFailure.ts";

const rowsAtOnce = 500;
/** Made by every store for itself. */
const ownTables = ["migration"];

interface Table {
  name: string;
  key: string[];
}

export type Write = (text: string) => Promise<void>;

/** As it is at one moment, whoever writes meanwhile; with a seal at the end. Answers how many rows. */
export function exportTo(store: Store, write: Write): Promise<number> {
  return atOneMoment(store, async (db) => {
    const seal = createHash("sha256");
    const line = (value: object) => write(sealedLine(seal, value));
    await line({ concord: "store", tables: newestMigration });
    let rows = 0;
    for (const table of await tablesOf(store, db)) {
      await line({ table: table.name });
      for await (const row of rowsIn(db, table)) {
        await line(row);
        rows++;
      }
    }
    await write(`${JSON.stringify({ end: rows, seal: seal.digest("hex") })}\n`);
    return rows;
  });
}

/** Reads do not see what is written meanwhile, and hold nobody up. */
async function atOneMoment<T>({ db, engine }: Store, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  if (engine === "postgres")
    return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
  return db.connection().execute(async (one) => {
    await sql`begin`.execute(one);
    try {
      return await work(one);
    } finally {
      await sql`rollback`.execute(one);
    }
  });
}

function sealedLine(seal: Hash, value: object): string {
  const text = `${JSON.stringify(value)}\n`;
  seal.update(text);
  return text;
}

/** The same on both engines: by name, each with its key. */
async function tablesOf({ engine }: Store, db: Kysely<Schema>): Promise<Table[]> {
  const { rows } =
    engine === "sqlite"
      ? await sql<{
          name: string;
          column: string;
        }>`select m.name as name, c.name as "column" from sqlite_master m
          join pragma_table_info(m.name) c on c.pk > 0 where m.type = 'table' order by m.name, c.pk`.execute(
          db,
        )
      : await sql<{ name: string; column: string }>`select c.relname as name, a.attname as "column"
          from pg_index i join pg_class c on c.oid = i.indrelid
          join unnest(i.indkey) with ordinality k (attnum, place) on true
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where i.indisprimary and c.relnamespace = current_schema()::regnamespace
          order by c.relname, k.place`.execute(db);
  const tables = new Map<string, string[]>();
  for (const { name, column } of rows) tables.set(name, [...(tables.get(name) ?? []), column]);
  return [...tables]
    .filter(([name]) => !ownTables.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, key]) => ({ name, key }));
}

/** Page by page behind the last key, so that no table has to fit into memory. */
async function* rowsIn(db: Kysely<Schema>, { name, key }: Table): AsyncGenerator<object> {
  const order = sql.join(key.map((column) => sql`${sql.ref(column)}`));
  let after: unknown[] | undefined;
  for (;;) {
    const behind = after ? sql`where (${order}) > (${sql.join(after)})` : sql``;
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(name)} ${behind} order by ${order} limit ${rowsAtOnce}`.execute(db);
    for (const row of rows) yield portable(row);
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = key.map((column) => last[column]);
  }
}

/** Columns in one order, bytes as base64. */
const portable = (row: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.keys(row)
      .sort()
      .map((name) => [name, inJson(row[name])]),
  );

const inJson = (value: unknown): unknown =>
  value instanceof Uint8Array || value instanceof ArrayBuffer
    ? { bytes: Buffer.from(bytesOf(value)).toString("base64") }
    : value;

const fromJson = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "bytes" in value
    ? Buffer.from(String(value.bytes), "base64")
    : value;

/** All of it or nothing, into a store that holds no feedback yet; what its start has put there is replaced. Answers how many rows. */
export async function importFrom(store: Store, lines: AsyncIterable<string>): Promise<number> {
  const seal = createHash("sha256");
  const { count } = await store.db
    .selectFrom("feedback")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) > 0)
    throw new StoreFailure("The store already holds feedback; import needs an empty one.");
  return inTransaction(store, [], async (db) => {
    for (const { name } of await tablesOf(store, db)) await sql`delete from ${sql.table(name)}`.execute(db);
    const page = new Page(db);
    let rows = 0;
    let isWhole = false;
    for await (const text of lines) {
      const line = lineOf(text);
      if ("seal" in line && "end" in line) {
        isWhole = line.seal === seal.digest("hex") && line.end === rows;
        break;
      }
      seal.update(`${text}\n`);
      if ("concord" in line) requireLevel(line.tables);
      else if ("table" in line && Object.keys(line).length === 1) await page.begin(String(line.table));
      else {
        await page.add(
          Object.fromEntries(Object.entries(line).map(([name, value]) => [name, fromJson(value)])),
        );
        rows++;
      }
    }
    await page.flush();
    if (!isWhole)
      throw new StoreFailure("The export is not whole: its end is missing or its seal does not fit.");
    return rows;
  });
}

function lineOf(text: string): Record<string, unknown> {
  try {
    const line = JSON.parse(text);
    if (typeof line === "object" && line !== null) return line;
  } catch {}
  throw notAnExport();
}

const notAnExport = () => new StoreFailure("This is no export of a store; nothing was imported.");

function requireLevel(level: unknown): void {
  if (level !== newestMigration)
    throw new StoreFailure(
      `The export was made by another version of Concord (tables ${level}, this one has ${newestMigration}).`,
    );
}

/** Wrong tables, columns or values; not a database that is in the way. */
const isMisfit = (fault: unknown): boolean =>
  /^(SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE)|2[23]|42)/.test(String((fault as { code?: unknown }).code));

class Page {
  #table = "";
  #rows: Record<string, unknown>[] = [];
  constructor(readonly db: Kysely<Schema>) {}

  async begin(table: string): Promise<void> {
    await this.flush();
    if (!/^[a-z_]+$/.test(table)) throw new StoreFailure("The export names a table that cannot be.");
    this.#table = table;
  }

  async add(row: Record<string, unknown>): Promise<void> {
    if (!this.#table) throw notAnExport();
    this.#rows.push(row);
    if (this.#rows.length >= rowsAtOnce) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.db
      .insertInto(this.#table as never)
      .values(this.#rows as never)
      .execute()
      .catch((fault) => {
        throw isMisfit(fault)
          ? new StoreFailure(`The export does not fit the tables: ${this.#table}. Nothing was imported.`)
          : fault;
      });
    this.#rows = [];
  }
}
