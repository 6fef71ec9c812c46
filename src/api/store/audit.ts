/**
 * Who did what, per department, each entry sealed to the one before: a changed or missing entry breaks the chain.
 * People stand in it by their alias, so that an erased person leaves the chain whole.
 */
import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { aliasKey, aliasOf } from "./aliases.ts";
import type { AuditRow, DepartmentKey, PersonKey, Schema } from "./schema.ts";

export interface Deed {
  at: number;
  person: PersonKey;
  /** for example `verdict`, `undo`, `move`, `policy` */
  action: string;
  /** what it was done to: an id, never content */
  subject: string;
}

const start = "0".repeat(64);

export const sealOf = (row: Omit<AuditRow, "hash">): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        row.previous,
        row.department,
        row.position,
        row.at,
        row.person,
        row.action,
        row.subject,
      ]),
    )
    .digest("hex");

/** Only inside a transaction that holds the department. */
export async function record(db: Kysely<Schema>, department: DepartmentKey, deed: Deed): Promise<void> {
  const last = await db
    .selectFrom("audit")
    .select((eb) => [
      "position",
      "hash",
      eb
        .selectFrom("alias")
        .select("alias")
        .where("tenant", "=", aliasKey(deed.person).tenant)
        .where("person", "=", deed.person)
        .as("alias"),
    ])
    .where("department", "=", department)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  const row = {
    department,
    position: (last?.position ?? 0) + 1,
    ...deed,
    person: last?.alias ?? (await aliasOf(db, deed.person)),
    previous: last?.hash ?? start,
  };
  await db
    .insertInto("audit")
    .values({ ...row, hash: sealOf(row) })
    .execute();
}

/** The position of the first entry that does not fit, or null when the chain is whole. */
export function firstBroken(rows: readonly AuditRow[]): number | null {
  let previous = start;
  for (const [i, row] of rows.entries()) {
    if (row.position !== i + 1 || row.previous !== previous || sealOf(row) !== row.hash) return row.position;
    previous = row.hash;
  }
  return null;
}
