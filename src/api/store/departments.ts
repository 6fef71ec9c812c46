/** Departments as the API works with them: name, taxonomy, policy, live model version. */
import type { Kysely } from "kysely";
import type { Policy, Role } from "../../triage/department.ts";
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
}

export const departmentKey = (tenant: string, slug: string): DepartmentKey => `${tenant}/${slug}`;
export const slugOf = (department: DepartmentKey): string => department.slice(department.indexOf("/") + 1);

/** Every active department of one organisation, by id. */
export async function departmentsOf(db: Kysely<Schema>, tenant: string): Promise<Department[]> {
  const rows = await db
    .selectFrom("department")
    .innerJoin("taxonomy", (join) =>
      join
        .onRef("taxonomy.department", "=", "department.department")
        .onRef("taxonomy.version", "=", "department.taxonomy_version"),
    )
    .innerJoin("policy", (join) =>
      join
        .onRef("policy.department", "=", "department.department")
        .onRef("policy.version", "=", "department.policy_version"),
    )
    .selectAll("department")
    .select(["taxonomy.value as taxonomy", "policy.value as policy"])
    .where("department.tenant", "=", tenant)
    .where("department.active", "=", 1)
    .orderBy("department.slug")
    .execute();
  return rows.map((row) => ({
    key: row.department,
    tenant: row.tenant,
    id: row.slug,
    name: JSON.parse(row.name),
    mailboxes: JSON.parse(row.mailboxes),
    taxonomy: { ...JSON.parse(row.taxonomy), version: row.taxonomy_version },
    policy: { ...JSON.parse(row.policy), version: row.policy_version },
    modelVersion: row.model_version,
  }));
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
