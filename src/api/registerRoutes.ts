/** Registers routes by their names: fastify looks for a nameless one through every module that is loaded, which costs more than the routes. */
import type { Api, Parts, Routes } from "./parts.ts";

const displayName = Symbol.for("fastify.display-name");

export async function registerRoutes(
  app: Api,
  parts: Parts,
  all: readonly ((parts: Parts) => Routes)[],
): Promise<void> {
  for (const routes of all) await app.register(Object.assign(routes(parts), { [displayName]: routes.name }));
}
