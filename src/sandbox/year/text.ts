/** What a message of the year reads like: a wrong prediction has its reason in the words, as in life. */
import { type Features, featuresOf } from "../../classifier/features.ts";
import type { Priority, Taxonomy } from "../../triage/taxonomy.ts";
import type { LocalTexts } from "../../triage/text.ts";
import { type Letters, sentenceAt } from "./letters.ts";

export interface Meaning {
  category: string;
  priority: Priority;
}

const languages = ["en", "en", "de", "fr", "es"];
const openings = ["Hello,", "Good morning,", "Dear team,", "Hi,", "To whom it may concern,"];
const closings = ["Kind regards", "Thank you", "Many thanks in advance", "Best wishes", "Yours sincerely"];
const senders = ["post.example", "mail.example", "shop.example", "office.example", "web.example"];

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

const phraseOf = (texts: LocalTexts | undefined, language: string, random: () => number): string => {
  const phrases = texts?.[language as "en"] ?? texts?.en ?? [];
  return phrases.length === 0 ? "" : pick(phrases, random);
};

/** Whose mail it is, and what its mailbox sounds like. */
export interface Sounding {
  department: string;
  letters: Letters;
}

/** Hashed as in the pane; the text itself goes nowhere. Where both meanings differ, it speaks for both. */
export function featuresFor(
  { categories, priorities }: Pick<Taxonomy, "categories" | "priorities">,
  right: Meaning,
  predicted: Meaning,
  { department, letters }: Sounding,
  key: string,
  random: () => number,
): Features {
  const language = pick(languages, random);
  const about = ({ category }: Meaning) =>
    phraseOf(categories.find(({ id }) => id === category)?.phrases, language, random);
  const haste = ({ priority }: Meaning) =>
    phraseOf(priorities.find(({ id }) => id === priority)?.phrases, language, random);
  const number = Math.floor(random() * 9_000) + 1_000;
  // Drawn from the number, so that the same seed makes the same year with other letters.
  const asInMailbox = (meaning: Meaning, place: number) =>
    sentenceAt(letters, { department, ...meaning }, place) ?? "";
  const body = [
    pick(openings, random),
    about(right),
    asInMailbox(right, number),
    haste(predicted),
    about(random() < 0.5 ? right : predicted),
    asInMailbox(predicted, Math.floor(number / 7)),
    pick(closings, random),
  ].join("\n");
  const sender = `customer${number}@${pick(senders, random)}`;
  return featuresOf({ subject: `${about(predicted)} ${number}`, body, sender }, key);
}
