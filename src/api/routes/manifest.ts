/** GET /manifest.xml: what was given to Outlook, where MANIFEST_FILE names it. */
import type { Parts, Routes } from "../parts.ts";

export const manifestRoutes =
  ({ manifest }: Parts): Routes =>
  async (app) => {
    if (manifest === undefined) return;
    app.get("/manifest.xml", { schema: { hide: true } as never }, async (_, reply) =>
      reply.type("text/xml; charset=utf-8").header("cache-control", "no-cache").send(manifest),
    );
  };
