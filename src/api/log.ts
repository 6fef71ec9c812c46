/** Structured logs without content: what happened and how long it took, never whose mail or what was in it. */

import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";

/** Lines of the same moment go out together: a write for each costs as much as the answer's own. The rest follows when the process ends. */
const together = { dest: 1, sync: false, minLength: 4_096, periodicFlush: 100, maxLength: 16 * 2 ** 20 };

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
  return into ? pino(options, into) : pino(options, pino.destination(together));
}
