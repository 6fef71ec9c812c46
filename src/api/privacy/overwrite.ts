/** What was deleted is overwritten, too: rows alone are not all there is of them. */
import { sql } from "kysely";
import type { Store } from "../store/store.ts";
import { messageTables } from "./traces.ts";

/** The log beside the embedded file still holds old pages until it is written back; rows in PostgreSQL until vacuumed. */
export async function overwriteDeleted({ engine, db, scans }: Store): Promise<void> {
  const writeBack = async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(db));
  // Between two scans: it would have to wait for one in work, and everybody with it.
  if (engine === "sqlite") await (scans.db === db ? writeBack() : scans.db.connection().execute(writeBack));
  else
    for (const table of [...messageTables, "person", "alias", "member", "erasure", "department_version"])
      await sql`vacuum ${sql.table(table)}`.execute(db);
}
