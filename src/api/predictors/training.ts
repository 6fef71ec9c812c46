/** The API's side of the training thread: learning never holds up a request. */
import { Worker } from "node:worker_threads";
import type { Done, Task } from "./trainingWork.ts";

export interface Training {
  /** Rejects when the task failed or the thread ended. */
  run(task: Task): Promise<Done>;
  close(): Promise<void>;
}

interface Waiting {
  done: (done: Done) => void;
  fail: (fault: Error) => void;
}

export function startTraining(): Training {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;
  const failAll = (fault: Error) => {
    thread = undefined;
    for (const { fail } of waiting.values()) fail(fault);
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(new URL("./trainingThread.mjs", import.meta.url), { execArgv: [] });
    worker.on("message", ({ number, done, fault }: { number: number; done?: Done; fault?: string }) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (done) one?.done(done);
      else one?.fail(new Error(`the training thread failed: ${fault}`));
      if (waiting.size === 0) worker.unref();
    });
    worker.on("error", failAll);
    worker.on("exit", () => failAll(new Error("the training thread ended")));
    worker.unref();
    return worker;
  };
  return {
    run: (task) =>
      new Promise((done, fail) => {
        thread ??= begin();
        const number = ++count;
        waiting.set(number, { done, fail });
        // A process with nothing else to do still waits for a task in work.
        thread.ref();
        thread.postMessage({ number, task });
      }),
    close: async () => void (await thread?.terminate()),
  };
}
