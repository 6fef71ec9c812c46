/** A pane under a contrast theme, as near as a page gets by itself: only a system can switch forced colours on. */
import { teamsHighContrastTheme } from "@fluentui/react-components";
import type { FrameOrders } from "../frameName.ts";
import { letterIn, type ToPane } from "../sideChannel.ts";

const forced = "(forced-colors: active)";

/** Fluent's own contrast colours in the place of the pane's, and system colours on dark. */
const colours = Object.entries(teamsHighContrastTheme)
  .filter(([name]) => name.startsWith("color"))
  .map(([name, value]) => `--${name}: ${value} !important`);
const rules = `:root { color-scheme: dark } .fui-FluentProvider { ${colours.join("; ")} }`;

/** Griffel keeps the rules of each media query in a style element that names it; these hold while the theme does. */
export function forceColours(target: Window & typeof globalThis, orders: FrameOrders): void {
  const { document } = target;
  const sheet = new target.CSSStyleSheet();
  sheet.replaceSync(rules);
  let isForced = orders.theme === "contrast";
  const held = new Set<HTMLStyleElement>();
  const dress = () => {
    for (const style of document.head.querySelectorAll("style"))
      if (style.media.includes(forced)) held.add(style);
    for (const style of held) style.media = isForced ? "all" : forced;
    document.adoptedStyleSheets = isForced ? [sheet] : [];
  };
  const watch = () => {
    dress();
    new target.MutationObserver(dress).observe(document.head, { childList: true });
  };
  // A browser test's prelude runs before there is a head.
  if (document.head) watch();
  else document.addEventListener("readystatechange", watch, { once: true });
  target.addEventListener("message", ({ data, origin }) => {
    const letter = origin === orders.hostOrigin ? letterIn<ToPane>(data) : undefined;
    if (letter?.about !== "theme" || !document.head) return;
    isForced = letter.theme === "contrast";
    dress();
  });
}
