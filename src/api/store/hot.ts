/** The few statements that serve every request: written once in PostgreSQL's words, prepared once on each engine. */
import { CompiledQuery, type Kysely } from "kysely";
import type { Database as Libsql, Statement } from "libsql";
import { columns, type NewRow, type Written } from "./columns.ts";
import type { Schema } from "./schema.ts";
import { together } from "./together.ts";

export interface Hot {
  /** `db` is the transaction it belongs to; a list goes into `= any($n)`. */
  read<Row>(db: Kysely<Schema>, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Adds rows, or brings those that are there up to them. */
  write<T extends Written>(db: Kysely<Schema>, table: T, rows: readonly NewRow<T>[]): Promise<void>;
  /** Changes or deletes, in the words of `read`. */
  run(db: Kysely<Schema>, text: string, values: readonly unknown[]): Promise<void>;
}

/** What a row does to the one that is there already; where nothing is said, there must be none. */
const onConflict: Partial<Record<Written, string>> = {
  counter:
    "(department, kind, period, arm, model_version, predicted, final) do update set n = counter.n + excluded.n",
  current: `(department, message_key) do update set ${renewed("current", ["department", "message_key"])}`,
  answer: `(department, prediction_id) do update set ${renewed("answer", ["department", "prediction_id"])}`,
  ask: "(department, person, day) do update set asked = ask.asked + excluded.asked",
  features: "(department, message_key) do nothing",
};

function renewed(table: Written, key: readonly string[]): string {
  const others = columns[table].filter((name) => !key.includes(name));
  return others.map((name) => `${name} = excluded.${name}`).join(", ");
}

const insertOf = (table: Written, source: string) => {
  const conflict = onConflict[table];
  return `insert into ${table} (${columns[table].join(", ")}) ${source}${conflict ? ` on conflict ${conflict}` : ""}`;
};

/** A list travels as JSON. */
export const listsAsJson = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value));

/**
 * The rows of department `$1` whose `name` is one of `$2`. PostgreSQL shall look each of them up by itself: as long as it has
 * counted nothing, or only a small table, it holds one walk through all rows of the department for cheaper.
 */
export const rowsNamed = (table: Written, name: string, are = ""): string =>
  `select found.* from unnest($2::text[]) as wanted (name), lateral (select ${columns[table].join(", ")} from ${table}
  where department = $1 and ${are}${name} = wanted.name offset 0) as found`;

const eachLookedUp = /select found\.\* from unnest.*? lateral \((.*?) = wanted\.name offset 0\) as found/gs;

const translated = new Map<string, string>();

/** PostgreSQL's words in SQLite's. */
export function inSqlite(text: string): string {
  const known = translated.get(text);
  if (known !== undefined) return known;
  const fresh = text
    .replace(eachLookedUp, "$1 = any($$2)")
    .replace(/= any\(\$(\d+)\)/g, "in (select value from json_each(?$1))")
    .replace(/\$(\d+)/g, "?$1");
  translated.set(text, fresh);
  return fresh;
}

const inserts = new Map<Written, string>();

/** SQLite's insert of one row, with `valuesIn` as its parameters. */
export function insertInto(table: Written): string {
  const known = inserts.get(table) ?? insertOf(table, `values (${columns[table].map(() => "?").join(", ")})`);
  inserts.set(table, known);
  return known;
}

export const valuesIn = <T extends Written>(table: T, row: NewRow<T>): unknown[] =>
  columns[table].map((name) => row[name as never]);

/** In the thread and the transaction of whoever asks. */
export function hotOfSqlite(database: Libsql): Hot {
  const prepared = new Map<string, Statement>();
  const statement = (text: string): Statement => {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  };
  return {
    read: async (_, text, values) => statement(inSqlite(text)).all(listsAsJson(values)) as never,
    async write(_, table, rows) {
      if (rows.length === 0) return;
      const insert = statement(insertInto(table));
      for (const row of rows) insert.run(valuesIn(table, row));
    },
    run: async (_, text, values) => void statement(inSqlite(text)).run(listsAsJson(values)),
  };
}

/** Texts that a connection may keep prepared: their columns are named, so no migration changes what they answer. */
export const kept = new Map<string, string>();
const keep = (text: string): string => {
  if (!kept.has(text)) kept.set(text, `hot${kept.size}`);
  return text;
};

type Asking = (db: Kysely<Schema>, text: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** Statements are on their way as soon as they are asked for, in this order. */
const hotBy = (ask: Asking): Hot => ({
  read: async <Row>(db: Kysely<Schema>, text: string, values: readonly unknown[]) =>
    (await ask(db, keep(text), values)).rows as Row[],
  async write(db, table, rows) {
    const portions = inPortions(rows).map((some) =>
      ask(
        db,
        keep(insertOf(table, manyValues(columns[table].length, some.length))),
        some.flatMap((row) => valuesIn(table, row)),
      ),
    );
    await together(portions);
  },
  run: async (db, text, values) => void (await ask(db, keep(text), values)),
});

export const hotOfPostgres = hotBy((db, text, values) =>
  db.executeQuery(CompiledQuery.raw(text, [...values])),
);

/** Past Kysely, which sends the statements of one connection one after the other, each when the one before was answered. */
export const hotOnLine = (client: {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}): Hot => hotBy((_, text, values) => client.query(text, [...values]));

const mostRows = 64;
const mostSizes = 16;

/** Few sizes, so that few statements have to be prepared for each table: up to 16 rows any, then powers of two. */
function inPortions<Row>(rows: readonly Row[]): Row[][] {
  const portions: Row[][] = [];
  for (let from = 0; from < rows.length; ) {
    const left = rows.length - from;
    const size = left <= mostSizes ? left : Math.min(mostRows, 2 ** Math.floor(Math.log2(left)));
    portions.push(rows.slice(from, from + size));
    from += size;
  }
  return portions;
}

/** `values ($1, $2), ($3, $4)` */
function manyValues(width: number, count: number): string {
  const row = (first: number) => `(${Array.from({ length: width }, (_, i) => `$${first + i}`).join(", ")})`;
  return `values ${Array.from({ length: count }, (_, i) => row(1 + i * width)).join(", ")}`;
}
