/** The demo's beginning for the sandbox's page: how it began, and beginning again. */
import type { FastifyPluginAsync } from "fastify";
import { type Beginning, beginnings } from "./beginning.ts";
import type { Demo } from "./demo.ts";

type Wanted = { Body: { beginning?: Beginning } | null };

export const demoApi =
  (demo: Demo): FastifyPluginAsync =>
  async (app) => {
    app.get("/demo", async () => demo.state());
    app.post<Wanted>("/demo", async ({ body }, reply) => {
      const wanted = beginnings.find((one) => one === body?.beginning);
      if (!wanted) return reply.code(400).send();
      const state = demo.state();
      if (!state.isOffered) return reply.code(409).send(state);
      // Answered first: beginning closes the server that would answer.
      reply.raw.once("finish", () => void demo.begin(wanted).catch(() => undefined));
      return reply.code(202).send(state);
    });
  };
