/** /api/admin/configuration and /api/admin/departments: what is decided, read and changed, with every earlier version. */
import { Type } from "typebox";
import {
  Applied,
  Configuration,
  ConfiguredDepartment,
  DepartmentChange,
  DepartmentContent,
  DepartmentVersions,
} from "../../triage/configuration.ts";
import { Slug } from "../../triage/text.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import { record } from "../store/audit.ts";
import { contentOf } from "../store/departmentContent.ts";
import { type Department, departmentKey, departmentsOf } from "../store/departments.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { applyChange } from "./change.ts";
import { namesBehind } from "./namesBehind.ts";
import { departmentChanges } from "./versionChanges.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });
const VersionAddress = Type.Object(
  { id: Slug, version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
const Check = Type.Object({ check: Type.Optional(Type.Boolean()) }, { additionalProperties: false });

/** An organisation of many departments, each with its phrases. */
const configurationBytes = 8 * 1024 * 1024;
const departmentBytes = 1024 * 1024;
const shownVersions = 100;

export const configurationRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/admin/configuration",
      { schema: { response: { 200: Configuration } } },
      async ({ staff }) => ({
        open: await isOpen(store, staff.tenant),
        departments: await Promise.all(
          (await departmentsOf(store.db, staff.tenant, { closedToo: true })).map((one) =>
            configured(store, one),
          ),
        ),
      }),
    );

    app.put(
      "/api/admin/configuration",
      {
        bodyLimit: configurationBytes,
        schema: { body: Configuration, querystring: Check, response: { 200: Applied } },
      },
      async ({ body, query, staff }) => {
        const checkOnly = query.check === true;
        const { tenant, person } = staff;
        const applied = await applyChange(store, {
          tenant,
          departments: body.departments,
          by: person,
          now: now(),
          checkOnly,
        });
        if (!checkOnly) await setOpen(store, staff, body.open, now());
        return applied;
      },
    );

    app.get(
      "/api/admin/departments/:id",
      { schema: { params: Address, response: { 200: ConfiguredDepartment } } },
      async ({ params, staff }) => configured(store, await known(store, staff.tenant, params.id)),
    );

    app.put(
      "/api/admin/departments/:id",
      {
        bodyLimit: departmentBytes,
        schema: { params: Address, body: DepartmentChange, querystring: Check, response: { 200: Applied } },
      },
      async ({ body, params, query, staff }) =>
        applyChange(store, {
          tenant: staff.tenant,
          departments: [{ id: params.id, ...body }],
          by: staff.person,
          now: now(),
          checkOnly: query.check === true,
        }),
    );

    app.get(
      "/api/admin/departments/:id/versions",
      { schema: { params: Address, response: { 200: DepartmentVersions } } },
      async ({ params, staff }) => {
        const { key } = await known(store, staff.tenant, params.id);
        const rows = await store.db
          .selectFrom("department_version")
          .select(["version", "at", "changed_by"])
          .where("department", "=", key)
          .orderBy("version", "desc")
          .limit(shownVersions)
          .execute();
        const names = await namesBehind(
          store.db,
          staff.tenant,
          rows.map(({ changed_by }) => changed_by),
        );
        const changesOf = await departmentChanges(
          store.db,
          key,
          rows.map(({ version }) => version),
        );
        return {
          versions: rows.map(({ version, at, changed_by: by }) => {
            const [name, changes] = [names.get(by), changesOf.get(version)];
            return { version, at, by, ...(name ? { name } : {}), ...(changes ? { changes } : {}) };
          }),
        };
      },
    );

    app.get(
      "/api/admin/departments/:id/versions/:version",
      { schema: { params: VersionAddress, response: { 200: DepartmentContent } } },
      async ({ params, staff }) => {
        const row = await store.db
          .selectFrom("department_version")
          .select("value")
          .where("department", "=", departmentKey(staff.tenant, params.id))
          .where("version", "=", params.version)
          .executeTakeFirst();
        if (!row) throw new Refusal("not_found");
        return JSON.parse(row.value) as DepartmentContent;
      },
    );
  };

export async function known(store: Store, tenant: string, id: string): Promise<Department> {
  const departments = await departmentsOf(store.db, tenant, { closedToo: true });
  const found = departments.find((one) => one.id === id);
  if (!found) throw new Refusal("department_unknown");
  return found;
}

const configured = async ({ db }: Store, department: Department): Promise<ConfiguredDepartment> => ({
  id: department.id,
  version: department.version,
  ...(await contentOf(db, department)),
});

export async function isOpen({ db }: Store, tenant: string): Promise<boolean> {
  const row = await db.selectFrom("tenant").select("open").where("tenant", "=", tenant).executeTakeFirst();
  return row?.open === 1;
}

/** In the log of every open department: it is each one's door. */
async function setOpen(store: Store, staff: Staff, open: boolean, at: number): Promise<void> {
  if ((await isOpen(store, staff.tenant)) === open) return;
  const keys = (await departmentsOf(store.db, staff.tenant)).map(({ key }) => key);
  await inTransaction(store, keys, async (db) => {
    await db
      .updateTable("tenant")
      .set({ open: open ? 1 : 0 })
      .where("tenant", "=", staff.tenant)
      .execute();
    const subject = open ? "people may choose a department" : "people may not choose a department";
    for (const key of keys)
      await record(db, key, { at, person: staff.person, action: "organisation", subject });
  });
}
