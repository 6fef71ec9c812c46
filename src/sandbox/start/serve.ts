/** The API with the sandbox beside it, on one origin. */
import { configOfProcess } from "../../api/config.ts";
import { type Running, startApi } from "../../api/start.ts";
import { starters } from "../../triage/starter/starters.ts";
import { sandboxOrganisation } from "../organisation.ts";
import type { Sandbox } from "../server.ts";
import { hasYear } from "../year/folder.ts";
import { withYear, yearsBlindShare } from "../year/organisation.ts";
import { agreeInDemo } from "./objectives.ts";

interface Served {
  dataDir: string;
  paneDir: string;
  https: { key: string | Buffer; cert: string | Buffer };
}

export async function serve(sandbox: Sandbox, { dataDir, paneDir, https }: Served): Promise<Running> {
  const organisation = sandboxOrganisation(sandbox.issuer);
  const config = configOfProcess({
    logLevel: process.env.LOG_LEVEL || "warn",
    organisation: hasYear(dataDir) ? withYear(organisation, yearsBlindShare) : organisation,
    paneDir,
    frameAncestors: ["'self'"],
  });
  const running = await startApi({
    config,
    starters,
    https,
    extend: async (app) => {
      app.addHook("onRequest", sandbox.apiFaults);
      await app.register(sandbox.plugin, { prefix: "/sandbox" });
      app.get("/", { schema: { hide: true } as never }, (request, reply) => {
        const query = request.url.indexOf("?");
        return reply.redirect(`/sandbox/${query < 0 ? "" : request.url.slice(query)}`);
      });
    },
  });
  await agreeInDemo(running.store, Date.now());
  return running;
}
