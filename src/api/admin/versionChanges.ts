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
type Asked = readonly [db: Kysely<Schema>, department: DepartmentKey, versions: readonly number[]];

export const departmentChanges = (...asked: Asked): Promise<Changes> =>
  changesIn("department_version", asked, contentIn, changesBetween);

export const policyChanges = (...asked: Asked): Promise<Changes> =>
  changesIn("policy", asked, policyIn, settingChanges);

async function changesIn<T>(
  table: "department_version" | "policy",
  [db, department, versions]: Asked,
  read: (value: string) => T,
  between: (before: T, after: T) => ContentChange[],
): Promise<Changes> {
  const { wanted, needed } = withPredecessors(versions);
  if (needed.length === 0) return new Map();
  const rows = await db
    .selectFrom(table)
    .select(["version", "value"])
    .where("department", "=", department)
    .where("version", "in", needed)
    .execute();
  return compared(wanted, new Map(rows.map(({ version, value }) => [version, read(value)])), between);
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
const usual = (policy: Partial<Policy>): Partial<Policy> => ({ ...defaultPolicy, ...policy });

const policyIn = (value: string): Partial<Policy> => usual(JSON.parse(value) as Partial<Policy>);

function contentIn(value: string): DepartmentContent {
  const content = JSON.parse(value) as DepartmentContent;
  return { ...content, policy: usual(content.policy) };
}
