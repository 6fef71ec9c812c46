/** The API's side of the writing thread: what a batch needs is read there, and what it changes is committed there. */
import { asThrown, makeThread } from "../thread.ts";

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

/** Whoever waited cannot know whether it was written; what is sent again is taken in once. */
const ended = () => Object.assign(new Error("the writing thread ended"), { code: "SQLITE_IOERR_THREAD" });

/** `pragmas` as on every other connection to the file. Begins with the first batch. */
export function startWriting(file: string, pragmas: readonly string[]): Writing {
  const thread = makeThread<Task>({
    file: new URL("./writerThread.mjs", import.meta.url),
    workerData: { file, pragmas },
    ended,
    failed: asThrown,
  });
  return {
    read: (reads) => thread.run({ kind: "read", reads }),
    write: async (steps, since) =>
      !(await thread.run<{ isStale: boolean }>({ kind: "write", steps, since })).isStale,
    close: async () => {
      if (!thread.isBegun()) return;
      await thread.run({ kind: "close" });
      await thread.close();
    },
  };
}
