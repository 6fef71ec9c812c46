/** Into the store, all of it or nothing: one transaction for the messages and the entry in the audit log. */
import { messageKeyOf, type TenantKeys } from "../keys.ts";
import { featureBytes } from "../predictors/featureBytes.ts";
import { noteForgotten } from "../privacy/forgetting.ts";
import { system } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import type { Department } from "../store/departments.ts";
import { keepImported, removeImported } from "../store/imported.ts";
import { inTransaction, type Store } from "../store/store.ts";
import type { Ready } from "./checked.ts";

/** Answers how many messages were new or labelled otherwise than before. */
export function keepReady(
  store: Store,
  { key }: Department,
  keys: TenantKeys,
  ready: readonly Ready[],
  now: number,
): Promise<number> {
  const rows = ready.map(({ ref, features, category, priority, receivedAt }) => ({
    message_key: messageKeyOf(keys, key, ref),
    category,
    priority,
    features: featureBytes(features),
    received_at: Math.min(receivedAt ?? now, now),
    stored_at: now,
  }));
  return inTransaction(store, [key], async (db) => {
    const kept = await keepImported(db, key, rows);
    await record(db, key, { at: now, person: system, action: "importMail", subject: `${kept} messages` });
    return kept;
  });
}

/** Takes every imported message out again; the learning job at once makes a version without them. */
export function removeAll(store: Store, { key }: Department, now: number): Promise<number> {
  return inTransaction(store, [key], async (db) => {
    const { removed, wasLearned } = await removeImported(db, key);
    if (wasLearned) await noteForgotten(db, key, now);
    await record(db, key, {
      at: now,
      person: system,
      action: "removeImported",
      subject: `${removed} messages`,
    });
    return removed;
  });
}
