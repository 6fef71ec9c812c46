/** Brings counters of an earlier recipe up to today's, in the background, and takes up what another instance left. */
import { type RecountParts, recountStale } from "../store/recount.ts";
import type { Schedule } from "./schedule.ts";

export interface RecountingParts extends Omit<RecountParts, "isStopped" | "onStep"> {
  everyMs: number;
  onFault: (fault: unknown) => void;
}

/** The first round begins at once. */
export function scheduleRecounting({ store, now, everyMs, onFault }: RecountingParts): Schedule {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const run = (): Promise<void> =>
    recountStale({ store, now, isStopped: () => isStopped })
      .catch((fault) => {
        if (!isStopped) onFault(fault);
      })
      .then(() => {
        if (!isStopped) timer = setTimeout(() => (running = run()), everyMs).unref();
      });
  let running = run();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
