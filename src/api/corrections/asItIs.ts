/** A department read again inside the transaction that changes it. */
import type { Kysely } from "kysely";
import { Refusal } from "../refusal.ts";
import { type Department, departmentsOf } from "../store/departments.ts";
import type { Schema } from "../store/schema.ts";

export async function asItIs(db: Kysely<Schema>, { key, tenant }: Department): Promise<Department> {
  const found = (await departmentsOf(db, tenant)).find((one) => one.key === key);
  if (!found) throw new Refusal("department_unknown");
  return found;
}
