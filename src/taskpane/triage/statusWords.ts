/** The status line's one sentence. */
import type { Texts } from "../locales/en.ts";
import type { OutboxStatus } from "../outbox/outbox.ts";

export interface Standing {
  status: OutboxStatus;
  isOnline: boolean;
  /** Something was answered in this pane: what is open, or what was said of another message before it. */
  saved: "this" | { what: string } | undefined;
}

export interface StatusSaid {
  kind: "quiet" | "saving" | "saved" | "waiting" | "offline";
  text: string;
}

export function statusWords({ status, isOnline, saved }: Standing, t: Texts): StatusSaid {
  if (status.waiting > 0 && !status.isDurable) return { kind: "waiting", text: t.notKept };
  if (status.waiting > 0 && (!isOnline || status.failure))
    return { kind: "waiting", text: `${t.savedHereShort} · ${t.waiting(status.waiting)}` };
  if (status.waiting > 0) return { kind: "saving", text: t.saving };
  if (!isOnline) return { kind: "offline", text: t.failures.offline };
  if (saved === undefined) return { kind: "quiet", text: "" };
  return { kind: "saved", text: saved === "this" ? t.saved : saved.what };
}
