/** Whether Enter belongs to what has the focus right now, such as a tab: then it confirms nothing, and the number does. */
import { useSyncExternalStore } from "react";
import { takesEnter } from "./shortcuts.ts";

export const useTakesEnter = (): boolean =>
  useSyncExternalStore(watchFocus, () => takesEnter(document.activeElement));

function watchFocus(changed: () => void): () => void {
  document.addEventListener("focusin", changed);
  document.addEventListener("focusout", changed);
  return () => {
    document.removeEventListener("focusin", changed);
    document.removeEventListener("focusout", changed);
  };
}
