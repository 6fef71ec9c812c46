/** The built pane as static files: pages always fresh, hashed assets for ever, compressed ones as they lie there. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { contentSecurityPolicy, type HeaderParts } from "./headers.ts";
import { StartFailure } from "./startFailure.ts";

const hashed = /[.-][0-9a-f]{8,}\.[a-z0-9.]+$/;

const cacheControlOf = (file: string): string =>
  hashed.test(basename(file))
    ? "public, max-age=31536000, immutable"
    : /\.(png|svg|ico)$/.test(file)
      ? "public, max-age=86400"
      : "no-cache";

export async function servePane(app: FastifyInstance, folder: string, headers: HeaderParts): Promise<void> {
  const policy = contentSecurityPolicy(headers);
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    index: false,
    setHeaders: (reply, file) => {
      reply.header("cache-control", cacheControlOf(file.replace(/\.(br|gz)$/, "")));
      if (/\.html(\.br|\.gz)?$/.test(file)) reply.header("content-security-policy", policy);
    },
  });
}

/** The build as its page and the pane name it. */
export function buildIdOf(folder: string | undefined): string {
  if (!folder) return "none";
  const page = join(folder, "taskpane.html");
  if (!existsSync(page))
    throw new StartFailure(
      "pane_missing",
      `PANE_DIR names ${folder}, which holds no built pane (taskpane.html).`,
    );
  return /name="concord-build" content="([^"]+)"/.exec(readFileSync(page, "utf8"))?.[1] ?? "unnamed";
}

/** The manifest people's Outlooks were given; read once, since a change needs the admin center anyhow. */
export function manifestIn(file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new StartFailure("config_invalid", `MANIFEST_FILE names ${file}, which cannot be read.`);
  }
}
