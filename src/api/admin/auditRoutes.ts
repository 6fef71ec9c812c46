/** GET /api/admin/audit: the log of one department by page, newest first, with a filter. */
import { AuditPage, AuditQuery } from "../../triage/auditLog.ts";
import type { Parts, Routes } from "../parts.ts";
import type { AuditRow, DepartmentKey } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { auditPageOf } from "./auditPage.ts";
import { known } from "./configurationRoutes.ts";
import { namesBehind } from "./namesBehind.ts";
import { thingsBehind } from "./thingsBehind.ts";
import { type Changes, departmentChanges, policyChanges } from "./versionChanges.ts";

export const auditRoutes =
  ({ store }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/admin/audit",
      { schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
      async ({ query, staff }) => {
        const department = await known(store, staff.tenant, query.departmentId);
        const page = await auditPageOf(store.db, department.key, query);
        const aliases = page.rows.flatMap(({ person, subject }) => [person, subject]);
        const names = await namesBehind(store.db, staff.tenant, aliases);
        const changesOf = await changesIn(store, department.key, page.rows);
        const thingOf = await thingsBehind(store.db, department.key, page.rows);
        const head = await newest(store, department.key);
        return {
          departmentId: department.id,
          entries: page.rows.map((row) => {
            const { position, at, person: by, action, subject, hash } = row;
            const [name, about, changes] = [names.get(by), names.get(subject), changesOf(row)];
            const thing = thingOf(row);
            return {
              ...{ position, at, by, action, subject, hash },
              ...(name ? { name } : {}),
              ...(about ? { about } : {}),
              ...(thing ? { thing } : {}),
              ...(changes ? { changes } : {}),
            };
          }),
          categories: department.taxonomy.categories.map(({ id, name }) => ({ id, name })),
          ...(page.before === undefined ? {} : { before: page.before }),
          ...(head === undefined ? {} : { head }),
        };
      },
    );
  };

async function newest({ db }: Store, department: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("audit")
    .select("hash")
    .where("department", "=", department)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.hash;
}

/** What was changed, by the position of the entry. */
async function changesIn({ db }: Store, key: DepartmentKey, rows: readonly AuditRow[]) {
  const versionsOf = (action: string) =>
    rows.filter((row) => row.action === action).map(({ subject }) => Number(subject));
  const changes: Record<string, Changes> = {
    department: await departmentChanges(db, key, versionsOf("department")),
    policy: await policyChanges(db, key, versionsOf("policy")),
  };
  return ({ action, subject }: AuditRow) => changes[action]?.get(Number(subject));
}
