/** GET /api/admin/overview: every department in one line, with its reach; GET /api/admin/diagnostics: lines for support. */
import { AdminOverview, type DepartmentOverview, ServerDiagnostics } from "../../triage/administration.ts";
import type { Parts, Routes } from "../parts.ts";
import { type Department, departmentsOf } from "../store/departments.ts";
import { newestMigration } from "../store/migrations.ts";
import { staleDepartments } from "../store/recount.ts";
import { isOpen } from "./configurationRoutes.ts";
import { reachOf } from "./reach.ts";

export const overviewRoutes =
  ({ store, now, paneConfig, modelHealth, status, draining }: Parts): Routes =>
  async (app) => {
    app.get("/api/admin/overview", { schema: { response: { 200: AdminOverview } } }, async ({ staff }) => {
      const departments: DepartmentOverview[] = [];
      for (const one of await departmentsOf(store.db, staff.tenant, { closedToo: true }))
        departments.push({ ...lineOf(one), reach: await reachOf(store.scans.db, one.key, now()) });
      return { departments, open: await isOpen(store, staff.tenant), computedAt: now() };
    });

    app.get(
      "/api/admin/diagnostics",
      { schema: { response: { 200: ServerDiagnostics } } },
      async ({ staff }) => {
        const departments = await departmentsOf(store.db, staff.tenant, { closedToo: true });
        const lines = [
          ["server build", paneConfig?.buildId ?? "none"],
          ["database", `${store.engine}, tables up to date (number ${newestMigration})`],
          ["node", `${process.version} ${process.platform}`],
          ["running for", `${Math.round(process.uptime() / 60)} min`],
          ["server time", new Date(now()).toISOString()],
          ["state", draining?.isBegun ? "about to stop" : "answering requests"],
          ["figures being recounted", recounted((await staleDepartments(store)).length)],
          ...(status?.() ?? []),
          ...departments.map((one) => [`department ${one.id}`, describe(one, modelHealth)]),
        ] as [string, string][];
        return { lines: lines.map(([name, value]) => ({ name, value })) };
      },
    );
  };

function lineOf(one: Department): Omit<DepartmentOverview, "reach"> {
  const { id, name, version, modelVersion, model, closedAt, heirId } = one;
  return {
    id,
    name,
    version,
    modelVersion,
    ...(model.kind === "external" ? { model: model.name } : {}),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(heirId === undefined ? {} : { heirId }),
  };
}

const recounted = (departments: number) =>
  departments === 0 ? "none" : `in ${departments} of the departments`;

function describe(one: Department, health: Parts["modelHealth"]): string {
  const { taxonomy, policy, modelVersion, model, closedAt } = one;
  const state = closedAt === undefined ? "open" : "closed";
  const predicts =
    model.kind === "builtIn"
      ? modelVersion === 0
        ? "model from the definitions"
        : `model version ${modelVersion}`
      : `${model.protocol}: ${health?.(one.key) ?? "not asked yet"}`;
  return `${state}, categories version ${taxonomy.version}, policy version ${policy.version}, ${predicts}`;
}
