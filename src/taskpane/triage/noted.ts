/** A reason or note, changed: what is emptied is absent. */
import type { Reason } from "../../triage/verdict.ts";
import type { Said } from "./state.ts";

export interface Noting {
  reason?: Reason | undefined;
  note?: string;
}

export function noted<T extends Said>(said: T, words: Noting): T {
  const { reason: oldReason, note: oldNote, ...rest } = said;
  const reason = "reason" in words ? words.reason : oldReason;
  const note = words.note ?? oldNote;
  return { ...rest, ...(reason ? { reason } : {}), ...(note ? { note } : {}) } as T;
}
