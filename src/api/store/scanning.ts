/** The API's side of the scanning thread: whatever reads many stored rows never holds up a request. */
import { Worker } from "node:worker_threads";
import { Refusal } from "../refusal.ts";
import type { StoredFeedback } from "./schema.ts";

export type ScanTask =
  | { kind: "read"; sql: string; parameters: readonly unknown[] }
  | { kind: "count"; rows: readonly StoredFeedback[]; kinds: readonly string[] };

export interface Scanning {
  run<T>(task: ScanTask): Promise<T>;
  close(): Promise<void>;
}

interface Waiting {
  done: (value: never) => void;
  fail: (fault: Error) => void;
}

/** More than this many at once would only wait for each other. */
const mostWaiting = 32;

/** `file` as a libsql address that cannot write; absent where the thread only counts. Begins with the first task. */
export function startScanning(file?: string): Scanning {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;
  const failAll = (fault: Error) => {
    thread = undefined;
    for (const { fail } of waiting.values()) fail(fault);
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(new URL("./scanThread.mjs", import.meta.url), {
      execArgv: [],
      workerData: { file },
    });
    worker.on("message", ({ number, done, fault }) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (fault) one?.fail(Object.assign(new Error(fault.message), fault));
      else one?.done(done as never);
      if (waiting.size === 0) worker.unref();
    });
    worker.on("error", failAll);
    worker.on("exit", () => failAll(new Error("the scanning thread ended")));
    worker.unref();
    return worker;
  };
  return {
    run: (task) =>
      new Promise((done, fail) => {
        if (waiting.size >= mostWaiting) return fail(new Refusal("overloaded", { retryAfter: 5 }));
        thread ??= begin();
        const number = ++count;
        waiting.set(number, { done, fail });
        thread.ref();
        thread.postMessage({ number, task });
      }),
    close: async () => void (await thread?.terminate()),
  };
}
