/** Labelled mail as JSON Lines: one message a line, `{id, subject, body, category, priority?, from?}`. */
import { featuresOf, type MessageText, packed, type Reading } from "./features.ts";

/** The field that holds the label. "priority" is ordered from low to urgent; any other is a set of topics. */
export type Field = string;

export interface Mail {
  readonly id: string;
  readonly features: Reading;
}

export interface Row extends Mail {
  readonly label: string;
}

export interface ReadMail {
  readonly rows: Row[];
  /** Messages without the field: they can only be observed. */
  readonly unlabelled: Mail[];
  /** The texts behind `rows`. */
  readonly messages: MessageText[];
}

/** Numbers count as labels too; what is missing or of another kind is empty. */
const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** Messages are named by their line, since ids may repeat. Throws with the line number for a line that is not a JSON object. */
export function readMail(jsonLines: string, field: Field, key: string): ReadMail {
  const read: ReadMail = { rows: [], unlabelled: [], messages: [] };
  jsonLines
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .forEach((line, at) => {
      if (line.trim() === "") return;
      const row = parsed(line, at + 1);
      const message = { subject: textOf(row.subject), body: textOf(row.body), sender: textOf(row.from) };
      const mail = { id: `line ${at + 1}`, features: packed(featuresOf(message, key)) };
      const label = textOf(row[field]).trim();
      if (!label) read.unlabelled.push(mail);
      else {
        read.rows.push({ ...mail, label });
        read.messages.push(message);
      }
    });
  return read;
}

/** The rows that carry the field; empty when none does. */
export const rowsOf = (jsonLines: string, field: Field, key: string): Row[] =>
  readMail(jsonLines, field, key).rows;

function parsed(line: string, number: number): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  } catch {}
  throw new SyntaxError(`Line ${number} is not a JSON object.`);
}
