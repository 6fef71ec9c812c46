/** Turns requests away while there is too much to do, so that those in work are finished. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problems.ts";

export interface SheddingParts {
  inFlight: number;
  /** mean delay of the event loop, over each of the last seconds that count as lasting */
  loopDelayMs: number;
}

/** One slow second is a pause (a start, a model read in); this many in a row are an overload. */
const lastingSeconds = 3;

export function shedLoad(app: FastifyInstance, { inFlight, loopDelayMs }: SheddingParts): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  let slowSeconds = 0;
  const sampling = setInterval(() => {
    slowSeconds = delay.mean / 1e6 > loopDelayMs ? slowSeconds + 1 : 0;
    delay.reset();
  }, 1_000).unref();
  delay.enable();
  let running = 0;
  app.addHook("onClose", async () => {
    clearInterval(sampling);
    delay.disable();
  });
  app.addHook("onRequest", (request, reply, done) => {
    running++;
    reply.raw.once("close", () => {
      running--;
    });
    if (running > inFlight || slowSeconds >= lastingSeconds)
      sendProblem(request, reply, "overloaded", { retryAfter: 1 });
    else done();
  });
}
