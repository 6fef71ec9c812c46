/** The languages Outlook can be switched to, and its words in each. */
import { createContext, useContext } from "react";
import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en, type Words } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { ja } from "./words/ja.ts";
import { pt } from "./words/pt.ts";

export const languages = ["en-US", "de-DE", "fr-FR", "es-ES", "pt-PT", "ja-JP", "ar-SA"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = {
  "en-US": "English",
  "de-DE": "Deutsch",
  "fr-FR": "Français",
  "es-ES": "Español",
  "pt-PT": "Português",
  "ja-JP": "日本語",
  "ar-SA": "العربية",
};

export const words: Record<Language, Words> = {
  "en-US": en,
  "de-DE": de,
  "fr-FR": fr,
  "es-ES": es,
  "pt-PT": pt,
  "ja-JP": ja,
  "ar-SA": ar,
};

export const isRightToLeft = (language: Language): boolean => language === "ar-SA";

export interface Speech {
  language: Language;
  words: Words;
}

export const SpeechContext = createContext<Speech>({ language: "en-US", words: en });
export const useSpeech = (): Speech => useContext(SpeechContext);
