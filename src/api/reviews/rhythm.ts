/** Opens the reviews that have come due; looks every hour, one department after the other, and stops when told to. */
import { v7 } from "uuid";
import { system } from "../store/aliases.ts";
import { type Department, departmentsOf } from "../store/departments.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { openReview } from "./change.ts";
import { reviewRows } from "./rows.ts";
import { nextDue } from "./view.ts";

/** True when one was opened. Two instances at once open one. */
export function openDueReview(store: Store, department: Department, now: number): Promise<boolean> {
  return inTransaction(store, [department.key], async (db) => {
    const rows = await reviewRows(db, department.key);
    if (rows.some(({ closed_at }) => closed_at === null)) return false;
    const dueAt = await nextDue(db, department, rows);
    if (dueAt === null || dueAt > now) return false;
    await openReview(db, { department, review: v7({ msecs: now }), person: system, now });
    return true;
  });
}

export interface RhythmParts {
  store: Store;
  tenants: readonly string[];
  now: () => number;
  everyMs: number;
  onFault: (fault: unknown) => void;
}

export function scheduleReviews({ store, tenants, now, everyMs, onFault }: RhythmParts) {
  let isStopped = false;
  const round = async () => {
    for (const tenant of tenants)
      for (const department of await departmentsOf(store.db, tenant))
        if (!isStopped) await openDueReview(store, department, now());
  };
  let running = round().catch(onFault);
  const timer = setInterval(() => {
    running = running.then(round).catch(onFault);
  }, everyMs).unref();
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
