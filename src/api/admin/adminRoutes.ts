/** /api/admin: everything in it is for the admin role of the caller's own organisation. */
import type { Parts, Routes } from "../parts.ts";
import { registerRoutes } from "../registerRoutes.ts";
import { auditRoutes } from "./auditRoutes.ts";
import { configurationRoutes } from "./configurationRoutes.ts";
import { onlyAdmins } from "./onlyAdmins.ts";
import { overviewRoutes } from "./overviewRoutes.ts";
import { peopleRoutes } from "./peopleRoutes.ts";

export const adminRoutes =
  (parts: Parts): Routes =>
  async (app) => {
    app.addHook("preValidation", onlyAdmins);
    await registerRoutes(app, parts, [overviewRoutes, configurationRoutes, auditRoutes, peopleRoutes]);
  };
