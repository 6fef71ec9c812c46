/** The API's side of the scanning thread: whatever reads many stored rows never holds up a request. */
import { Refusal } from "../refusal.ts";
import { asThrown, makeThread } from "../thread.ts";
import type { StoredFeedback } from "./schema.ts";

export type ScanTask =
  | { kind: "read"; sql: string; parameters: readonly unknown[] }
  | { kind: "count"; rows: readonly StoredFeedback[]; kinds: readonly string[] };

export interface Scanning {
  run<T>(task: ScanTask): Promise<T>;
  close(): Promise<void>;
}

/** More than this many at once would only wait for each other. */
const mostWaiting = 32;

/** `file` as a libsql address that cannot write; absent where the thread only counts. Begins with the first task. */
export function startScanning(file?: string): Scanning {
  const thread = makeThread<ScanTask>({
    file: new URL("./scanThread.mjs", import.meta.url),
    workerData: { file },
    ended: (broken) => broken ?? new Error("the scanning thread ended"),
    failed: asThrown,
  });
  return {
    async run(task) {
      if (thread.inWork() >= mostWaiting) throw new Refusal("overloaded", { retryAfter: 5 });
      return thread.run(task);
    },
    close: thread.close,
  };
}
