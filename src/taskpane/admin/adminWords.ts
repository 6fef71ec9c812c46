/** The words of the administration, and the pane's own beside them. */
import { createContext, use } from "react";
import type { Section } from "../locales/section.ts";
import { type AdminTexts, en } from "./words/en.ts";

export const adminSection: Section<AdminTexts> = {
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
export const AdminWords = createContext<AdminTexts>(en);

export const useAdminWords = (): AdminTexts => use(AdminWords);
