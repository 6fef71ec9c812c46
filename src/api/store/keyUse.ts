/** Which keys name new messages, and whether messages under older ones are still kept. */
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Between two notes of an instance that runs, and a wide margin. */
const marginMs = 86_400_000;

/** To be called at a start and again and again while it runs. */
export async function noteKeyUse(
  db: Kysely<Schema>,
  tenants: readonly string[],
  print: string,
  now: number,
): Promise<void> {
  for (const tenant of tenants)
    await db
      .insertInto("key_use")
      .values({ tenant, print, first_at: now, last_at: now })
      .onConflict((conflict) => conflict.columns(["tenant", "print"]).doUpdateSet({ last_at: now }))
      .execute();
}

/**
 * How many messages may still stand under an older key; all of them when it is not known when the newest came into use.
 * Messages keep the name they were first stored under, so the day they came tells.
 */
export async function namedByOlder(
  db: Kysely<Schema>,
  { newest, older }: { newest: string; older: readonly string[] },
): Promise<number> {
  const uses = await db.selectFrom("key_use").selectAll().execute();
  const since = Math.min(...uses.filter(({ print }) => print === newest).map(({ first_at }) => first_at));
  const lastOf = (print: string) =>
    Math.max(...uses.filter((use) => use.print === print).map(({ last_at }) => last_at));
  const until = Math.max(...older.map((print) => (Number.isFinite(lastOf(print)) ? lastOf(print) : since)));
  const counted = await Promise.all(
    (["opening", "imported"] as const).map((table) => {
      const all = db.selectFrom(table).select((eb) => eb.fn.count<number>("message_key").distinct().as("n"));
      const named = Number.isFinite(until) ? all.where("stored_at", "<=", until + marginMs) : all;
      return named.executeTakeFirstOrThrow();
    }),
  );
  return counted.reduce((sum, { n }) => sum + Number(n), 0);
}
