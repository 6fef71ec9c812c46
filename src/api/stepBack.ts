/** Lets a thread give way to those that answer requests: it gets a quarter of a core that both want, and all of an idle one. */
import { readlinkSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import { basename } from "node:path";

const behind = 5;
const ownThread = () => Number(basename(readlinkSync("/proc/thread-self")));

/** For the rest of the calling thread's life. Does nothing where the system knows no priorities of threads (only Linux does). */
export function stepBack(): void {
  try {
    const own = ownThread();
    setPriority(own, Math.max(behind, getPriority(own)));
  } catch {}
}
