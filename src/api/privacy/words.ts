/** Words as an admin gives them, in texts as people write them: found whatever the case and spacing, struck out whole. */

const sign = "[…]";
/** Writing without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whole words only; undefined when there is none. */
export function matcherOf(words: readonly string[]): RegExp | undefined {
  const patterns = words
    .map((word) => word.normalize("NFC").trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map(patternOf);
  return patterns.length > 0 ? new RegExp(patterns.join("|"), "giu") : undefined;
}

function patternOf(word: string): string {
  const text = word
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s+");
  return unspaced.test(word) ? text : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;
}

/** What names things for the program, and is not written by people. */
const isName = (key: string) =>
  /^(id|ids|kind|state|members|assigned|mailboxes|model|policy|by)$|Ids?$/.test(key);

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The text without the words; of JSON, its written texts without them. */
export function struckOut(value: unknown, matcher: RegExp): { text: unknown; isChanged: boolean } {
  if (typeof value !== "string") return { text: value, isChanged: false };
  const json = parsed(value);
  if (json === undefined) return plain(value, matcher);
  let isChanged = false;
  const walk = (one: unknown, key: string): unknown => {
    if (isName(key)) return one;
    if (typeof one === "string") {
      const struck = plain(one, matcher);
      isChanged ||= struck.isChanged;
      return struck.text;
    }
    if (Array.isArray(one)) return one.map((item) => walk(item, ""));
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item, name)]));
  };
  const walked = walk(json, "");
  return { text: isChanged ? JSON.stringify(walked) : value, isChanged };
}

function plain(text: string, matcher: RegExp): { text: string; isChanged: boolean } {
  const struck = text.normalize("NFC").replace(matcher, sign);
  const isChanged = struck !== text.normalize("NFC");
  return { text: isChanged ? struck : text, isChanged };
}

const around = 60;

/** Each place where a word stands, with some of what is around it. */
export function excerptsIn(value: unknown, matcher: RegExp): string[] {
  if (typeof value !== "string") return [];
  const json = parsed(value);
  if (json === undefined) return excerptsOf(value, matcher);
  const walk = (one: unknown, key: string): string[] => {
    if (isName(key)) return [];
    if (typeof one === "string") return excerptsOf(one, matcher);
    if (Array.isArray(one)) return one.flatMap((item) => walk(item, ""));
    if (typeof one !== "object" || one === null) return [];
    return Object.entries(one).flatMap(([name, item]) => walk(item, name));
  };
  return walk(json, "");
}

const excerptsOf = (text: string, matcher: RegExp): string[] =>
  [...text.normalize("NFC").matchAll(matcher)].map(({ index, 0: word }) =>
    text
      .normalize("NFC")
      .slice(Math.max(0, index - around), index + word.length + around)
      .trim(),
  );
