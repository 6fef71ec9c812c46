/** A database file found damaged while it is in use: that does not pass by itself, so the instance stays unready until it is restored. */
import type { Store } from "./store.ts";

const damaged = new WeakSet<Store>();

const isDamage = ({ code }: { code?: unknown }): boolean =>
  typeof code === "string" && /^SQLITE_(CORRUPT|NOTADB)/.test(code);

/** Hears a fault; true when it is the first that tells of damage. */
export function noteDamage(store: Store, fault: object): boolean {
  if (!isDamage(fault) || damaged.has(store)) return false;
  damaged.add(store);
  return true;
}

export const isDamaged = (store: Store): boolean => damaged.has(store);
