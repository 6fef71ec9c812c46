/** What a person may touch: their departments, by membership or by their one choice; nothing of another organisation. */
import type { Assigned } from "../triage/configuration.ts";
import type { Role } from "../triage/department.ts";
import { Refusal } from "./refusal.ts";
import { type Remembered, remember } from "./remembered.ts";
import type { Staff } from "./staff.ts";
import { type Department, departmentsOf, membershipsOf } from "./store/departments.ts";
import { chosenDepartment } from "./store/people.ts";
import type { DepartmentKey } from "./store/schema.ts";
import type { Store } from "./store/store.ts";

export interface Access {
  /** of the organisation, those that are open */
  all: Department[];
  /** the person's own that were closed: to be read, not to be added to */
  closed: { department: Department; role: Role }[];
  /** a department goes by groups, and this person's do not fit in a token */
  groupsUnread: boolean;
  /** the person's own, with the role in each */
  own: { department: Department; role: Role }[];
  /** chosen for the person's own mailbox */
  chosen: Department | undefined;
  /** still to choose, in an organisation that leaves it to its people */
  mayChoose: boolean;
}

/** Written to by another instance, it is seen within this time; written to here, at once. */
const longestMs = 2_000;
const mostPeople = 10_000;

interface Remembering {
  organisations: Remembered<string, { everyOne: Department[]; isOpenToAll: boolean }>;
  /** by what their token says, which is the same value as long as the token is the same */
  people: Remembered<Staff, Access>;
}

const remembering = new WeakMap<Store, Remembering>();

export async function accessOf(store: Store, staff: Staff): Promise<Access> {
  const known = remembering.get(store) ?? {
    organisations: remember<string, { everyOne: Department[]; isOpenToAll: boolean }>(longestMs, 1_000),
    people: remember<Staff, Access>(longestMs, mostPeople),
  };
  remembering.set(store, known);
  const stamp = store.organised.count;
  const organisation = () =>
    known.organisations.get(staff.tenant, stamp, async () => ({
      everyOne: await departmentsOf(store.db, staff.tenant, { closedToo: true }),
      isOpenToAll: await isOpenTenant(store, staff.tenant),
    }));
  return known.people.get(staff, stamp, async () => readAccess(store, staff, await organisation()));
}

async function readAccess(
  store: Store,
  staff: Staff,
  { everyOne, isOpenToAll }: { everyOne: Department[]; isOpenToAll: boolean },
): Promise<Access> {
  const all = everyOne.filter(({ closedAt }) => closedAt === undefined);
  const members = await belongingsOf(store, staff, everyOne);
  const chosenKey = await chosenDepartment(store.db, staff.tenant, staff.person);
  const belongs = all.some(({ key }) => members.has(key));
  const isOpen = !belongs && isOpenToAll;
  const isOwn = ({ key }: Department) => members.has(key) || (isOpen && key === chosenKey);
  const withRole = (department: Department) => ({
    department,
    role: roleIn(staff, members.get(department.key)),
  });
  const own = all.filter(isOwn).map(withRole);
  const mayReadAll = staff.roles.includes("admin");
  const closed = everyOne
    .filter((one) => one.closedAt !== undefined && (mayReadAll || members.has(one.key)))
    .map(withRole);
  const chosen = own.find(({ department }) => department.key === chosenKey)?.department;
  const groupsUnread = staff.hasTooManyGroups && all.some(({ assigned }) => goesByGroups(assigned));
  return { all, own, closed, chosen, groupsUnread, mayChoose: isOpen && own.length === 0 };
}

/** By name first; then by app role and group, where leading counts more. */
async function belongingsOf(
  { db }: Store,
  staff: Staff,
  departments: readonly Department[],
): Promise<Map<DepartmentKey, Role>> {
  const keys = departments.map(({ key }) => key);
  const members = await membershipsOf(db, staff.person, keys);
  for (const { key, assigned } of departments) {
    const role = assignedRole(assigned, staff);
    if (role && members.get(key) !== "lead") members.set(key, role);
  }
  return members;
}

function assignedRole(assigned: Assigned, { groups, appRoles }: Staff): Role | undefined {
  const holds = (wanted: readonly string[] = [], held: readonly string[]) =>
    wanted.some((one) => held.includes(one.toLowerCase()));
  if (holds(assigned.leadGroups, groups) || holds(assigned.leadRoles, appRoles)) return "lead";
  return holds(assigned.staffGroups, groups) || holds(assigned.staffRoles, appRoles) ? "staff" : undefined;
}

const goesByGroups = ({ staffGroups = [], leadGroups = [] }: Assigned) =>
  staffGroups.length + leadGroups.length > 0;

async function isOpenTenant({ db }: Store, tenant: string): Promise<boolean> {
  const row = await db.selectFrom("tenant").select("open").where("tenant", "=", tenant).executeTakeFirst();
  return row?.open === 1;
}

function roleIn({ roles }: Staff, listed: Role | undefined): Role {
  if (roles.includes("admin")) return "admin";
  return listed === "lead" || roles.includes("lead") ? "lead" : "staff";
}

/** The person's own department of this id; others are not told apart from ones that do not exist. */
export function ownDepartment({ own }: Access, id: string): Department {
  const found = own.find(({ department }) => department.id === id);
  if (!found) throw new Refusal("department_unknown");
  return found.department;
}

/** The department of this id when the person may read its figures: their own, closed ones too, or any for an admin. */
export function readableDepartment(access: Access, { roles }: Staff, id: string): Department {
  const closed = access.closed.find(({ department }) => department.id === id)?.department;
  if (closed) return closed;
  const found = roles.includes("admin") ? access.all.find((one) => one.id === id) : ownDepartment(access, id);
  if (!found) throw new Refusal("department_unknown");
  return found;
}

/** The same when the person may take part: its own people, and admins, while it is open. */
export function sharedDepartment(access: Access, staff: Staff, id: string): Department {
  const found = readableDepartment(access, staff, id);
  if (found.closedAt !== undefined) throw new Refusal("department_unknown");
  return found;
}

/** Whether the person decides for a department: a lead of it, or an admin. */
export const leads = ({ own }: Access, { roles }: Staff, { key }: Department): boolean =>
  roles.includes("admin") || own.some(({ department, role }) => department.key === key && role === "lead");

/** The same when the person may also decide for it: its leads, and admins. */
export function ledDepartment(access: Access, staff: Staff, id: string): Department {
  const found = sharedDepartment(access, staff, id);
  if (!leads(access, staff, found)) throw new Refusal("role_missing");
  return found;
}
