/** Which department a message belongs to (its shared mailbox's, else the chosen one, else the only one), and whose figures one may read. */
import type { DepartmentView, FormerDepartment, Me } from "../../triage/department.ts";

/** @param owners names of the mailbox the message lies in: its address, and its digest as kept on this computer */
export function departmentOf(me: Me, owners: readonly string[]): DepartmentView | undefined {
  const shared = me.departments.find(({ mailboxes }) =>
    mailboxes.some((mailbox) => owners.includes(mailbox)),
  );
  if (shared) return shared;
  const chosen = me.departments.find(({ id }) => id === me.departmentId);
  return chosen ?? (me.departments.length === 1 ? me.departments[0] : undefined);
}

/** A closed one can only be read, by whomever. */
export type ReadableDepartment = DepartmentView & Partial<Pick<FormerDepartment, "closedAt">>;

/**
 * Whose figures the person may read, those they lead first. None while the one choice is still to be made: what is
 * offered until then is not yet theirs.
 */
export function readableBy({ departments, formerDepartments = [], departmentId }: Me): ReadableDepartment[] {
  const [led, others] = [true, false].map((leads) =>
    departments.filter(({ role }) => (role !== "staff") === leads),
  ) as [DepartmentView[], DepartmentView[]];
  const own = led.length === 0 && departmentId === undefined ? [] : [...led, ...others];
  // Closed ones last: their history is read there, and nothing is decided for them any more.
  return [...own, ...formerDepartments.map((former) => ({ ...former, role: "staff" as const }))];
}
