/** The training thread's own side: one task after the other, each answered under its number. */
import { parentPort } from "node:worker_threads";
import { type Task, work } from "./trainingWork.ts";

parentPort!.on("message", ({ number, task }: { number: number; task: Task }) => {
  try {
    const done = work(task);
    parentPort!.postMessage({ number, done }, [done.bytes.buffer]);
  } catch (fault) {
    parentPort!.postMessage({ number, fault: (fault as Error).name });
  }
});
