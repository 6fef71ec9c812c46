/** A change of departments: checked whole, refused when somebody else changed them first, and made in one transaction. */
import type { Kysely } from "kysely";
import {
  type Applied,
  type ConfiguredDepartment,
  type DepartmentContent,
  faultsOf,
} from "../../triage/configuration.ts";
import { Refusal } from "../refusal.ts";
import { contentOf, type Saved, saveDepartment } from "../store/departmentContent.ts";
import { type Department, departmentKey, departmentsOf } from "../store/departments.ts";
import type { PersonKey, Schema } from "../store/schema.ts";
import { inTransaction, type Store } from "../store/store.ts";

export interface Change {
  tenant: string;
  departments: readonly ConfiguredDepartment[];
  by: PersonKey;
  now: number;
  /** only says what would be done */
  checkOnly?: boolean;
}

/** Thrown inside the transaction, so that nothing of a check stays. */
class OnlyChecked extends Error {
  constructor(readonly applied: Applied) {
    super("only checked");
  }
}

export async function applyChange(store: Store, change: Change): Promise<Applied> {
  const { tenant, departments, checkOnly } = change;
  const known = await departmentsOf(store.db, tenant, { closedToo: true });
  const keys = new Set([
    ...known.map(({ key }) => key),
    ...departments.map(({ id }) => departmentKey(tenant, id)),
  ]);
  try {
    return await inTransaction(store, [...keys], async (db) => {
      const applied = { departments: await saveAll(db, change) };
      if (checkOnly) throw new OnlyChecked(applied);
      return applied;
    });
  } catch (thrown) {
    if (thrown instanceof OnlyChecked) return thrown.applied;
    throw thrown;
  }
}

async function saveAll(db: Kysely<Schema>, change: Change): Promise<Saved[]> {
  const { tenant, departments, by, now } = change;
  const known = await departmentsOf(db, tenant, { closedToo: true });
  refuseFaults(departments, known);
  refuseStale(departments, known);
  const saved: Saved[] = [];
  for (const { id, version: _, ...content } of departments) {
    const before = known.find((one) => one.id === id);
    const isClosing = content.closed !== undefined && before !== undefined && before.closedAt === undefined;
    saved.push(
      await saveDepartment(db, {
        tenant,
        id,
        content: isClosing ? withoutMailboxes(content) : content,
        by,
        now,
      }),
    );
    if (isClosing && content.closed?.heirId !== undefined)
      saved.push(await handOver(db, change, content.closed.heirId, content));
  }
  return saved;
}

/** With an heir, the mailboxes are the heir's from now on; without one, nobody's. */
const withoutMailboxes = (content: DepartmentContent): DepartmentContent => ({ ...content, mailboxes: [] });

/** The heir gets mailboxes and people beside its own; who led there leads here. */
async function handOver(
  db: Kysely<Schema>,
  { tenant, by, now }: Change,
  heirId: string,
  from: DepartmentContent,
): Promise<Saved> {
  const heir = (await departmentsOf(db, tenant)).find(({ id }) => id === heirId)!;
  const own = await contentOf(db, heir);
  const content: DepartmentContent = {
    ...own,
    mailboxes: [...own.mailboxes, ...from.mailboxes],
    members: {
      staff: [...own.members.staff, ...from.members.staff],
      leads: [...own.members.leads, ...from.members.leads],
    },
    assigned: {
      staffGroups: both(own.assigned.staffGroups, from.assigned.staffGroups),
      leadGroups: both(own.assigned.leadGroups, from.assigned.leadGroups),
      staffRoles: both(own.assigned.staffRoles, from.assigned.staffRoles),
      leadRoles: both(own.assigned.leadRoles, from.assigned.leadRoles),
    },
  };
  return saveDepartment(db, { tenant, id: heirId, content, by, now });
}

const both = (a: readonly string[] = [], b: readonly string[] = []): string[] => [...new Set([...a, ...b])];

function refuseFaults(departments: readonly ConfiguredDepartment[], known: readonly Department[]): void {
  const closing = departments.filter(({ closed }) => closed).map(({ id }) => id);
  const open = [...known.filter(({ closedAt }) => closedAt === undefined), ...departments]
    .map(({ id }) => id)
    .filter((id) => !closing.includes(id));
  const faults = departments.flatMap((department, i) =>
    faultsOf(department, open, department.id).map(({ path, expected }) => ({
      path: `/departments/${i}${path}`,
      expected,
    })),
  );
  const ids = departments.map(({ id }) => id);
  const twice = ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [{ path: `/departments/${i}/id`, expected: "a department named once" }] : [],
  );
  const errors = [...twice, ...faults].slice(0, 50);
  if (errors.length > 0) throw new Refusal("configuration_invalid", { errors });
}

/** Version 0 is a new one; any other must be the one that is stored. */
function refuseStale(departments: readonly ConfiguredDepartment[], known: readonly Department[]): void {
  const stale = departments.filter(
    ({ id, version }) => version !== (known.find((one) => one.id === id)?.version ?? 0),
  );
  if (stale.length > 0)
    throw new Refusal("changed_meanwhile", {
      detail: `Changed since it was read: ${stale.map(({ id }) => id).join(", ")}.`,
    });
}
