/** Brings the stored organisation up to the written one; what changed becomes a new version, what did not stays. */
import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { DepartmentContent, TaxonomyContent } from "../../triage/configuration.ts";
import { builtIn } from "../../triage/modelChoice.ts";
import { type Organisation, type OrganisedDepartment, policyOf } from "../organisation.ts";
import { StartFailure } from "../startFailure.ts";
import { system } from "./aliases.ts";
import { saveDepartment } from "./departmentContent.ts";
import { departmentKey } from "./departments.ts";
import type { Schema } from "./schema.ts";
import { inTransaction, type Store } from "./store.ts";

export type Starters = Readonly<Record<string, TaxonomyContent>>;

/**
 * The same organisation as last time changes nothing, so that what admins change meanwhile stays; a changed one wins.
 * Departments it no longer names become inactive.
 */
export async function applyOrganisation(
  store: Store,
  organisation: Organisation,
  starters: Starters,
  now: number,
): Promise<void> {
  for (const { tid, open = false, departments } of organisation.tenants) {
    const tenant = tid.toLowerCase();
    const written = departments.map((one) => ({ id: one.id, content: contentOf(one, starters) }));
    const applied = createHash("sha256")
      .update(JSON.stringify([open, written]))
      .digest("hex");
    const keys = departments.map(({ id }) => departmentKey(tenant, id));
    await inTransaction(store, keys, async (db) => {
      if ((await lastApplied(db, tenant)) === applied) return;
      await keepTenant(db, tenant, open, applied);
      for (const { id, content } of written)
        await saveDepartment(db, { tenant, id, content, by: system, now });
      await db
        .updateTable("department")
        .set({ active: 0, closed_at: now })
        .where("tenant", "=", tenant)
        .where("active", "=", 1)
        .$if(keys.length > 0, (query) => query.where("department", "not in", keys))
        .execute();
    });
  }
}

async function lastApplied(db: Kysely<Schema>, tenant: string): Promise<string | undefined> {
  const row = await db.selectFrom("tenant").select("applied").where("tenant", "=", tenant).executeTakeFirst();
  return row?.applied;
}

async function keepTenant(
  db: Kysely<Schema>,
  tenant: string,
  isOpen: boolean,
  applied: string,
): Promise<void> {
  const values = { open: isOpen ? 1 : 0, applied };
  await db
    .insertInto("tenant")
    .values({ tenant, ...values })
    .onConflict((conflict) => conflict.column("tenant").doUpdateSet(values))
    .execute();
}

function contentOf(written: OrganisedDepartment, starters: Starters): DepartmentContent {
  const { name, mailboxes = [], members, assigned = {}, model = builtIn } = written;
  return {
    name,
    taxonomy: taxonomyOf(written, starters),
    policy: policyOf(written),
    mailboxes,
    members: { staff: members?.staff ?? [], leads: members?.leads ?? [] },
    assigned,
    model,
  };
}

function taxonomyOf({ id, taxonomy }: OrganisedDepartment, starters: Starters): TaxonomyContent {
  if (!("starter" in taxonomy)) return taxonomy;
  const starter = starters[taxonomy.starter];
  if (starter) return { categories: starter.categories, priorities: starter.priorities };
  const known = Object.keys(starters).join(", ");
  throw new StartFailure(
    "config_invalid",
    `Department ${id} names a starter taxonomy that does not exist; there are: ${known || "none"}.`,
  );
}
