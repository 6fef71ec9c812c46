/** The words of the corrections page and the fuller figures. */
import { createContext, use } from "react";
import type { Section } from "../../locales/section.ts";
import { type CorrectionTexts, en } from "./words/en.ts";

export const correctionSection: Section<CorrectionTexts> = {
  en,
  others: {
    de: async () => (await import("./words/de.ts")).de,
    fr: async () => (await import("./words/fr.ts")).fr,
    es: async () => (await import("./words/es.ts")).es,
    pt: async () => (await import("./words/pt.ts")).pt,
    ja: async () => (await import("./words/ja.ts")).ja,
    ar: async () => (await import("./words/ar.ts")).ar,
  },
};
export const CorrectionWords = createContext<CorrectionTexts>(en);
export const useCorrectionTexts = (): CorrectionTexts => use(CorrectionWords);
