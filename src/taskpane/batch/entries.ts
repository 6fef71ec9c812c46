/** What the outbox is given for a group: one verdict for each message inside, or the undo of one. */
import type { NewEntry } from "../outbox/outbox.ts";
import type { BatchState, Group, Ready } from "./state.ts";

const longestMs = 86_400_000;
const mostPresses = 1_000;

interface Said {
  newId: () => string;
  /** Epoch milliseconds. */
  at: number;
  /** Since the last answer of this batch. */
  presses: number;
}

/** One verdict for each message inside; the time looked at is shared evenly. */
export function confirmed(
  { inside, call }: Group,
  { opened, shownAt }: BatchState,
  { newId, at, presses }: Said,
): { id: string; feedbackId: string; entry: NewEntry }[] {
  const each = Math.round(Math.max(0, at - shownAt) / inside.length);
  const batch = { members: inside.length, opened: inside.filter(({ id }) => opened.includes(id)).length };
  return inside.map(({ id, standing }) => {
    const feedbackId = newId();
    const request = {
      feedbackId,
      messageRef: standing.messageRef,
      verdict: { kind: "holds" as const, ...call },
      presses: Math.min(presses, mostPresses),
      handlingMs: Math.min(each, longestMs),
      decidedAt: at,
      batch,
    };
    return { id, feedbackId, entry: { ...placeOf(standing), delivery: { kind: "verdict", request } } };
  });
}

export const takenBack = (of: Ready, feedbackId: string): NewEntry => ({
  ...placeOf(of),
  delivery: { kind: "undo", feedbackId },
});

const placeOf = ({ messageRef, predictionId, departmentId }: Ready) => ({
  lane: messageRef,
  predictionId,
  departmentId,
});
