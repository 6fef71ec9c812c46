/** The training thread's own side: one task after the other, each answered under its number. */
import { parentPort } from "node:worker_threads";
import { makeWork, type Task } from "./trainingWork.ts";

const work = makeWork();

parentPort!.on("message", ({ number, task }: { number: number; task: Task }) => {
  try {
    const done = work(task);
    parentPort!.postMessage({ number, done }, [done.bytes.buffer]);
  } catch (fault) {
    parentPort!.postMessage({ number, fault: (fault as Error).name });
  }
});
