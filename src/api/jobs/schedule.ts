/** Looks regularly for something to learn, one department after the other, and stops when told to. */
import { departmentsOf } from "../store/departments.ts";
import { type LearnParts, learnOnce } from "./learn.ts";

export interface ScheduleParts extends LearnParts {
  tenants: readonly string[];
  everyMs: number;
  onFault: (fault: unknown) => void;
}

export interface Schedule {
  /** Resolves when the round in work is done. */
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
        await learnOnce(parts, department);
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
      await running;
    },
  };
}
