/** Tells an address that takes other methods from one that does not exist. */
import type { FastifyInstance } from "fastify";

export type AllowedAt = (path: string) => string[];

/** Hears of every route from now on. */
export function knowMethods(app: FastifyInstance): AllowedAt {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    if (url.includes("*")) return;
    const pattern = new RegExp(`^${url.replace(/[.]/g, "\\.").replace(/:[^/]+/g, "[^/]+")}$`);
    routes.push({ pattern, methods: [method].flat() });
  });
  return (path) => [
    ...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)),
  ];
}
