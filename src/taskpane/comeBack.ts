/** Comes back by itself from what passes by itself: the connection, an API that was away, a pane nobody looked at. */
import type { Outbox } from "./outbox/outbox.ts";
import type { Profile } from "./profile/profile.ts";
import type { Desk } from "./triage/desk.ts";

export interface ComeBackParts {
  desk: Pick<Desk, "retry">;
  outbox: Pick<Outbox, "hurry" | "listen">;
  profile: Pick<Profile, "peek" | "refresh">;
  now: () => number;
  isVisible: () => boolean;
  later: (run: () => void, ms: number) => () => void;
}

export interface ComeBack {
  /** The browser says the connection is back. */
  online(): void;
  /** The pane came to sight, or has the focus again. */
  seen(): void;
  stop(): void;
}

/** The API has had time to say what became of a verdict; many in a row are one question. */
const receiptsAfterMs = 4_000;
/**
 * What was taken back is in no count any more, and what was refused went by newer rules than the pane knows: nothing is to be
 * waited for but more of the same.
 */
const shortlyMs = 250;
const profileOldMs = 300_000;
const retryMs = 15_000;

export function openComeBack(parts: ComeBackParts): ComeBack {
  const { desk, outbox, profile, now, later, isVisible } = parts;
  let askedAt = now();
  let cancelRefresh = () => {};
  let cancelRetry = () => {};
  /** Receipts are due, and nobody was looking. */
  let isOwed = false;

  const refresh = () => {
    askedAt = now();
    isOwed = false;
    void profile.refresh();
  };
  /** Stands still while nobody looks, and is wound again by whoever comes back. */
  const retry = () => {
    if (!isVisible()) return;
    desk.retry();
    wind();
  };
  const wind = () => {
    cancelRetry();
    cancelRetry = later(retry, retryMs);
  };
  const receipts = () => {
    isOwed = true;
    if (isVisible()) refresh();
  };
  const refreshIn = (ms: number) => {
    cancelRefresh();
    cancelRefresh = later(receipts, ms);
  };
  outbox.listen({
    onDelivered: (_, { kind }) => refreshIn(kind === "undone" ? shortlyMs : receiptsAfterMs),
    onRefused: () => refreshIn(shortlyMs),
  });
  wind();
  return {
    online() {
      void outbox.hurry();
      desk.retry();
    },
    seen() {
      desk.retry();
      wind();
      if (isOwed || (profile.peek() && now() - askedAt > profileOldMs)) refresh();
    },
    stop() {
      cancelRefresh();
      cancelRetry();
    },
  };
}
