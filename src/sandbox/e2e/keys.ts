/** The keyboard of a person in front of Outlook: real key presses into the pane, and where the focus is after each. */
import type { Frame, Page } from "playwright-core";
import type { SandboxControl } from "../web/control.ts";
import { heardLast } from "./account.ts";
import { type Outlook, until } from "./outlook.ts";

type SandboxWindow = Window & { sandbox: SandboxControl };

export interface Focused {
  tag: string;
  /** What a screen reader would call it. */
  name: string;
  /** Where the person sees it. */
  isInSight: boolean;
  /** Width and height of what is pressed, CSS pixels. */
  size: readonly [number, number];
}

/** Runs in the pane. */
function focused(): Focused | undefined {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return undefined;
  const target = element.matches("input[type=radio]") ? (element.closest("label") ?? element) : element;
  const isSaid = (node: Node) => !(node instanceof Element && node.getAttribute("aria-hidden") === "true");
  // A field is called by its label, not by what is in it.
  const [label] = (element as HTMLInputElement).labels ?? [];
  const words = [...(label ?? target).childNodes]
    .filter(isSaid)
    .map(({ textContent }) => textContent ?? "")
    .join("");
  const box = target.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    tag: element.tagName.toLowerCase(),
    name: (element.getAttribute("aria-label") ?? words).trim(),
    isInSight: middle !== null && (target.contains(middle) || middle.contains(target)),
    size: [Math.round(box.width), Math.round(box.height)],
  };
}

/** Runs in the pane: something of it has the focus. */
const isEntered = () => document.hasFocus() && document.activeElement !== document.body;

const mostAttempts = 10;

export interface Keys {
  /** As F6 in Outlook: the focus comes into the pane. */
  enter(): Promise<void>;
  press(key: string): Promise<void>;
  /** Into the pane, and this key there: again where the browser gave it to Outlook's page, so that the pane never heard it. */
  enterAndPress(key: string): Promise<void>;
  /** The focus is on nothing in particular, as after a click into the pane's text. */
  blur(): Promise<void>;
  focused(): Promise<Focused | undefined>;
  /** Tabs until something with this name has the focus. */
  tabTo(name: string | RegExp, most?: number): Promise<Focused>;
  /** Everything Tab comes by until the focus has left the pane. */
  walk(most?: number): Promise<Focused[]>;
}

export function keysOf(outlook: Outlook): Keys {
  const { page } = outlook;
  const inPane = async <T>(work: (frame: Frame) => Promise<T>) => work(await outlook.pane());
  const isInPane = () => page.evaluate(() => document.activeElement?.tagName === "IFRAME");
  const keys: Keys = {
    async enter() {
      // A mail's own frame, while it loads, can take the focus away once more (seen in one of five hundred); a hostile one never ends.
      const isLoaded = (frame: Frame) => frame.waitForLoadState("load", { timeout: 3_000 });
      await Promise.all(page.frames().map((frame) => isLoaded(frame).catch(() => undefined)));
      for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        await keys.blur();
        await page.evaluate(() => (window as unknown as SandboxWindow).sandbox.focusPane("before"));
        // Outlook tells the pane by a message, which a busy machine delivers when it comes to it.
        const isIn = () => inPane((frame) => frame.evaluate(isEntered));
        await until(isIn, "F6 leads into the pane", 3_000).catch(() => undefined);
        await settle(page);
        if (await isIn()) return;
      }
      throw new Error(`F6 never led into the pane.\n${await outlook.account()}`);
    },
    async press(key) {
      await page.keyboard.press(key);
      await settle(page);
    },
    async enterAndPress(key) {
      const heard = () => inPane((frame) => frame.evaluate(heardLast));
      for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        await keys.enter();
        const before = await heard();
        await keys.press(key);
        if ((await heard()) !== before) return;
      }
      throw new Error(`The pane never heard ${key}.\n${await outlook.account()}`);
    },
    blur: () =>
      inPane((frame) => frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())),
    focused: () => inPane((frame) => frame.evaluate(focused)),
    async tabTo(name, most = 40) {
      const passed: string[] = [];
      for (let step = 0; step < most; step++) {
        const at = await keys.focused();
        if (at && (typeof name === "string" ? at.name === name : name.test(at.name))) return at;
        passed.push(at?.name ?? "–");
        await keys.press("Tab");
      }
      throw new Error(`Tab never came to ${name}: ${passed.join(" | ")}`);
    },
    async walk(most = 60) {
      const seen: Focused[] = [];
      for (let step = 0; step < most && (await isInPane()); step++) {
        const at = await keys.focused();
        if (at) seen.push(at);
        await keys.press("Tab");
      }
      return seen;
    },
  };
  return keys;
}

/** Two frames: the library answers a key within one, and React draws in the next. */
const settle = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
