/** The training thread's own side: one task after the other, each answered under its number. */
import { parentPort } from "node:worker_threads";
import { stepBack } from "../stepBack.ts";
import { type Task, work } from "./trainingWork.ts";

let isBehind = false;

/** A version can wait; a department's first model, without which nothing is predicted, is made before. */
function giveWayTo({ kind }: Task): void {
  if (kind !== "train" || isBehind) return;
  isBehind = true;
  stepBack();
}

parentPort!.on("message", ({ number, task }: { number: number; task: Task }) => {
  try {
    giveWayTo(task);
    const done = work(task);
    parentPort!.postMessage({ number, done }, [done.bytes.buffer]);
  } catch (fault) {
    parentPort!.postMessage({ number, fault: (fault as Error).name });
  }
});
