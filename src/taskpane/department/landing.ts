/** Coming to a page for one thing on it: that thing is brought into sight and gets the focus, once. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type RefCallback, useCallback } from "react";

export type Landing =
  /** the review is opened */
  | { on: "review"; review: string }
  /** the same, at one of its decisions */
  | { on: "decision"; review: string; decision: string }
  /** the way to begin a review */
  | { on: "prepare" }
  | { on: "objective"; objective: string }
  | { on: "corrections" | "proposals" | "version" | "versions" | "merging" | "reason" };

/** What is drawn again later, after a change say, does not take the focus a second time. */
const landed = new WeakSet<Landing>();

/** @param landing what somebody came for, where this is it; the element has to be able to take the focus */
export function useLanding<E extends HTMLElement>(landing: Landing | undefined): RefCallback<E> {
  return useCallback(
    (element: E | null) => {
      if (!element || !landing || landed.has(landing)) return;
      landed.add(landing);
      element.focus();
      stayInSight(element);
    },
    [landing],
  );
}

/** What is loaded above it later would push it away; whoever moves on by themselves is not held back. */
function stayInSight(element: HTMLElement): void {
  const room = element.closest("main")?.firstElementChild;
  if (!room || typeof ResizeObserver === "undefined") return;
  const until = new AbortController();
  const observer = new ResizeObserver(() => element.scrollIntoView({ block: "nearest" }));
  observer.observe(room);
  until.signal.addEventListener("abort", () => observer.disconnect());
  for (const move of ["wheel", "pointerdown", "keydown", "touchmove"])
    window.addEventListener(move, () => until.abort(), { signal: until.signal, passive: true });
  element.addEventListener("blur", () => until.abort(), { signal: until.signal });
}

/** Where the eye should go, also when nobody has touched a key. */
export const useLandingStyles = makeStyles({
  place: {
    ":focus": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
});
