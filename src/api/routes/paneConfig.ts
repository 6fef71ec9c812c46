/** GET /pane-config.json: what the pane must know before anybody is signed in. */
import { PaneConfig } from "../../triage/paneConfig.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";

export const paneConfigRoutes =
  ({ paneConfig }: Parts): Routes =>
  async (app) => {
    app.get("/pane-config.json", { schema: { response: { 200: PaneConfig } } }, async (_, reply) => {
      if (!paneConfig) throw new Refusal("not_found");
      reply.header("cache-control", "no-cache");
      return paneConfig;
    });
  };
