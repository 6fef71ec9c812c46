/** Every value in every table of a database, as text, wherever a later table may have put it. */
import { sql } from "kysely";
import type { Store } from "../store/store.ts";

export async function tablesOf({ engine, db }: Store): Promise<string[]> {
  const { rows } =
    engine === "sqlite"
      ? await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
      : await sql<{
          name: string;
        }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(
          db,
        );
  return rows.map(({ name }) => name).sort();
}

/** `table.column` of every value that contains the text. */
export async function placesOf(store: Store, text: string): Promise<string[]> {
  const places = new Set<string>();
  for (const table of await tablesOf(store)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.db);
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (asText(value).includes(text)) places.add(`${table}.${column}`);
  }
  return [...places];
}

const asText = (value: unknown): string =>
  value instanceof ArrayBuffer || value instanceof Uint8Array
    ? Buffer.from(value as Uint8Array).toString("latin1")
    : String(value);
