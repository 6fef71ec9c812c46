/** One thing to deliver, and which of several may be delivered next. */
import type { MoveRequest } from "../../triage/department.ts";
import type { FailureCode } from "../../triage/failure.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { VerdictRequest } from "../../triage/verdict.ts";

export type Delivery =
  | { readonly kind: "verdict"; readonly request: VerdictRequest }
  | { readonly kind: "undo"; readonly feedbackId: string }
  /** Back: it takes an earlier move back, whose id is the entry's prediction. */
  | { readonly kind: "move"; readonly request: MoveRequest; readonly isBack?: true };

/** What is kept until the API has stored it: ids, hashes and the verdict; no subject, no body, no address. */
export interface Entry {
  /** A second entry of the same id is the same entry. */
  readonly id: string;
  /** Sorts by time of making. */
  readonly order: string;
  /** Entries of one message go one after the other. */
  readonly lane: string;
  readonly predictionId: string;
  readonly departmentId: string;
  /** Must be delivered first: the API does not know the prediction's id yet. */
  readonly opening?: PredictionRequest;
  readonly delivery: Delivery;
  /** The verdict this is only a newer wording of. */
  readonly rewords?: string;
  readonly tries: number;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly refused?: FailureCode;
}

export const idOf = (delivery: Delivery): string => {
  if (delivery.kind === "verdict") return delivery.request.feedbackId;
  return delivery.kind === "undo" ? `undo:${delivery.feedbackId}` : `move:${delivery.request.moveId}`;
};

export const inOrder = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));

/** The oldest entry that may go now: first of its lane, its waiting time over. */
export function nextOf(entries: readonly Entry[], now: number): Entry | undefined {
  const seen = new Set<string>();
  return inOrder(entries)
    .filter((entry) => entry.refused === undefined)
    .find((entry) => {
      if (seen.has(entry.lane)) return false;
      seen.add(entry.lane);
      return entry.notBefore <= now || entry.notBefore > now + farthestMs;
    });
}

/** Said after all of these, also by a clock that was put back since; one message's entries must not change places. */
export function orderAfter(entries: readonly Entry[], id: string): string {
  const last = inOrder(entries).at(-1)?.order ?? "";
  return id > last ? id : `${last}.${id}`;
}

const firstWaitMs = 1_000;
export const longestWaitMs = 60_000;
/** Nobody is asked to wait for longer: what says so was written by a clock that was put back since. */
const farthestMs = 3_600_000;

/** Doubles up to a minute; half of it by chance, so that a thousand panes do not come back at once. */
export function waitMs(tries: number, retryAfterS: number | undefined, random: () => number): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 10));
  return Math.min(farthestMs, Math.max(full * (0.5 + random() / 2), (retryAfterS ?? 0) * 1_000));
}
