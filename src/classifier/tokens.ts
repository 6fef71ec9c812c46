/** Text → tokens, the same in every browser and Node: words, runs of marks, and character pairs where a script has no spaces. */

/** Tokens read of one message at most: what a triage decision needs, and a bound on time. */
export const tokenLimit = 600;
const charactersRead = 32_768;
const longestWord = 48;

export type TokenKind = "word" | "marks";

/** One token: `text` as hashed (lower case), `shown` as spelt in the message. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly shown: string;
}

const separator = 0;
const letter = 1;
const mark = 2;
const spaceless = 3;

const letters = /[\p{L}\p{M}\p{N}_]/u;
const marks = /[!?$€£¥%‼⁉¡¿！？]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

let table: Uint8Array | undefined;

const kindOf = (character: string) =>
  marks.test(character)
    ? mark
    : unspaced.test(character)
      ? spaceless
      : letters.test(character)
        ? letter
        : separator;

/** Looked up instead of matched: one array read a character. */
function characterTable(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(65_536);
  for (let code = 0x21; code < 65_536; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    table[code] = surrogate ? separator : kindOf(String.fromCharCode(code));
  }
  return table;
}

/** Compatibility forms, invisible characters and overlong input are evened out before anything is read. */
export const readable = (text: string): string =>
  text.slice(0, charactersRead).replace(invisible, "").normalize("NFKC");

/** At most `limit` tokens of the text, in order; never throws, whatever the string holds. */
export function tokensOf(text: string, limit = tokenLimit): Token[] {
  const source = readable(text);
  const lower = source.toLowerCase();
  const spelt = lower.length === source.length ? source : lower;
  const kinds = characterTable();
  const tokens: Token[] = [];
  for (let at = 0; at < lower.length && tokens.length < limit; ) {
    const kind = kinds[lower.charCodeAt(at)]!;
    let end = at + 1;
    while (end < lower.length && kinds[lower.charCodeAt(end)] === kind) end++;
    if (kind === letter || kind === mark) {
      const to = Math.min(end, at + longestWord);
      const name = kind === mark ? "marks" : "word";
      tokens.push({ kind: name, text: lower.slice(at, to), shown: spelt.slice(at, to) });
    } else if (kind === spaceless) pushPairs(tokens, lower, at, end, limit);
    at = end;
  }
  return tokens;
}

/** 退款申请 → 退款 款申 申请: pairs need no dictionary and no word border. */
function pushPairs(tokens: Token[], text: string, from: number, to: number, limit: number): void {
  if (to - from === 1) tokens.push({ kind: "word", text: text.slice(from, to), shown: text.slice(from, to) });
  for (let at = from; at + 1 < to && tokens.length < limit; at++) {
    const pair = text.slice(at, at + 2);
    tokens.push({ kind: "word", text: pair, shown: pair });
  }
}
