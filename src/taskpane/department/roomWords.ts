/** The words of the department room, joined to the pane's own. */
import { createContext, use, useMemo } from "react";
import type { Texts } from "../locales/en.ts";
import type { Section } from "../locales/section.ts";
import { useWords, type Words } from "../words.tsx";
import { en, type RoomTexts } from "./words/en.ts";

export const roomSection: Section<RoomTexts> = {
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
export const RoomWords = createContext<RoomTexts>(en);

export interface JoinedWords extends Omit<Words, "t"> {
  t: Texts & RoomTexts;
}

export function useRoomWords(): JoinedWords {
  const words = useWords();
  const own = use(RoomWords);
  return useMemo(() => ({ ...words, t: { ...words.t, ...own } }), [words, own]);
}
