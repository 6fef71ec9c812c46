/** The random name under which a person stands in the audit log; who deletes it makes all their entries anonymous. */
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { PersonKey, Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { together } from "./together.ts";

/** Of the program itself; has no alias. */
export const system = "system";

export const newAlias = (): string => `person-${randomBytes(12).toString("base64url")}`;

export const aliasKey = (person: PersonKey) => ({ tenant: person.slice(0, person.indexOf("/")), person });

/** The person's alias, made on the first deed; what is no account (an alias, the program) stands for itself. */
export async function aliasOf(db: Kysely<Schema>, person: PersonKey): Promise<string> {
  if (!person.includes("/")) return person;
  const known = await knownAlias(db, person);
  if (known) return known;
  await db
    .insertInto("alias")
    .values({ ...aliasKey(person), alias: newAlias() })
    .onConflict((conflict) => conflict.columns(["tenant", "person"]).doNothing())
    .execute();
  return (await knownAlias(db, person))!;
}

/** The same of a person who was just read to have none: a file has one writer, so none can have come since. */
export async function aliasFor(store: Store, db: Kysely<Schema>, person: PersonKey): Promise<string> {
  if (store.engine === "postgres" || !person.includes("/")) return aliasOf(db, person);
  const alias = newAlias();
  await store.hot.run(db, "insert into alias (tenant, person, alias) values ($1, $2, $3)", [
    aliasKey(person).tenant,
    person,
    alias,
  ]);
  return alias;
}

export async function knownAlias(db: Kysely<Schema>, person: PersonKey): Promise<string | undefined> {
  const row = await db
    .selectFrom("alias")
    .select("alias")
    .where("tenant", "=", aliasKey(person).tenant)
    .where("person", "=", person)
    .executeTakeFirst();
  return row?.alias;
}

/** Of those of them who have one, in a statement for each organisation. */
export async function readAliases(
  { hot }: Pick<Store, "hot">,
  db: Kysely<Schema>,
  people: readonly PersonKey[],
  into: Map<PersonKey, string>,
): Promise<void> {
  const text = "select person, alias from alias where tenant = $1 and person = any($2)";
  const tenants = [...new Set(people.map((person) => aliasKey(person).tenant))];
  const own = (tenant: string) => [...new Set(people)].filter((person) => aliasKey(person).tenant === tenant);
  const all = tenants.map((tenant) =>
    hot.read<{ person: string; alias: string }>(db, text, [tenant, own(tenant)]),
  );
  for (const { person, alias } of (await together(all)).flat()) into.set(person, alias);
}
