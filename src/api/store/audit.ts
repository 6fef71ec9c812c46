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

/** The entries for these deeds, chained to the last one; people stand in them by their alias already. */
export function sealed(
  department: DepartmentKey,
  last: Pick<AuditRow, "position" | "hash"> | undefined,
  deeds: readonly Deed[],
): AuditRow[] {
  let { position, hash: previous } = last ?? { position: 0, hash: start };
  return deeds.map((deed) => {
    const row = { department, position: ++position, ...deed, previous };
    previous = sealOf(row);
    return { ...row, hash: previous };
  });
}

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
  const person = last?.alias ?? (await aliasOf(db, deed.person));
  await db
    .insertInto("audit")
    .values(sealed(department, last, [{ ...deed, person }]))
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
