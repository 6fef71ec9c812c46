/** One training thread for all APIs of a test file, since starting one costs more than most tests; what begins alike is begun once. */
import { startTraining, type Training } from "../predictors/training.ts";
import type { Done } from "../predictors/trainingWork.ts";

let thread: Training | undefined;
const begun = new Map<string, Promise<Done>>();

/** Ends with the test file; outside of tests it keeps no process alive. */
if (typeof afterAll === "function") afterAll(async () => thread?.close());

export function sharedTraining(): Training {
  thread ??= startTraining();
  const { run } = thread;
  return {
    async run(task) {
      if (task.kind !== "begin") return run(task);
      const name = JSON.stringify(task);
      const known = begun.get(name) ?? run(task);
      begun.set(name, known);
      known.catch(() => begun.delete(name));
      const done = await known;
      return { ...done, bytes: done.bytes.slice() };
    },
    close: async () => {},
  };
}
