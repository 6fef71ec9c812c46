/** GET /api/admin/audit: the log of one department by page, newest first, with a filter. */
import { AuditPage, AuditQuery } from "../../triage/auditLog.ts";
import type { Parts, Routes } from "../parts.ts";
import type { Store } from "../store/store.ts";
import { known } from "./configurationRoutes.ts";

const usualLimit = 50;
/** Entries a request looks through at most for the filter; where they do not fill a page, the page says where it stopped. */
const lookedThrough = 2_000;

export const auditRoutes =
  ({ store }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/admin/audit",
      { schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
      async ({ query, staff }) => {
        const department = await known(store, staff.tenant, query.departmentId);
        const page = await pageOf(store, department.key, query);
        const names = await namesOf(store, staff.tenant, page.rows);
        const head = await newest(store, department.key);
        return {
          departmentId: department.id,
          entries: page.rows.map(({ position, at, person: by, action, subject, hash }) => {
            const name = names.get(by);
            return { position, at, by, ...(name ? { name } : {}), action, subject, hash };
          }),
          ...(page.before === undefined ? {} : { before: page.before }),
          ...(head === undefined ? {} : { head }),
        };
      },
    );
  };

async function pageOf({ db }: Store, department: string, query: AuditQuery) {
  const { action, by, from = 0, to = Number.MAX_SAFE_INTEGER, limit = usualLimit } = query;
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("department", "=", department)
    .$if(query.before !== undefined, (some) => some.where("position", "<", query.before!))
    .orderBy("position", "desc")
    .limit(lookedThrough)
    .execute();
  const fits = rows.filter(
    (row) =>
      (action === undefined || row.action === action) &&
      (by === undefined || row.person === by) &&
      row.at >= from &&
      row.at <= to,
  );
  const shown = fits.slice(0, limit);
  const last = fits.length > limit ? shown.at(-1) : rows.length === lookedThrough ? rows.at(-1) : undefined;
  return { rows: shown, before: last?.position };
}

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

async function namesOf(
  { db }: Store,
  tenant: string,
  rows: readonly { person: string }[],
): Promise<Map<string, string>> {
  const aliases = [...new Set(rows.map(({ person }) => person))];
  if (aliases.length === 0) return new Map();
  const found = await db
    .selectFrom("alias")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant", "=", "alias.tenant").onRef("person.person", "=", "alias.person"),
    )
    .select(["alias.alias", "person.name"])
    .where("alias.tenant", "=", tenant)
    .where("alias.alias", "in", aliases)
    .execute();
  return new Map(found.map(({ alias, name }) => [alias, name]));
}
