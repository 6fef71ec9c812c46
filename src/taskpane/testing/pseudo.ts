/** A language nobody speaks: every word of the catalogue accented and a third longer, so that what is not in it shows. */
import type { Texts } from "../locales/en.ts";
import { en } from "../locales/en.ts";
import { type Words, wordsOf } from "../words.tsx";

const from = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const to = "àƀçđéƒĝĥíĵķļɱñóþɋřšŧúṽŵẋýžÀƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŘŠŦÚṼŴẊÝŽ";
const accents = new Map([...from].map((letter, place) => [letter, [...to][place]!]));

/** “Undo” becomes “Ûñđó~” in brackets of its own length: as much longer as German is than English. */
export function pseudo(text: string): string {
  if (text === "") return text;
  const accented = [...text].map((letter) => accents.get(letter) ?? letter).join("");
  // In words of their own, as sentences have them.
  const longer = "·".repeat(Math.ceil(text.length / 3)).replace(/·{7}(?=·)/g, "······ ");
  return `${accented}${longer.length > 7 ? " " : ""}${longer}`;
}

/** A catalogue in it, with its functions and whatever lies below. */
export function pseudoTexts<T>(texts: T): T {
  if (typeof texts === "string") return pseudo(texts) as T;
  if (typeof texts === "function")
    return ((...given: unknown[]) => pseudo((texts as (...all: unknown[]) => string)(...given))) as T;
  if (Array.isArray(texts)) return texts.map((text) => pseudoTexts(text)) as T;
  if (typeof texts !== "object" || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudoTexts(text)])) as T;
}

export function pseudoWords(): Words {
  const words = wordsOf("en", pseudoTexts<Texts>(en));
  return { ...words, name: (text) => pseudo(text.en), turned: pseudoTexts };
}
