/** People: a name for colleagues to recognise, and the department they chose for their own mailbox. No address. */
import type { Kysely } from "kysely";
import type { DepartmentKey, PersonKey, Schema } from "./schema.ts";

export interface PersonSeen {
  tenant: string;
  person: PersonKey;
  name: string;
  now: number;
}

export async function rememberPerson(
  db: Kysely<Schema>,
  { tenant, person, name, now }: PersonSeen,
): Promise<void> {
  await db
    .insertInto("person")
    .values({ tenant, person, name, department: null, seen_at: now })
    .onConflict((conflict) => conflict.columns(["tenant", "person"]).doUpdateSet({ name, seen_at: now }))
    .execute();
}

export async function chosenDepartment(
  db: Kysely<Schema>,
  tenant: string,
  person: PersonKey,
): Promise<DepartmentKey | null> {
  const row = await db
    .selectFrom("person")
    .select("department")
    .where("tenant", "=", tenant)
    .where("person", "=", person)
    .executeTakeFirst();
  return row?.department ?? null;
}

export async function chooseDepartment(
  db: Kysely<Schema>,
  seen: PersonSeen,
  department: DepartmentKey,
): Promise<void> {
  await rememberPerson(db, seen);
  await db
    .updateTable("person")
    .set({ department })
    .where("tenant", "=", seen.tenant)
    .where("person", "=", seen.person)
    .execute();
}

/** The name a colleague is shown under; empty when the person was erased. */
export async function nameOf(db: Kysely<Schema>, tenant: string, person: PersonKey): Promise<string> {
  const row = await db
    .selectFrom("person")
    .select("name")
    .where("tenant", "=", tenant)
    .where("person", "=", person)
    .executeTakeFirst();
  return row?.name ?? "";
}

/** The name of whom an alias stands for; empty when the person was erased. */
export async function nameBehind(db: Kysely<Schema>, tenant: string, alias: string): Promise<string> {
  const row = await db
    .selectFrom("alias")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant", "=", "alias.tenant").onRef("person.person", "=", "alias.person"),
    )
    .select("person.name")
    .where("alias.tenant", "=", tenant)
    .where("alias.alias", "=", alias)
    .executeTakeFirst();
  return row?.name ?? "";
}
