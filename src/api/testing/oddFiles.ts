/** Files of labelled mail as no export should write them: sound ones of every format, then bent, cut and mixed by seeded chance. */

export const oddFormats = [".csv", ".tsv", ".jsonl", ".ndjson", ".mbox", ".eml"] as const;
export type OddFormat = (typeof oddFormats)[number];

type Chance = () => number;

const words = [
  "invoice",
  "paid",
  "twice",
  "Grüße",
  "退款",
  "ردّ",
  "🙂",
  "constructor",
  "__proto__",
  "From here on",
];
const categories = ["billing", "Rechnung", "", "no such", "constructor", "x".repeat(200)];

/** What breaks readers: marks, bytes that are no UTF-8, quotes, borders and heads where none belong. */
const splinters: readonly Buffer[] = [
  ...[
    "\0",
    "\ufeff",
    "\u202e",
    '"',
    '""',
    "\r",
    "\n",
    "\n\n",
    "\r\n\r\n",
    ",",
    ";",
    "\t",
    "{",
    "}",
    "[]",
    "null",
    "1e999",
    "\\ud800",
    "\nFrom x@y Mon Nov 23 12:00:00 2026\n",
    "\n>From ",
    "\n--edge\n",
    "\n--edge--\n",
    "\nContent-Type: multipart/mixed; boundary=edge\n",
    "\nContent-Type: message/rfc822\n\n",
    '\nContent-Type: text/html; charset="no-such"\n',
    "\nContent-Transfer-Encoding: base64\n",
    "\nContent-Transfer-Encoding: quoted-printable\n\n=\n=ZZ=0",
    "=?utf-8?b?////?=",
    "=?no-such?q?=ZZ?=",
    "\nSubject: again\n folded\n\tfolded\n",
    "\nX-Priority: 9999999999999999999\n",
    "\nDate: the day before\n",
    "<style>",
    "<!--",
    "&#x110000;",
    "x".repeat(70_000),
  ].map((text) => Buffer.from(text)),
  Buffer.from([0xff]),
  Buffer.from([0xc3]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xff, 0xfe, 0x00]),
];

const one = <T>(of: readonly T[], chance: Chance): T => of[Math.floor(chance() * of.length)]!;
const between = (low: number, high: number, chance: Chance) => low + Math.floor(chance() * (high - low + 1));
const text = (chance: Chance) =>
  Array.from({ length: between(0, 12, chance) }, () => one(words, chance)).join(" ");

function soundMail(chance: Chance): string {
  const head = `From: a@northwind.example\r\nSubject: ${text(chance)}\r\nKeywords: ${one(categories, chance)}\r\nMessage-ID: <${between(1, 9, chance)}@x>\r\n`;
  if (chance() < 0.5) return `${head}\r\n${text(chance)}\r\n`;
  const part = () => `--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text(chance)}\r\n`;
  return `${head}Content-Type: multipart/alternative; boundary=edge\r\n\r\n${part()}${part()}--edge--\r\n`;
}

function soundTable(delimiter: string, chance: Chance): string {
  const cell = (content: string) => (chance() < 0.5 ? `"${content}"` : content);
  const row = () => [text(chance), text(chance), one(categories, chance), one(["high", "9", ""], chance)];
  const rows = Array.from({ length: between(0, 6, chance) }, row);
  return [["subject", "body", "category", "priority"], ...rows]
    .map((cells) => cells.map(cell).join(delimiter))
    .join(one(["\n", "\r\n"], chance));
}

const soundLines = (chance: Chance) =>
  Array.from({ length: between(0, 6, chance) }, () =>
    JSON.stringify({ subject: text(chance), body: text(chance), category: one(categories, chance) }),
  ).join("\n");

function soundFile(format: OddFormat, chance: Chance): string {
  if (format === ".csv") return soundTable(one([",", ";"], chance), chance);
  if (format === ".tsv") return soundTable("\t", chance);
  if (format === ".eml") return soundMail(chance);
  if (format !== ".mbox") return soundLines(chance);
  const mails = Array.from({ length: between(0, 4, chance) }, () => soundMail(chance));
  return mails.map((mail) => `From a@b Mon Nov 23 12:00:00 2026\n${mail}\n`).join("");
}

/** Something put in, taken out, repeated, flipped or cut off. */
function bent(bytes: Buffer, chance: Chance): Buffer {
  const at = between(0, bytes.length, chance);
  const to = Math.min(bytes.length, at + between(1, 200, chance));
  const [before, middle, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (between(0, 5, chance)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, middle, middle, after]);
    case 2:
      return Buffer.concat([before, middle.map((byte) => byte ^ (1 << between(0, 7, chance))), after]);
    case 3:
      return chance() < 0.3 ? before : bytes;
    default:
      return Buffer.concat([before, one(splinters, chance), middle, after]);
  }
}

/** One odd file; equal chance, equal bytes. One in ten is noise from end to end. */
export function oddFile(chance: Chance): { format: OddFormat; bytes: Buffer } {
  const format = one(oddFormats, chance);
  if (chance() < 0.1)
    return {
      format,
      bytes: Buffer.from(Array.from({ length: between(0, 900, chance) }, () => between(0, 255, chance))),
    };
  let bytes: Buffer = Buffer.from(soundFile(format, chance));
  for (let times = between(0, 8, chance); times > 0; times--) bytes = bent(bytes, chance);
  return { format, bytes };
}
