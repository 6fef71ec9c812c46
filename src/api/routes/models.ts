/** /api/departments/{id}/models: what was trained, how it was judged, and which version is live; leads choose. */
import { Type } from "typebox";
import { LiveChoice, ModelVersions } from "../../triage/model.ts";
import { Slug } from "../../triage/text.ts";
import { accessOf, ledDepartment, readableDepartment } from "../access.ts";
import { chooseVersion } from "../jobs/choose.ts";
import { modelVersionsOf } from "../jobs/list.ts";
import type { Parts, Routes } from "../parts.ts";
import { inTransaction } from "../store/store.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });

export const modelRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/models",
      { schema: { params: Address, response: { 200: ModelVersions } } },
      async ({ params, staff }) => {
        const department = readableDepartment(await accessOf(store, staff), staff, params.id);
        return modelVersionsOf(store.db, department, now());
      },
    );

    app.put(
      "/api/departments/:id/models/live",
      { schema: { params: Address, body: LiveChoice, response: { 200: ModelVersions } } },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const choice = { department, version: body.version, person: staff.person, now: now() };
        await inTransaction(store, [department.key], (db) => chooseVersion(db, choice));
        const after = ledDepartment(await accessOf(store, staff), staff, params.id);
        return modelVersionsOf(store.db, after, now());
      },
    );
  };
