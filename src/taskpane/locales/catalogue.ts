/** Finds the reader's language and loads its texts; English is always at hand. */
import { en, type Texts } from "./en.ts";

/** Each other language is a chunk of its own. */
const loaders = {
  en: async () => en,
  de: async () => (await import("./de.ts")).de,
  fr: async () => (await import("./fr.ts")).fr,
  es: async () => (await import("./es.ts")).es,
  pt: async () => (await import("./pt.ts")).pt,
  ja: async () => (await import("./ja.ts")).ja,
  ar: async () => (await import("./ar.ts")).ar,
} satisfies Record<string, () => Promise<Texts>>;

export type PaneLanguage = keyof typeof loaders;
export const paneLanguages = Object.keys(loaders) as PaneLanguage[];

/** How each language calls itself. */
export const languageNames: Record<PaneLanguage, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  pt: "Português (Brasil)",
  ja: "日本語",
  ar: "العربية",
};

/** The first of the wanted languages (`de-AT`, `fr`) that is spoken here. */
export function languageFrom(wanted: readonly (string | undefined)[]): PaneLanguage {
  const spoken = wanted.map((tag) => (tag ?? "").slice(0, 2).toLowerCase() as PaneLanguage);
  return spoken.find((tag) => paneLanguages.includes(tag)) ?? "en";
}

export const directionOf = (language: PaneLanguage): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

/** A language whose chunk does not come is no reason to show nothing. */
export const loadTexts = (language: PaneLanguage): Promise<Texts> => loaders[language]().catch(() => en);
