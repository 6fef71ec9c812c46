/** Departments as the API works with them: name, taxonomy, policy, live model version. */
import type { Kysely } from "kysely";
import type { Assigned } from "../../triage/configuration.ts";
import { defaultPolicy, type Policy, type Role } from "../../triage/department.ts";
import type { ModelChoice } from "../../triage/modelChoice.ts";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import type { LocalText } from "../../triage/text.ts";
import type { DepartmentKey, PersonKey, Schema } from "./schema.ts";

export interface Department {
  key: DepartmentKey;
  tenant: string;
  id: string;
  name: LocalText;
  mailboxes: string[];
  taxonomy: Taxonomy;
  policy: Policy;
  modelVersion: number;
  /** counts every change of the department */
  version: number;
  /** whose people belong here without being named */
  assigned: Assigned;
  model: ModelChoice;
  closedAt?: number;
  /** of a closed one: where its work goes on */
  heirId?: string;
  /** the policy's blind share is raised until then */
  blindRaisedUntil: number;
  /** model versions wait for a person until then */
  publishingHeldUntil: number;
}

export const departmentKey = (tenant: string, slug: string): DepartmentKey => `${tenant}/${slug}`;
export const slugOf = (department: DepartmentKey): string => department.slice(department.indexOf("/") + 1);

/** Every active department of one organisation, by id; the closed ones too, where their history is the matter. */
export async function departmentsOf(
  db: Kysely<Schema>,
  tenant: string,
  { closedToo = false } = {},
): Promise<Department[]> {
  const rows = await db
    .selectFrom("department")
    .selectAll()
    .where("tenant", "=", tenant)
    .$if(!closedToo, (query) => query.where("active", "=", 1))
    .orderBy("slug")
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      key: row.department,
      tenant: row.tenant,
      id: row.slug,
      name: JSON.parse(row.name),
      mailboxes: JSON.parse(row.mailboxes),
      taxonomy: await versionOf<Taxonomy>(db, "taxonomy", row.department, row.taxonomy_version),
      policy: {
        ...defaultPolicy,
        ...(await versionOf<Policy>(db, "policy", row.department, row.policy_version)),
      },
      modelVersion: row.model_version,
      version: row.version,
      assigned: JSON.parse(row.assigned),
      model: JSON.parse(row.model),
      ...(row.active === 1 ? {} : { closedAt: row.closed_at ?? 0 }),
      ...(row.heir === null ? {} : { heirId: slugOf(row.heir) }),
      blindRaisedUntil: row.blind_raised_until,
      publishingHeldUntil: row.publishing_held_until,
    })),
  );
}

/** Versions never change, so each is read and parsed once. */
const versions = new WeakMap<Kysely<Schema>, Map<string, unknown>>();

async function versionOf<T>(
  db: Kysely<Schema>,
  table: "taxonomy" | "policy",
  department: DepartmentKey,
  version: number,
): Promise<T> {
  const known = versions.get(db) ?? new Map<string, unknown>();
  versions.set(db, known);
  const name = `${table} ${version} ${department}`;
  if (known.has(name)) return known.get(name) as T;
  const row = await db
    .selectFrom(table)
    .select("value")
    .where("department", "=", department)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  const usual = table === "policy" ? defaultPolicy : {};
  const value = { ...usual, ...JSON.parse(row.value), version };
  known.set(name, value);
  return value;
}

/** The person's role in each department that lists them. */
export async function membershipsOf(
  db: Kysely<Schema>,
  person: PersonKey,
  departments: readonly DepartmentKey[],
): Promise<Map<DepartmentKey, Role>> {
  if (departments.length === 0) return new Map();
  const rows = await db
    .selectFrom("member")
    .select(["department", "role"])
    .where("department", "in", departments)
    .where("person", "=", person)
    .execute();
  return new Map(rows.map((row) => [row.department, row.role]));
}

export async function liveVersionOf(db: Kysely<Schema>, department: DepartmentKey): Promise<number> {
  const row = await db
    .selectFrom("department")
    .select("model_version")
    .where("department", "=", department)
    .executeTakeFirst();
  return row?.model_version ?? 0;
}
