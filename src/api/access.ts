/** What a person may touch: their departments, by membership or by their one choice; nothing of another organisation. */
import type { Role } from "../triage/department.ts";
import { Refusal } from "./refusal.ts";
import type { Staff } from "./staff.ts";
import { type Department, departmentsOf, membershipsOf } from "./store/departments.ts";
import { chosenDepartment } from "./store/people.ts";
import type { Store } from "./store/store.ts";

export interface Access {
  /** of the organisation */
  all: Department[];
  /** the person's own, with the role in each */
  own: { department: Department; role: Role }[];
  /** chosen for the person's own mailbox */
  chosen: Department | undefined;
  /** still to choose, in an organisation that leaves it to its people */
  mayChoose: boolean;
}

export async function accessOf(store: Store, staff: Staff): Promise<Access> {
  const all = await departmentsOf(store.db, staff.tenant);
  const members = await membershipsOf(
    store.db,
    staff.person,
    all.map((department) => department.key),
  );
  const chosenKey = await chosenDepartment(store.db, staff.tenant, staff.person);
  const isOpen = members.size === 0 && (await isOpenTenant(store, staff.tenant));
  const isOwn = ({ key }: Department) => members.has(key) || (isOpen && key === chosenKey);
  const own = all.filter(isOwn).map((department) => ({
    department,
    role: roleIn(staff, members.get(department.key)),
  }));
  const chosen = own.find(({ department }) => department.key === chosenKey)?.department;
  return { all, own, chosen, mayChoose: isOpen && own.length === 0 };
}

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

/** The department of this id when the person may read its figures: their own, or any for an admin. */
export function readableDepartment(access: Access, { roles }: Staff, id: string): Department {
  const found = roles.includes("admin") ? access.all.find((one) => one.id === id) : ownDepartment(access, id);
  if (!found) throw new Refusal("department_unknown");
  return found;
}

/** The same when the person may also decide for it: its leads, and admins. */
export function ledDepartment(access: Access, staff: Staff, id: string): Department {
  const found = readableDepartment(access, staff, id);
  const role = access.own.find(({ department }) => department.id === id)?.role;
  if (!staff.roles.includes("admin") && role !== "lead") throw new Refusal("role_missing");
  return found;
}
