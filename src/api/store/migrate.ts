/** Brings a database up to today's tables, or refuses it: newer, altered, or somebody else's. */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { StartFailure } from "../startFailure.ts";
import { type Migration, migrations, newestMigration } from "./migrations.ts";
import type { Schema } from "./schema.ts";

export const checksumOf = ({ name, statements }: Migration): string =>
  createHash("sha256")
    .update([name, ...statements].join("\n"))
    .digest("hex");

/** Reads first and writes only when there is something to do, so that a refused database stays as it was. */
export async function migrate(db: Kysely<Schema>, tables: readonly string[], now: number): Promise<void> {
  if (tables.length > 0 && !tables.includes("migration"))
    throw new StartFailure("database_foreign", "The database holds tables that are not Concord's.");
  const applied = tables.includes("migration") ? await appliedTo(db) : new Set<number>();
  const missing = migrations.filter(({ number }) => !applied.has(number));
  if (missing.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await sql`create table if not exists migration (number integer not null primary key, name text not null,
      checksum text not null, applied_at bigint not null)`.execute(trx);
    for (const migration of missing) await apply(trx, migration, now);
  });
}

async function appliedTo(db: Kysely<Schema>): Promise<Set<number>> {
  const rows = await db.selectFrom("migration").selectAll().orderBy("number").execute();
  const last = rows.at(-1)?.number ?? 0;
  if (last > newestMigration)
    throw new StartFailure(
      "database_newer",
      `The database was written by a newer Concord (version ${last} of its tables, this one knows ${newestMigration}).`,
    );
  const altered = rows.find((row) => {
    const known = migrations.find((migration) => migration.number === row.number);
    return !known || checksumOf(known) !== row.checksum;
  });
  if (altered)
    throw new StartFailure(
      "database_foreign",
      `Step ${altered.number} of the database's tables is not Concord's.`,
    );
  return new Set(rows.map(({ number }) => number));
}

async function apply(db: Kysely<Schema>, migration: Migration, now: number): Promise<void> {
  for (const statement of migration.statements) await sql.raw(statement).execute(db);
  await db
    .insertInto("migration")
    .values({
      number: migration.number,
      name: migration.name,
      checksum: checksumOf(migration),
      applied_at: now,
    })
    .execute();
}
