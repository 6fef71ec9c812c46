/** GET /api/departments/{id}/overview: the answer above all figures, for everybody of the department. */
import { Type } from "typebox";
import { Overview } from "../../triage/overview.ts";
import { Slug } from "../../triage/text.ts";
import { accessOf, leads, readableDepartment } from "../access.ts";
import { overviewOf } from "../overview/overview.ts";
import type { Parts, Routes } from "../parts.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });

export const overviewRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/overview",
      { schema: { params: Address, response: { 200: Overview } } },
      async ({ params, staff }) => {
        const access = await accessOf(store, staff);
        const department = readableDepartment(access, staff, params.id);
        return overviewOf(store.scans.db, department, now(), leads(access, staff, department));
      },
    );
  };
