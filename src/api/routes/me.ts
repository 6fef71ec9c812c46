/** GET /api/me: everything the pane needs before the first message. PUT /api/me/department: the one choice. */
import { DepartmentChoice, type DepartmentView, Me, type Role } from "../../triage/department.ts";
import { type Access, accessOf } from "../access.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { withOpenReview } from "../reviews/rows.ts";
import type { Staff } from "../staff.ts";
import type { Department } from "../store/departments.ts";
import { chooseDepartment, rememberPerson } from "../store/people.ts";
import { receiptSummary, recentVerdicts } from "../store/receipts.ts";

const receiptDaysMs = 90 * 86_400_000;

export const meRoutes = (parts: Parts): Routes => {
  const { store, now } = parts;
  return async (app) => {
    app.get("/api/me", { schema: { response: { 200: Me } } }, async ({ staff }) => {
      await rememberPerson(store.db, { ...staff, now: now() });
      return meOf(parts, staff, await accessOf(store, staff));
    });

    app.put(
      "/api/me/department",
      { schema: { body: DepartmentChoice, response: { 200: Me } } },
      async ({ body, staff }) => {
        const access = await accessOf(store, staff);
        const choices = access.mayChoose ? access.all : access.own.map(({ department }) => department);
        const choice = choices.find((department) => department.id === body.departmentId);
        if (!choice) throw new Refusal("department_unknown");
        await chooseDepartment(store.db, { ...staff, now: now() }, choice.key);
        return meOf(parts, staff, await accessOf(store, staff));
      },
    );
  };
};

async function meOf({ store, keysOf, now }: Parts, staff: Staff, access: Access): Promise<Me> {
  const { all, own, chosen, mayChoose } = access;
  const keys = own.map(({ department }) => department.key);
  const offered = mayChoose ? all.map((department) => ({ department, role: "staff" as Role })) : own;
  const only = own.length === 1 ? own[0]!.department : undefined;
  const { feature, featureKeyId } = keysOf(staff.tenant);
  const departmentId = (chosen ?? only)?.id;
  const led = own.filter(({ role }) => role !== "staff").map(({ department }) => department.key);
  const inReview = await withOpenReview(store.db, led);
  return {
    person: { name: staff.name },
    roles: [...staff.roles],
    departments: offered.map(({ department, role }) => ({
      ...viewOf(department, role),
      ...(inReview.has(department.key) ? { reviewOpen: true as const } : {}),
    })),
    ...formerIn(access),
    ...(access.groupsUnread ? { groupsUnread: true as const } : {}),
    otherDepartments: all.map(({ id, name }) => ({ id, name })),
    ...(departmentId === undefined ? {} : { departmentId }),
    featureKey: feature,
    ...(featureKeyId === undefined ? {} : { featureKeyId }),
    recent: await recentVerdicts(store.db, keys, staff.person),
    receipts: await receiptSummary(store.db, keys, staff.person, now() - receiptDaysMs),
    now: now(),
  };
}

function viewOf({ id, name, taxonomy, policy, mailboxes }: Department, role: Role): DepartmentView {
  return {
    id,
    name,
    role,
    taxonomy: {
      version: taxonomy.version,
      categories: taxonomy.categories.map(({ phrases: _, ...category }) => category),
      priorities: taxonomy.priorities.map(({ phrases: _, ...priority }) => priority),
    },
    policy,
    mailboxes,
  };
}

const formerIn = ({ closed }: Access): Pick<Me, "formerDepartments"> =>
  closed.length === 0
    ? {}
    : {
        formerDepartments: closed.map(({ department, role }) => ({
          ...viewOf(department, role),
          closedAt: department.closedAt!,
          ...(department.heirId === undefined ? {} : { heirId: department.heirId }),
        })),
      };
