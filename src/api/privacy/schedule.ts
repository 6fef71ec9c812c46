/** Keeps the promises about data in the background: retention in every department, and erasures that were not finished. */
import { departmentsOf } from "../store/departments.ts";
import { noteKeyUse } from "../store/keyUse.ts";
import type { Store } from "../store/store.ts";
import { resumeErasures } from "./erasure.ts";
import { overwriteDeleted } from "./overwrite.ts";
import { forgetAbsent, keptSince, retain } from "./retention.ts";

export interface ProtectionParts {
  store: Store;
  /** of the key that names new messages */
  keyPrint: string;
  tenants: readonly string[];
  now: () => number;
  everyMs: number;
  onFault: (fault: unknown) => void;
}

export interface Schedule {
  /** Resolves when the transaction in work is done. */
  stop(): Promise<void>;
}

/** One organisation after the other, closed departments too. */
export async function protectOnce(
  { store, tenants, now }: Omit<ProtectionParts, "everyMs" | "onFault" | "keyPrint">,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let deleted = 0;
  for (const tenant of tenants) {
    await resumeErasures(store, tenant, now, isStopped);
    const departments = await departmentsOf(store.db, tenant, { closedToo: true });
    for (const department of departments) {
      if (isStopped()) return;
      deleted += (await retain(store, department, now(), { isStopped })).messages;
    }
    if (departments.length > 0)
      await forgetAbsent(store, tenant, Math.min(...departments.map((one) => keptSince(one, now()))));
  }
  if (deleted > 0) await overwriteDeleted(store);
}

const firstAfterMs = 30_000;

export function scheduleProtection(parts: ProtectionParts): Schedule {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    const noted = noteKeyUse(parts.store.db, parts.tenants, parts.keyPrint, parts.now());
    running = noted
      .then(() => protectOnce(parts, () => isStopped))
      .catch(parts.onFault)
      .then(() => {
        if (!isStopped) timer = setTimeout(run, parts.everyMs).unref();
      });
  };
  timer = setTimeout(run, Math.min(firstAfterMs, parts.everyMs)).unref();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
