/** What a person set on this computer: appearance and language; forgotten where storage is blocked. */
import type { ThemeSetting } from "../../outlook/theme.ts";
import { type PaneLanguage, paneLanguages } from "../locales/catalogue.ts";

export interface Settings {
  readonly theme: ThemeSetting;
  readonly language: PaneLanguage | "auto";
}

const key = "concord-settings";
const themes: readonly ThemeSetting[] = ["auto", "light", "dark"];
export const defaultSettings: Settings = { theme: "auto", language: "auto" };

export function readSettings(storage: () => Pick<Storage, "getItem">): Settings {
  try {
    const kept = JSON.parse(storage().getItem(key) ?? "{}") as Partial<Settings>;
    return {
      theme: themes.find((theme) => theme === kept.theme) ?? "auto",
      language: paneLanguages.find((language) => language === kept.language) ?? "auto",
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
