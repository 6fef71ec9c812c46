/** Brings the stored organisation up to the written one; what changed becomes a new version, what did not stays. */
import type { Kysely } from "kysely";
import {
  type Organisation,
  type OrganisedDepartment,
  policyOf,
  type TaxonomyContent,
} from "../organisation.ts";
import { StartFailure } from "../startFailure.ts";
import { record } from "./audit.ts";
import { departmentKey } from "./departments.ts";
import type { DepartmentKey, Schema } from "./schema.ts";
import { inTransaction, type Store } from "./store.ts";

export type Starters = Readonly<Record<string, TaxonomyContent>>;

const system = "system";

/** Applying the same organisation again changes nothing. Departments it no longer names become inactive. */
export async function applyOrganisation(
  store: Store,
  organisation: Organisation,
  starters: Starters,
  now: number,
): Promise<void> {
  for (const { tid, open, departments } of organisation.tenants) {
    const tenant = tid.toLowerCase();
    const keys = departments.map(({ id }) => departmentKey(tenant, id));
    await inTransaction(store, keys, async (db) => {
      const values = { tenant, open: open ? 1 : 0 };
      await db
        .insertInto("tenant")
        .values(values)
        .onConflict((conflict) => conflict.column("tenant").doUpdateSet({ open: values.open }))
        .execute();
      for (const department of departments) await applyDepartment(db, tenant, department, starters, now);
      await db
        .updateTable("department")
        .set({ active: 0 })
        .where("tenant", "=", tenant)
        .$if(keys.length > 0, (query) => query.where("department", "not in", keys))
        .execute();
    });
  }
}

function contentOf({ id, taxonomy }: OrganisedDepartment, starters: Starters): TaxonomyContent {
  if (!("starter" in taxonomy)) return taxonomy;
  const starter = starters[taxonomy.starter];
  if (starter) return { categories: starter.categories, priorities: starter.priorities };
  const known = Object.keys(starters).join(", ");
  throw new StartFailure(
    "config_invalid",
    `Department ${id} names a starter taxonomy that does not exist; there are: ${known || "none"}.`,
  );
}

async function applyDepartment(
  db: Kysely<Schema>,
  tenant: string,
  written: OrganisedDepartment,
  starters: Starters,
  now: number,
): Promise<void> {
  const department = departmentKey(tenant, written.id);
  const taxonomy_version = await versioned(db, "taxonomy", department, contentOf(written, starters), now);
  const policy_version = await versioned(db, "policy", department, policyOf(written), now);
  const values = {
    name: JSON.stringify(written.name),
    mailboxes: JSON.stringify((written.mailboxes ?? []).map((mailbox) => mailbox.toLowerCase())),
    taxonomy_version,
    policy_version,
    active: 1,
  };
  await db
    .insertInto("department")
    .values({ department, tenant, slug: written.id, model_version: 0, ...values })
    .onConflict((conflict) => conflict.column("department").doUpdateSet(values))
    .execute();
  await applyMembers(db, tenant, department, written);
}

/** The number of the newest version, after adding one if its value differs. */
async function versioned(
  db: Kysely<Schema>,
  table: "taxonomy" | "policy",
  department: DepartmentKey,
  content: object,
  now: number,
): Promise<number> {
  const value = JSON.stringify(content);
  const newest = await db
    .selectFrom(table)
    .select(["version", "value"])
    .where("department", "=", department)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (newest?.value === value) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  await db.insertInto(table).values({ department, version, value, at: now }).execute();
  await record(db, department, { at: now, person: system, action: table, subject: String(version) });
  return version;
}

async function applyMembers(
  db: Kysely<Schema>,
  tenant: string,
  department: DepartmentKey,
  { members }: OrganisedDepartment,
): Promise<void> {
  const key = (oid: string) => `${tenant}/${oid.toLowerCase()}`;
  const roles = new Map<string, "staff" | "lead">();
  for (const oid of members?.staff ?? []) roles.set(key(oid), "staff");
  for (const oid of members?.leads ?? []) roles.set(key(oid), "lead");
  await db.deleteFrom("member").where("department", "=", department).execute();
  if (roles.size === 0) return;
  await db
    .insertInto("member")
    .values([...roles].map(([person, role]) => ({ department, person, role })))
    .execute();
}
