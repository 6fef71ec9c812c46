/** The page of the storyboard: draws one scene after the other, in any language and theme, when asked to. */
import { createRoot, type Root } from "react-dom/client";
import type { Theme } from "../../outlook/theme.ts";
import { themeOf } from "../Frame.tsx";
import { languageFrom, loadTexts } from "../locales/catalogue.ts";
import { type Words, wordsOf } from "../words.tsx";
import { pseudoWords } from "./pseudo.ts";
import { sceneNames, sceneOf } from "./scenes/rooms.ts";

export interface Storyboard {
  names: readonly string[];
  show(scene: string, language: string, theme: Theme): Promise<void>;
  /** The drawn scene in the colours of a theme, without anything else of it changing. */
  dye(theme: Theme): void;
}

declare global {
  interface Window {
    storyboard: Storyboard;
  }
}

const waitMs = 5_000;

/** The element, as soon as it is there. */
async function found(selector: string): Promise<HTMLElement> {
  const until = performance.now() + waitMs;
  while (performance.now() < until) {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`The storyboard found no ${selector}.`);
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function wordsIn(wanted: string): Promise<Words> {
  if (wanted === "pseudo") return pseudoWords();
  const language = languageFrom([wanted]);
  return wordsOf(language, await loadTexts(language));
}

let root: Root | undefined;

window.storyboard = {
  names: sceneNames,
  dye(theme) {
    // Inherited colours would fade over, one element after the other.
    for (const { style } of document.querySelectorAll<HTMLElement>("#root *"))
      style?.setProperty("transition", "none", "important");
    const provider = document.querySelector<HTMLElement>(".fui-FluentProvider");
    for (const [name, value] of Object.entries(themeOf(theme)))
      provider?.style.setProperty(`--${name}`, String(value));
  },
  async show(name, language, theme) {
    const scene = sceneOf(name);
    const words = await wordsIn(language);
    root?.unmount();
    root = createRoot(document.getElementById("root")!);
    root.render(scene.draw({ words, theme }));
    await frame();
    for (const selector of scene.press ?? []) {
      (await found(selector)).click();
      await frame();
    }
    if (scene.until) await found(scene.until);
    (document.activeElement as HTMLElement | null)?.blur();
    await document.fonts.ready;
    scrollTo(0, 0);
    await frame();
    await frame();
  },
};
