/** Binds the keys to what is on screen, for as long as it is there. */
import { useEffect, useRef } from "react";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import { choicesFor } from "./choicesFor.ts";
import { isComposing, type Shortcut, shortcutOf } from "./shortcuts.ts";
import type { Screen } from "./state.ts";
import type { TriageActions } from "./TriageScreen.tsx";

export interface Bindings {
  screen: Screen;
  taxonomy: TaxonomyView | undefined;
  actions: Pick<TriageActions, "choose" | "unsure" | "undo">;
  onMore(): void;
  onHelp(): void;
  /** Closes what is unfolded; nothing is. */
  onEscape: (() => void) | undefined;
}

export function useShortcuts(bindings: Bindings): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { onEscape } = latest.current;
      if (event.key === "Escape" && onEscape && !isComposing(event)) {
        // Office.js would take the focus out of the pane.
        event.stopPropagation();
        return onEscape();
      }
      const shortcut = shortcutOf(event);
      if (shortcut && carryOut(shortcut, latest.current)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** False: the key means nothing on this screen. */
function carryOut(shortcut: Shortcut, { screen, taxonomy, actions, onMore, onHelp }: Bindings): boolean {
  if (shortcut.does === "help") return done(onHelp);
  if (shortcut.does === "undo") return done(actions.undo);
  if (!("question" in screen) || !taxonomy) return false;
  if (shortcut.does === "unsure") return done(actions.unsure);
  if (shortcut.does === "more") return done(onMore);
  if (shortcut.does === "priority") return done(() => actions.choose({ priority: shortcut.priority }));
  if (shortcut.does !== "choice") return false;
  // Enter confirms what the model said; where it says nothing, nothing is confirmed by accident.
  if (shortcut.isConfirm && screen.kind !== "predicted") return false;
  const category = choicesFor(screen, taxonomy).shown[shortcut.index];
  return category ? done(() => actions.choose({ category: category.id })) : false;
}

const done = (act: () => void): true => {
  act();
  return true;
};
