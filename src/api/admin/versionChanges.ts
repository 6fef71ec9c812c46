/** What versions of a department and of its policy changed, computed from what is kept of them. */
import type { Kysely } from "kysely";
import type { DepartmentContent } from "../../triage/configuration.ts";
import { type ContentChange, changesBetween, settingChanges } from "../../triage/configurationChanges.ts";
import { defaultPolicy, type Policy } from "../../triage/department.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

export type Changes = ReadonlyMap<number, ContentChange[]>;

/** More are not compared at once: a department may be a megabyte. */
const mostCompared = 30;

/** @param versions whose changes are wanted; those whose predecessor is not kept have none */
export async function departmentChanges(
  db: Kysely<Schema>,
  department: DepartmentKey,
  versions: readonly number[],
): Promise<Changes> {
  const { wanted, needed } = withPredecessors(versions);
  if (needed.length === 0) return new Map();
  const rows = await db
    .selectFrom("department_version")
    .select(["version", "value"])
    .where("department", "=", department)
    .where("version", "in", needed)
    .execute();
  const contents = new Map(rows.map(({ version, value }) => [version, contentIn(value)]));
  return compared(wanted, contents, changesBetween);
}

export async function policyChanges(
  db: Kysely<Schema>,
  department: DepartmentKey,
  versions: readonly number[],
): Promise<Changes> {
  const { wanted, needed } = withPredecessors(versions);
  if (needed.length === 0) return new Map();
  const rows = await db
    .selectFrom("policy")
    .select(["version", "value"])
    .where("department", "=", department)
    .where("version", "in", needed)
    .execute();
  const policies = new Map(rows.map(({ version, value }) => [version, policyIn(JSON.parse(value))]));
  return compared(wanted, policies, settingChanges);
}

function withPredecessors(versions: readonly number[]) {
  const wanted = [...new Set(versions)].sort((a, b) => b - a).slice(0, mostCompared);
  return { wanted, needed: [...new Set(wanted.flatMap((version) => [version - 1, version]))] };
}

function compared<T>(
  wanted: readonly number[],
  kept: ReadonlyMap<number, T>,
  between: (before: T, after: T) => ContentChange[],
): Changes {
  return new Map(
    wanted.flatMap((version): [number, ContentChange[]][] => {
      const [before, after] = [kept.get(version - 1), kept.get(version)];
      return before && after ? [[version, between(before, after)]] : [];
    }),
  );
}

/** What was kept before a setting existed had its usual value. */
const policyIn = (policy: Partial<Policy>): Partial<Policy> => ({ ...defaultPolicy, ...policy });

function contentIn(value: string): DepartmentContent {
  const content = JSON.parse(value) as DepartmentContent;
  return { ...content, policy: policyIn(content.policy) };
}
