/** Drives one address at a steady rate as people do, who do not wait for each other: an open loop with random (Poisson) arrivals. */
import { Agent, request } from "node:http";
import { type Answered, answeredIn, type Load } from "./drive.ts";
import type { Prepared } from "./requests.ts";

export interface Pace extends Omit<Load, "amount" | "seconds"> {
  rate: number;
  seconds: number;
}

const longestMs = 20_000;

/**
 * When each arrives is drawn beforehand, and its latency counts from then on: also the time in which it could not be sent,
 * because the driver or all connections were busy, so that a server that stalls cannot hide those who would have come meanwhile.
 */
export async function pace({ server, connections, next, seconds, rate }: Pace): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });
  const latencies: number[] = [];
  const cpuBefore = server.cpuSeconds();
  let failed = 0;
  const from = performance.now();
  const under: Promise<void>[] = [];
  const one = async (due: number) => {
    const isStored = await sent(server.origin, next(), agent).catch(() => false);
    latencies.push(performance.now() - due);
    if (!isStored) failed++;
  };
  for (let due = from; due < from + seconds * 1_000; due += (-Math.log(1 - Math.random()) / rate) * 1_000) {
    while (performance.now() < due) await new Promise((done) => setTimeout(done, 1));
    under.push(one(due));
  }
  await Promise.all(under);
  agent.destroy();
  return answeredIn({ latencies, seconds, cpuSeconds: server.cpuSeconds() - cpuBefore, failed });
}

/** Whether it was answered with success. */
function sent(origin: string, { method, path, headers, body, onStored }: Prepared, agent: Agent) {
  return new Promise<boolean>((done, fail) => {
    const asked = request(`${origin}${path}`, { method, headers, agent, timeout: longestMs }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if (answer.statusCode === 200) onStored?.();
        done(answer.statusCode! < 300);
      });
      answer.once("error", fail);
    });
    asked.once("error", fail);
    asked.once("timeout", () => asked.destroy(new Error("no answer")));
    asked.end(body);
  });
}
