/** The API's side of a thread for work that must hold up no request: it begins with the first task, and each is answered under its number. */
import { Worker } from "node:worker_threads";

export interface Thread<Task> {
  /** Rejects when the task failed or the thread ended. */
  run<Done>(task: Task): Promise<Done>;
  /** Tasks that are not answered yet. */
  inWork(): number;
  isBegun(): boolean;
  /** Whatever is in work fails. */
  close(): Promise<void>;
}

/** What the thread tells of a task that failed. */
export interface Fault {
  message: string;
  name?: string;
  code?: string;
}

interface ThreadParts<Told> {
  file: URL;
  workerData?: unknown;
  /** what those are told who waited when it ended, or broke by this error */
  ended: (broken?: Error) => Error;
  failed: (fault: Told) => Error;
}

interface Waiting {
  done: (value: never) => void;
  fail: (fault: Error) => void;
}

/** The error as it was thrown there, by name, words and code. */
export const asThrown = (fault: Fault): Error => Object.assign(new Error(fault.message), fault);

export function makeThread<Task, Told = Fault>({
  file,
  workerData,
  ended,
  failed,
}: ThreadParts<Told>): Thread<Task> {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;
  const begin = (): Worker => {
    const worker = new Worker(file, { execArgv: [], workerData });
    const failAll = (fault: Error) => {
      // One that broke also exits, and another may have begun by then.
      if (thread !== worker) return;
      thread = undefined;
      for (const { fail } of waiting.values()) fail(fault);
      waiting.clear();
    };
    worker.on("message", ({ number, done, fault }) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (fault) one?.fail(failed(fault));
      else one?.done(done as never);
      if (waiting.size === 0) worker.unref();
    });
    worker.on("error", (fault) => failAll(ended(fault)));
    worker.on("exit", () => failAll(ended()));
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
    inWork: () => waiting.size,
    isBegun: () => thread !== undefined,
    close: async () => void (await thread?.terminate()),
  };
}
