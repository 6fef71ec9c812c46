/** Drives one address as fast as it answers, through autocannon, and keeps every single latency, since its own report rounds to milliseconds. */
import autocannon from "autocannon";
import { quantile } from "../figures.ts";
import type { Server } from "../server/spawn.ts";
import type { Prepared } from "./requests.ts";

export interface Load {
  server: Pick<Server, "origin" | "cpuSeconds">;
  connections: number;
  next(): Prepared;
  /** either for so long, or so many */
  seconds?: number;
  amount?: number;
}

export interface Answered {
  perSecond: number;
  p50: number;
  p99: number;
  count: number;
  /** processor milliseconds of the server for each answer */
  cpuMs: number;
  /** anything but a 2xx, and connections that broke */
  failed: number;
}

export async function drive({ server, connections, next, seconds, amount }: Load): Promise<Answered> {
  const latencies: number[] = [];
  const cpuBefore = server.cpuSeconds();
  let failed = 0;
  const from = performance.now();
  let last = from;
  const { errors } = await new Promise<autocannon.Result>((done, fail) => {
    const run = autocannon(
      {
        url: server.origin,
        connections,
        ...(amount === undefined ? { duration: seconds ?? 4 } : { amount }),
        timeout: 20,
        requests: [
          {
            setupRequest: (request, context: { sent?: Prepared }) => {
              context.sent = next();
              return { ...request, ...context.sent };
            },
            onResponse: (status, _body, context: { sent?: Prepared }) => {
              if (status === 200) context.sent?.onStored?.();
            },
          },
        ],
      },
      (fault, result) => (fault ? fail(fault) : done(result)),
    );
    run.on("response", (_client, status, _bytes, ms) => {
      last = performance.now();
      latencies.push(ms);
      if (status < 200 || status > 299) failed++;
    });
  });
  const cpuSeconds = server.cpuSeconds() - cpuBefore;
  return answeredIn({ latencies, seconds: (last - from) / 1_000, cpuSeconds, failed: failed + errors });
}

/** `latencies` in milliseconds, `seconds` by the clock, `cpuSeconds` of the server's processor. */
export function answeredIn({
  latencies,
  seconds,
  cpuSeconds,
  failed,
}: {
  latencies: number[];
  seconds: number;
  cpuSeconds: number;
  failed: number;
}): Answered {
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    count: latencies.length,
    cpuMs: (cpuSeconds * 1_000) / latencies.length,
    failed,
  };
}
