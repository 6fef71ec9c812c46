/** GET /healthz: the process lives. GET /readyz: the database answers. */
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";

export const healthRoutes =
  ({ store }: Parts): Routes =>
  async (app) => {
    app.get("/healthz", async () => ({ status: "ok" }));
    app.get("/readyz", async () => {
      await store.ping().catch(() => {
        throw new Refusal("store_unavailable");
      });
      return { status: "ready", store: store.engine };
    });
  };
