/** The words of one lazily loaded screen: its own catalogue, a chunk per language, English always at hand. */
import { useEffect, useMemo, useState } from "react";
import { useWords } from "../words.tsx";
import type { PaneLanguage } from "./catalogue.ts";

export interface Section<Texts> {
  en: Texts;
  /** A language that is missing here does not compile. */
  others: Record<Exclude<PaneLanguage, "en">, () => Promise<Texts>>;
}

const loaded = new WeakMap<object, Map<PaneLanguage, unknown>>();

const kept = <Texts>(section: Section<Texts>): Map<PaneLanguage, Texts> => {
  const known = loaded.get(section) ?? new Map<PaneLanguage, unknown>([["en", section.en]]);
  loaded.set(section, known);
  return known as Map<PaneLanguage, Texts>;
};

/** Loads a language once. One that does not come leaves English, and is asked for again the next time. */
export async function loadSection<Texts>(section: Section<Texts>, language: PaneLanguage): Promise<Texts> {
  const known = kept(section).get(language);
  if (known !== undefined || language === "en") return known ?? section.en;
  const texts = await section.others[language]().catch(() => undefined);
  if (texts !== undefined) kept(section).set(language, texts);
  return texts ?? section.en;
}

/** The section in the reader's language; undefined while it is on its way, so that no word changes under the eye. */
export function useSection<Texts>(section: Section<Texts>): Texts | undefined {
  const { language, turned } = useWords();
  const [arrived, setArrived] = useState<{ language: PaneLanguage; texts: Texts }>();
  const known = kept(section).get(language);
  useEffect(() => {
    let isCurrent = true;
    void loadSection(section, language).then((texts) => isCurrent && setArrived({ language, texts }));
    return () => {
      isCurrent = false;
    };
  }, [section, language]);
  const texts = known ?? (arrived?.language === language ? arrived.texts : undefined);
  return useMemo(() => (texts && turned ? turned(texts) : texts), [texts, turned]);
}
