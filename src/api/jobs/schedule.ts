/** Looks regularly for something to learn, one department after the other, and stops when told to. */
import { departmentsOf } from "../store/departments.ts";
import { type LearnParts, learnOnce } from "./learn.ts";

export interface ScheduleParts extends LearnParts {
  tenants: readonly string[];
  everyMs: number;
  onFault: (fault: unknown) => void;
}

export interface Schedule {
  /** Cuts a training off and resolves when the round in work is over. */
  stop(): Promise<void>;
}

/** The first round begins at once. */
export function scheduleLearning(parts: ScheduleParts): Schedule {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    for (const tenant of parts.tenants)
      for (const department of await departmentsOf(parts.store.db, tenant)) {
        if (isStopped) return;
        await learnOnce(parts, department).catch((fault) => {
          // A training that is cut off by the end of the process is no fault.
          if (!isStopped) parts.onFault(fault);
        });
      }
  };
  const run = (): Promise<void> =>
    round()
      .catch(parts.onFault)
      .then(() => {
        if (!isStopped) timer = setTimeout(() => (running = run()), parts.everyMs).unref();
      });
  let running = run();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await parts.training.close();
      await running;
    },
  };
}
