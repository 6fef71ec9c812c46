/** A fault in a sentence; of a text in several languages, with the language it is wrong in. */
import { languageNames, type PaneLanguage } from "../../locales/catalogue.ts";
import { useWords } from "../../words.tsx";
import { useAdminWords } from "../adminWords.ts";
import type { Fault } from "./faults.ts";

/** @param at where the field is that shows it: a language that is its own name is not said again */
export function useFaultText(fault: Fault | undefined, at: string | undefined): string | undefined {
  const { editing } = useAdminWords();
  const { f } = useWords();
  if (!fault) return undefined;
  const { kind, limit = 0, path } = fault;
  const said = editing.faults[kind];
  const text = typeof said === "string" ? said : said(f.number(limit));
  const below = at === undefined ? "" : path.slice(at.length + 1).split("/")[0]!;
  return below in languageNames ? editing.inLanguage(languageNames[below as PaneLanguage], text) : text;
}
