/** A whole sandbox on a port of its own, over https as Outlook demands, for browser tests. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import fastify from "fastify";
import { generate } from "selfsigned";
import { openSandbox, type SandboxParts } from "../server.ts";

export interface StartParts extends Pick<SandboxParts, "paneFolder" | "webFolder" | "mailFolders"> {
  port: number;
  masterCategories: NonNullable<SandboxParts["masterCategories"]>;
}

export async function startSandbox({ port, ...parts }: StartParts) {
  const origin = `https://localhost:${port}`;
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const app = fastify({ https: { key, cert } });
  const sandbox = await openSandbox({
    ...parts,
    origin,
    dataFolder: await mkdtemp(join(tmpdir(), "sandbox-")),
    officeFolder: join(process.cwd(), "node_modules/@microsoft/office-js/dist"),
  });
  app.addHook("onRequest", sandbox.apiFaults);
  await app.register(sandbox.plugin, { prefix: "/sandbox" });
  await app.register(fastifyStatic, { root: parts.paneFolder });
  await app.listen({ port, host: "127.0.0.1" });
  return { origin, sandbox, close: () => app.close() };
}
