/** The words of the reviews page. */
import { createContext, use } from "react";
import type { Section } from "../../locales/section.ts";
import { en, type ReviewTexts } from "./words/en.ts";

export const reviewSection: Section<ReviewTexts> = {
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
export const ReviewWords = createContext<ReviewTexts>(en);
export const useReviewTexts = (): ReviewTexts => use(ReviewWords);
