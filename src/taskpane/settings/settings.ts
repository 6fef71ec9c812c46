/** What a person set, and which hints they have seen, on this computer; forgotten where storage is blocked. */
import type { ThemeSetting } from "../../outlook/theme.ts";
import { type PaneLanguage, paneLanguages } from "../locales/catalogue.ts";

export interface Settings {
  readonly theme: ThemeSetting;
  readonly language: PaneLanguage | "auto";
  /** How many of the first steps have been read; skipping reads them all. */
  readonly stepsRead: number;
  /** The hint to pin the pane is over: pinning was seen to work, or the hint was closed. */
  readonly isPinKnown: boolean;
}

const key = "concord-settings";
export const allSteps = 3;
const themes: readonly ThemeSetting[] = ["auto", "light", "dark"];
/** Where nothing can be kept, the hints would come back with every opening: better none. */
export const defaultSettings: Settings = {
  theme: "auto",
  language: "auto",
  stepsRead: allSteps,
  isPinKnown: true,
};

type Kept = Partial<Record<keyof Settings, unknown>>;
const isKept = (value: unknown): value is Kept => typeof value === "object" && value !== null;

export function readSettings(storage: () => Pick<Storage, "getItem" | "setItem">): Settings {
  try {
    const text = storage().getItem(key) ?? "{}";
    storage().setItem(key, text);
    const kept: unknown = JSON.parse(text);
    if (!isKept(kept)) return defaultSettings;
    const { stepsRead } = kept;
    return {
      theme: themes.find((theme) => theme === kept.theme) ?? "auto",
      language: paneLanguages.find((language) => language === kept.language) ?? "auto",
      stepsRead: typeof stepsRead === "number" && stepsRead >= 0 ? Math.min(stepsRead, allSteps) : 0,
      isPinKnown: kept.isPinKnown === true,
    };
  } catch {
    return defaultSettings;
  }
}

export function keepSettings(storage: () => Pick<Storage, "setItem">, settings: Settings): void {
  try {
    storage().setItem(key, JSON.stringify(settings));
  } catch {
    // Blocked storage: the setting lasts as long as the pane.
  }
}
