/** The words of several selected messages. */
import { createContext, use } from "react";
import type { Section } from "../locales/section.ts";
import { type BatchTexts, en } from "./words/en.ts";

export const batchSection: Section<BatchTexts> = {
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
export const BatchWords = createContext<BatchTexts>(en);
export const useBatchTexts = (): BatchTexts => use(BatchWords);
