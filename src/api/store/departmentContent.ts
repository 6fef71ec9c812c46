/** A department as an admin would write it down: read from the tables, and saved to them as a new version. */
import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import type { DepartmentContent, PolicyContent } from "../../triage/configuration.ts";
import { defaultPolicy } from "../../triage/department.ts";
import { builtIn } from "../../triage/modelChoice.ts";
import { aliasOf } from "./aliases.ts";
import { record } from "./audit.ts";
import { type Department, departmentKey, slugOf } from "./departments.ts";
import { recipe } from "./kinds.ts";
import type { DepartmentKey, PersonKey, Schema } from "./schema.ts";

export interface Saved {
  id: string;
  version: number;
  change: "new" | "changed" | "same";
  taxonomyVersion: number;
  policyVersion: number;
}

export interface Saving {
  tenant: string;
  id: string;
  content: DepartmentContent;
  /** the admin, or `system` for the file at the start */
  by: PersonKey;
  now: number;
}

/** Who belongs to a department by name, as object ids. */
export async function membersOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
): Promise<DepartmentContent["members"]> {
  const rows = await db
    .selectFrom("member")
    .select(["person", "role"])
    .where("department", "=", department)
    .orderBy("person")
    .execute();
  const oids = (isLead: boolean) =>
    rows.filter(({ role }) => (role === "lead") === isLead).map(({ person }) => slugOf(person));
  return { staff: oids(false), leads: oids(true) };
}

export async function contentOf(db: Kysely<Schema>, department: Department): Promise<DepartmentContent> {
  const { version: _, ...taxonomy } = department.taxonomy;
  const { version: __, ...policy } = department.policy;
  const { name, mailboxes, assigned, model, closedAt, heirId } = department;
  return {
    name,
    taxonomy,
    policy,
    mailboxes,
    members: await membersOf(db, department.key),
    assigned,
    model,
    ...(closedAt === undefined ? {} : { closed: heirId === undefined ? {} : { heirId } }),
  };
}

/** In a transaction that holds the department. What did not change stays at its version. */
export async function saveDepartment(db: Kysely<Schema>, saving: Saving): Promise<Saved> {
  const { tenant, id, by, now } = saving;
  const department = departmentKey(tenant, id);
  const content = settled(saving.content);
  const taxonomyVersion = await versioned(db, "taxonomy", department, content.taxonomy, saving);
  const policyVersion = await versioned(db, "policy", department, content.policy, saving);
  const known = await db
    .selectFrom("department")
    .select(["version", "taxonomy_version", "policy_version"])
    .where("department", "=", department)
    .executeTakeFirst();
  const newest = await newestValue(db, department);
  const isSame =
    known !== undefined && newest !== undefined && isDeepStrictEqual(settled(JSON.parse(newest)), content);
  const version = isSame ? known.version : (known?.version ?? 0) + 1;
  const saved = { id, version, taxonomyVersion, policyVersion };
  if (isSame && known.taxonomy_version === taxonomyVersion && known.policy_version === policyVersion)
    return { ...saved, change: "same" };
  await writeRow(db, saving, content, saved);
  await writeMembers(db, tenant, department, content);
  if (!isSame) await keepVersion(db, department, version, content, saving);
  if (known)
    await record(db, department, { at: now, person: by, action: "department", subject: String(version) });
  return { ...saved, change: known ? "changed" : "new" };
}

/** One way to write the same: usual values filled in, addresses and accounts lower case, everybody once. */
function settled(content: DepartmentContent): DepartmentContent & { policy: Required<PolicyContent> } {
  const { version: _, ...policy } = { ...defaultPolicy, ...content.policy };
  const accounts = (oids: readonly string[]) => [...new Set(oids.map((oid) => oid.toLowerCase()))].sort();
  const leads = accounts(content.members.leads);
  const staff = accounts(content.members.staff).filter((oid) => !leads.includes(oid));
  return JSON.parse(
    JSON.stringify({
      ...content,
      policy,
      mailboxes: [...new Set(content.mailboxes.map((mailbox) => mailbox.toLowerCase()))],
      members: { staff, leads },
      model: content.model ?? builtIn,
    }),
  );
}

