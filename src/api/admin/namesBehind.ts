/** What people know those by whose random names stand in a log. */
import type { Kysely } from "kysely";
import type { Schema } from "../store/schema.ts";

/** Whoever was erased has no name any more, and is not in it. */
export async function namesBehind(
  db: Kysely<Schema>,
  tenant: string,
  aliases: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(aliases)];
  if (asked.length === 0) return new Map();
  const found = await db
    .selectFrom("alias")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant", "=", "alias.tenant").onRef("person.person", "=", "alias.person"),
    )
    .select(["alias.alias", "person.name"])
    .where("alias.tenant", "=", tenant)
    .where("alias.alias", "in", asked)
    .execute();
  return new Map(found.filter(({ name }) => name !== "").map(({ alias, name }) => [alias, name]));
}
