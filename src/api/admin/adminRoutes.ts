/** /api/admin: everything in it is for the admin role of the caller's own organisation. */
import type { Parts, Routes } from "../parts.ts";
import { auditRoutes } from "./auditRoutes.ts";
import { configurationRoutes } from "./configurationRoutes.ts";
import { onlyAdmins } from "./onlyAdmins.ts";
import { overviewRoutes } from "./overviewRoutes.ts";
import { peopleRoutes } from "./peopleRoutes.ts";

export const adminRoutes =
  (parts: Parts): Routes =>
  async (app) => {
    app.addHook("preValidation", onlyAdmins);
    for (const routes of [overviewRoutes, configurationRoutes, auditRoutes, peopleRoutes])
      await app.register(routes(parts));
  };
