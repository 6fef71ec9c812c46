/** The reader's language for every component below: texts, formats, and names of the taxonomy. */
import { createContext, use } from "react";
import type { LocalText } from "../triage/text.ts";
import { textIn } from "../triage/text.ts";
import type { PaneLanguage } from "./locales/catalogue.ts";
import { en, type Texts } from "./locales/en.ts";
import { type Formats, formatsIn } from "./locales/formats.ts";

export interface Words {
  language: PaneLanguage;
  t: Texts;
  f: Formats;
  /** A name from a taxonomy or of a department. */
  name(text: LocalText): string;
  /** Turns the words of later screens as `t` was turned: only the pseudo-language of the tests does. */
  turned?<T>(texts: T): T;
}

export const wordsOf = (language: PaneLanguage, t: Texts): Words => ({
  language,
  t,
  f: formatsIn(language),
  name: (text) => textIn(text, language),
});

export const WordsContext = createContext<Words>(wordsOf("en", en));
export const useWords = (): Words => use(WordsContext);
