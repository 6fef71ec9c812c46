/** /openapi.json: every route with everything it can answer, refusals too. */
import swagger from "@fastify/swagger";
import type { FastifySchema } from "fastify";
import { Problem, statusOf } from "../triage/failure.ts";
import type { Api } from "./parts.ts";

export async function describe(app: Api): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Concord", version: "1.0.0" },
      components: { securitySchemes: { entra: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
      security: [{ entra: [] }],
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: url.startsWith("/api/")
        ? { ...schema, response: { ...answersOf(schema), ...usualOf(schema, [route.method].flat().join()) } }
        : schema,
    }),
  });
  app.get("/openapi.json", { schema: { hide: true } as never }, async () => app.swagger());
}

const answersOf = (schema: FastifySchema): object => schema.response ?? { 200: {} };

/** What any route with such a schema can refuse with. */
function usualOf(schema: FastifySchema, method: string): Record<number, object> {
  const always = [400, 401, 403, 404, 409, 429, 503];
  const withBody = method.startsWith("GET") ? [] : [413, 415, ...(schema.body ? [422] : [])];
  return Object.fromEntries([...always, ...withBody].map((status) => [status, refusalWith(status)]));
}

const refusalWith = (status: number): object => ({
  description: Object.entries(statusOf)
    .filter(([, one]) => one === status)
    .map(([code]) => code)
    .join(", "),
  content: { "application/problem+json": { schema: Problem } },
});
