/** Each language has its own marks, and its own space before them: one that no line ends in, or none. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaneLanguage } from "./catalogue.ts";

const source = join(__dirname, "..", "..");
const files = readdirSync(source, { recursive: true, encoding: "utf8" });

/** The literals of a catalogue, without what is put into them. */
function textsOf(file: string): string[] {
  let code = readFileSync(join(source, file), "utf8");
  for (let before = ""; before !== code; ) {
    before = code;
    code = code.replace(/\$\{[^{}]*\}/g, "1");
  }
  return code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
}

const kana = "[\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Han}]";
const faults: Record<PaneLanguage, RegExp> = {
  en: /\d[\s ]%/,
  de: /\d %|\S\.\.\.|\p{L}…/u,
  fr: /\S [;:!?»](?!\w)|« |\d %|\p{L}'\p{L}/u,
  es: /\d %/,
  pt: /\d[\s ]%/,
  ja: new RegExp(`${kana} ?[,;:?!.(]|\\d %`, "u"),
  ar: /\p{sc=Arabic}[,;?]|\d %/u,
};

test.each(Object.keys(faults) as PaneLanguage[])(
  "every text in %s has the marks of its language",
  (language) => {
    const catalogues = files.filter((file) => /(words|locales)[\\/]\w+\.ts$/.test(file));
    const own = catalogues.filter((file) => file.endsWith(`${language}.ts`));
    expect(own.length).toBeGreaterThan(5);
    for (const file of own)
      expect([file, textsOf(file).filter((text) => faults[language].test(text))]).toEqual([file, []]);
  },
);
