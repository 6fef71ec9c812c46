/** Comes back by itself from what passes by itself: the connection, an API that was away, a pane nobody looked at. */
import { passesByItself } from "../triage/failure.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Profile } from "./profile/profile.ts";
import type { Desk } from "./triage/desk.ts";
import type { Screen } from "./triage/state.ts";

export interface ComeBackParts {
  desk: Pick<Desk, "state" | "reopen">;
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
const profileOldMs = 300_000;
const retryMs = 15_000;

/** An answer that was begun is never taken away. */
const isUntouched = (screen: Screen) =>
  screen.kind === "unpredicted" && screen.why !== "modelUnavailable" && screen.question.draft.presses === 0;
const maySucceedNow = (screen: Screen) =>
  isUntouched(screen) ||
  (screen.kind === "fault" && passesByItself(screen.failure.code)) ||
  // The API's clock or keys may be what was wrong; whether Outlook knows the person does not pass.
  (screen.kind === "signInNeeded" && screen.failure.code.startsWith("token_"));

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
  const tryAgain = () => {
    if (maySucceedNow(desk.state().screen)) desk.reopen();
  };
  /** Stands still while nobody looks, and is wound again by whoever comes back. */
  const retry = () => {
    if (!isVisible()) return;
    tryAgain();
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
  const refreshSoon = () => {
    cancelRefresh();
    cancelRefresh = later(receipts, receiptsAfterMs);
  };
  outbox.listen({ onDelivered: refreshSoon, onRefused() {} });
  wind();
  return {
    online() {
      void outbox.hurry();
      tryAgain();
    },
    seen() {
      tryAgain();
      wind();
      if (isOwed || (profile.peek() && now() - askedAt > profileOldMs)) refresh();
    },
    stop() {
      cancelRefresh();
      cancelRetry();
    },
  };
}