async function newestValue(db: Kysely<Schema>, department: DepartmentKey): Promise<string | undefined> {
  const row = await db
    .selectFrom("department_version")
    .select("value")
    .where("department", "=", department)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.value;
}

/** The number of the newest version, after adding one if its value differs. */
async function versioned(
  db: Kysely<Schema>,
  table: "taxonomy" | "policy",
  department: DepartmentKey,
  content: object,
  { by, now }: Saving,
): Promise<number> {
  const newest = await db
    .selectFrom(table)
    .select(["version", "value"])
    .where("department", "=", department)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (newest && isDeepStrictEqual(withDefaults(table, newest.value), content)) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  const value = JSON.stringify(content);
  await db.insertInto(table).values({ department, version, value, at: now }).execute();
  await record(db, department, { at: now, person: by, action: table, subject: String(version) });
  return version;
}

/** A policy stored before a setting existed had its usual value. */
function withDefaults(table: "taxonomy" | "policy", stored: string): object {
  const { version: _, ...value } = { ...(table === "policy" ? defaultPolicy : {}), ...JSON.parse(stored) };
  return value;
}

async function writeRow(
  db: Kysely<Schema>,
  { tenant, id, now }: Saving,
  content: DepartmentContent,
  { version, taxonomyVersion, policyVersion }: Pick<Saved, "version" | "taxonomyVersion" | "policyVersion">,
): Promise<void> {
  const { closed } = content;
  const values = {
    name: JSON.stringify(content.name),
    mailboxes: JSON.stringify(content.mailboxes),
    taxonomy_version: taxonomyVersion,
    policy_version: policyVersion,
    version,
    assigned: JSON.stringify(content.assigned),
    model: JSON.stringify(content.model),
    active: closed ? 0 : 1,
    heir: closed?.heirId === undefined ? null : departmentKey(tenant, closed.heirId),
    closed_at: closed ? now : null,
  };
  const department = departmentKey(tenant, id);
  await beginCounting(db, department);
  await db
    .insertInto("department")
    .values({ department, tenant, slug: id, model_version: 0, ...values })
    .onConflict((conflict) => conflict.column("department").doUpdateSet(values))
    .execute();
}

/** A new department is counted by today's recipe from its first message on. */
async function beginCounting(db: Kysely<Schema>, department: DepartmentKey): Promise<void> {
  const known = await db
    .selectFrom("department")
    .select("department")
    .where("department", "=", department)
    .executeTakeFirst();
  if (known) return;
  await db
    .insertInto("recipe")
    .values({ department, value: recipe })
    .onConflict((conflict) => conflict.column("department").doNothing())
    .execute();
}

const perInsert = 100;

async function writeMembers(
  db: Kysely<Schema>,
  tenant: string,
  department: DepartmentKey,
  { members }: DepartmentContent,
): Promise<void> {
  const row = (role: "staff" | "lead") => (oid: string) => ({ department, person: `${tenant}/${oid}`, role });
  const rows = [...members.staff.map(row("staff")), ...members.leads.map(row("lead"))];
  await db.deleteFrom("member").where("department", "=", department).execute();
  for (let from = 0; from < rows.length; from += perInsert)
    await db
      .insertInto("member")
      .values(rows.slice(from, from + perInsert))
      .execute();
}

async function keepVersion(
  db: Kysely<Schema>,
  department: DepartmentKey,
  version: number,
  content: DepartmentContent,
  { by, now }: Saving,
): Promise<void> {
  await db
    .insertInto("department_version")
    .values({
      department,
      version,
      value: JSON.stringify(content),
      at: now,
      changed_by: await aliasOf(db, by),
    })
    .execute();
}
