/** Model versions as files: what serves a version, in every instance the same bytes; only the newest few are kept. */
import type { Kysely } from "kysely";
import { bytesOf } from "../store/blob.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

export async function modelFile(
  db: Kysely<Schema>,
  department: DepartmentKey,
  version: number,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("model_file")
    .select("value")
    .where("department", "=", department)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && bytesOf(row.value);
}

export const keepModelFile = async (
  db: Kysely<Schema>,
  row: { department: DepartmentKey; version: number; value: Uint8Array; at: number },
): Promise<void> => void (await db.insertInto("model_file").values(row).execute());

/** Versions whose file is here, newest first. */
export async function keptVersions(db: Kysely<Schema>, department: DepartmentKey): Promise<number[]> {
  const rows = await db
    .selectFrom("model_file")
    .select("version")
    .where("department", "=", department)
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ version }) => version);
}

/** With a file go the calls its version was judged by. */
export async function dropModelFiles(
  db: Kysely<Schema>,
  department: DepartmentKey,
  versions: readonly number[],
): Promise<void> {
  if (versions.length === 0) return;
  for (const table of ["model_file", "judged"] as const)
    await db
      .deleteFrom(table)
      .where("department", "=", department)
      .where("version", "in", versions)
      .execute();
}
