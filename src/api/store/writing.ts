/** The API's side of the writing thread: what a batch needs is read there, and what it changes is committed there. */
import { Worker } from "node:worker_threads";

export interface Read {
  text: string;
  values: readonly unknown[];
}

/** One statement, once for each row of its values. */
export interface Step {
  text: string;
  rows: unknown[][];
}

export interface Writing {
  /** All answered of one moment, whose number is the `version`. */
  read(reads: readonly Read[]): Promise<{ version: number; rows: unknown[][] }>;
  /** Durable when it resolves with true; with false nothing was written, since somebody else has written after `since`. */
  write(steps: readonly Step[], since: number): Promise<boolean>;
  close(): Promise<void>;
}

type Task =
  | { kind: "read"; reads: readonly Read[] }
  | { kind: "write"; steps: readonly Step[]; since: number }
  | { kind: "close" };

interface Waiting {
  done: (value: never) => void;
  fail: (fault: Error) => void;
}

/** Whoever waited cannot know whether it was written; what is sent again is taken in once. */
const ended = () => Object.assign(new Error("the writing thread ended"), { code: "SQLITE_IOERR_THREAD" });

/** `pragmas` as on every other connection to the file. Begins with the first batch. */
export function startWriting(file: string, pragmas: readonly string[]): Writing {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;
  const failAll = () => {
    thread = undefined;
    for (const { fail } of waiting.values()) fail(ended());
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(new URL("./writerThread.mjs", import.meta.url), {
      execArgv: [],
      workerData: { file, pragmas },
    });
    worker.on("message", ({ number, done, fault }) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (fault) one?.fail(Object.assign(new Error(fault.message), fault));
      else one?.done(done as never);
      if (waiting.size === 0) worker.unref();
    });
    worker.on("error", failAll);
    worker.on("exit", failAll);
    return worker;
  };
  const run = <T>(task: Task): Promise<T> =>
    new Promise((done, fail) => {
      thread ??= begin();
      const number = ++count;
      waiting.set(number, { done, fail });
      thread.ref();
      thread.postMessage({ number, task });
    });
  return {
    read: (reads) => run({ kind: "read", reads }),
    write: async (steps, since) =>
      !(await run<{ isStale: boolean }>({ kind: "write", steps, since })).isStale,
    close: async () => {
      if (!thread) return;
      const worker = thread;
      await run({ kind: "close" });
      await worker.terminate();
    },
  };
}
