/** Notices that another message was selected: Outlook's two events, a look on focus, and a slow poll; nothing of it while nobody looks. */
import { ask } from "./ask.ts";
import type { OfficeMailbox } from "./office.ts";

/** The page around the pane: in the browser, window and document. */
export interface Surroundings {
  isVisible(): boolean;
  /** Calls back when the pane gains the focus or comes to sight; returns how to stop. */
  onReturn(back: () => void): () => void;
}

export const pollMs = 2_500;
const registerTimeoutMs = 5_000;
/** An event may come before its item is there. */
const soonMs = [100, 300, 1_000];

export function watchSelection(
  box: OfficeMailbox | undefined,
  events: readonly string[],
  surroundings: Surroundings,
  maybeChanged: (isEvent: boolean) => void,
): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** An event came while nobody looked: a message nobody sees is not opened, and not counted as shown. */
  let isMissed = false;
  const onChange = () => {
    if (surroundings.isVisible()) return maybeChanged(true);
    isMissed = true;
  };
  const later = (ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      onChange();
    }, ms);
    timers.add(timer);
  };
  const onEvent = () => {
    onChange();
    if (!isMissed && !box?.item) soonMs.forEach(later);
  };
  // Mailbox.item follows the selection only while a handler is registered, so this comes before everything else.
  for (const event of events)
    void ask<void>((done) => box?.addHandlerAsync?.(event, onEvent, done), registerTimeoutMs);
  let poll: ReturnType<typeof setTimeout> | undefined;
  const wind = () => {
    poll ??= setTimeout(look, pollMs);
  };
  // Nobody looks: the clock stands still until somebody comes back.
  const look = () => {
    poll = undefined;
    if (!surroundings.isVisible()) return;
    maybeChanged(false);
    wind();
  };
  wind();
  const stopReturn = surroundings.onReturn(() => {
    maybeChanged(isMissed);
    isMissed = false;
    wind();
  });
  return () => {
    clearTimeout(poll);
    timers.forEach(clearTimeout);
    stopReturn();
    for (const event of events)
      void ask<void>((done) => box?.removeHandlerAsync?.(event, done), registerTimeoutMs);
  };
}

export function surroundingsOf(scope: Window): Surroundings {
  return {
    isVisible: () => scope.document.visibilityState === "visible",
    onReturn(back) {
      const seen = () => scope.document.visibilityState === "visible" && back();
      scope.addEventListener("focus", back);
      scope.document.addEventListener("visibilitychange", seen);
      return () => {
        scope.removeEventListener("focus", back);
        scope.document.removeEventListener("visibilitychange", seen);
      };
    },
  };
}
