/** Which key does what, while the pane has the focus and nobody is typing. */
import type { Priority } from "../../triage/taxonomy.ts";

export type Shortcut =
  | { does: "choice"; index: number; isConfirm: boolean }
  | { does: "priority"; priority: Priority }
  | { does: "unsure" | "undo" | "more" | "help" };

export const priorityKeys: Record<Priority, string> = { low: "L", normal: "N", high: "H", urgent: "U" };
export const otherKeys = { unsure: "S", undo: "Z", more: "M", help: "?" } as const;

const letters: Record<string, Shortcut> = {
  l: { does: "priority", priority: "low" },
  n: { does: "priority", priority: "normal" },
  h: { does: "priority", priority: "high" },
  u: { does: "priority", priority: "urgent" },
  s: { does: "unsure" },
  z: { does: "undo" },
  m: { does: "more" },
  "?": { does: "help" },
};

interface Pressed {
  key: string;
  /** The place on the keyboard: for those whose letters are not Latin. */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  keyCode: number;
  target: EventTarget | null;
}

const typing = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]";
/** These answer Enter themselves. */
const pressable = "button, a[href], summary, [role=option], [role=tab]";

/** Of the button that confirms: its number does the same wherever the focus is, Enter only where nothing else answers it. */
export const confirmKeys = ["Enter", "1"] as const;
const confirmShortcuts = confirmKeys.join(" ");

export const takesEnter = (focused: Element | null): boolean =>
  isIn(focused, pressable) && focused?.getAttribute("aria-keyshortcuts") !== confirmShortcuts;

const byInputMethod = 229;

/** A letter is still being put together: the key belongs to the input method, also where Safari says so by its number alone. */
export const isComposing = (pressed: Pick<Pressed, "isComposing" | "keyCode">): boolean =>
  pressed.isComposing || pressed.keyCode === byInputMethod;

const isIn = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

export function shortcutOf(pressed: Pressed): Shortcut | undefined {
  if (isComposing(pressed) || pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.repeat)
    return undefined;
  if (isIn(pressed.target, typing)) return undefined;
  if (pressed.key === "Enter")
    return isIn(pressed.target, pressable) ? undefined : { does: "choice", index: 0, isConfirm: true };
  if (/^[1-9]$/.test(pressed.key))
    return { does: "choice", index: Number(pressed.key) - 1, isConfirm: false };
  const isLatin = /^[\u0020-\u024f]$/.test(pressed.key);
  return letters[isLatin ? pressed.key.toLowerCase() : pressed.code.replace(/^Key/, "").toLowerCase()];
}
