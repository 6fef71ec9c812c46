/** Structured logs without content: what happened and how long it took, never whose mail or what was in it. */

import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";

/** One JSON line each, to `into` or standard output. Requests and errors are never dumped whole. */
export function makeLog(level: string, into?: { write(line: string): void }): FastifyBaseLogger {
  const options = {
    level,
    base: null,
    serializers: {
      req: () => undefined,
      res: () => undefined,
      err: (fault: { name?: string; code?: string }) => ({ name: fault?.name, code: fault?.code }),
    },
  };
  return into ? pino(options, into) : pino(options);
}
