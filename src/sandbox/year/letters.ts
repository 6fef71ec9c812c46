/** What the demo's mailboxes sound like: sentences of their letters, by what they are about and how urgent, for a year's mail to borrow. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseMail } from "../parseMail.ts";

const mail = join(import.meta.dirname, "..", "mail");

/** Sentences of letters of one kind; a department without a mailbox has none. */
export type Letters = ReadonlyMap<string, readonly string[]>;

interface Told {
  department: string;
  category: string;
  priority: string;
}

/** Greetings and signatures are shorter, quoted histories longer. */
const isSentence = (text: string) => text.length >= 25 && text.length <= 240;

const sentencesOf = (text: string): string[] =>
  text
    .split(/\n{2,}|(?<=[.!?])\s+/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter(isSentence);

const keyOf = ({ department, category, priority }: Told) => `${department}/${category}/${priority}`;

export async function demoLetters(): Promise<Letters> {
  const truth = JSON.parse(await readFile(join(mail, "truth.json"), "utf8")) as Record<string, Told | null>;
  const letters = new Map<string, string[]>();
  for (const [name, told] of Object.entries(truth)) {
    if (!told) continue;
    const { subject, text } = await parseMail(await readFile(join(mail, name)), "nobody@none.example");
    const known = letters.get(keyOf(told)) ?? [];
    letters.set(keyOf(told), [...known, subject, ...sentencesOf(text)]);
  }
  return letters;
}

/** The sentence at `place`, counted around; undefined where the mailbox has no such letter. */
export function sentenceAt(letters: Letters, told: Told, place: number): string | undefined {
  const known = letters.get(keyOf(told)) ?? [];
  return known[place % Math.max(1, known.length)];
}
