/** The API's side of the training thread: learning never holds up a request. */
import { makeThread } from "../thread.ts";
import type { Done, Task } from "./trainingWork.ts";

export interface Training {
  /** Rejects when the task failed or the thread ended. */
  run(task: Task): Promise<Done>;
  close(): Promise<void>;
}

export const startTraining = (): Training =>
  makeThread<Task, string>({
    file: new URL("./trainingThread.mjs", import.meta.url),
    ended: (broken) => broken ?? new Error("the training thread ended"),
    failed: (fault) => new Error(`the training thread failed: ${fault}`),
  });
