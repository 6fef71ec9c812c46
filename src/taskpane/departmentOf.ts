/** Which department a message belongs to: its shared mailbox's, else the one chosen once, else the only one there is. */
import type { DepartmentView, Me } from "../triage/department.ts";

/** @param owners names of the mailbox the message lies in: its address, and its digest as kept on this computer */
export function departmentOf(me: Me, owners: readonly string[]): DepartmentView | undefined {
  const shared = me.departments.find(({ mailboxes }) =>
    mailboxes.some((mailbox) => owners.includes(mailbox)),
  );
  if (shared) return shared;
  const chosen = me.departments.find(({ id }) => id === me.departmentId);
  return chosen ?? (me.departments.length === 1 ? me.departments[0] : undefined);
}
