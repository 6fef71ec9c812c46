/** The words of the objectives page. */
import { createContext, use } from "react";
import type { Section } from "../../locales/section.ts";
import { en, type ObjectiveTexts } from "./words/en.ts";

export const objectiveSection: Section<ObjectiveTexts> = {
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
export const ObjectiveWords = createContext<ObjectiveTexts>(en);
export const useObjectiveTexts = (): ObjectiveTexts => use(ObjectiveWords);
