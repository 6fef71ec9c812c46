/** The labelled mail of one split, as text and as rows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MessageText } from "../../src/classifier/features.ts";
import { type Field, type Row, rowsOf } from "../../src/classifier/replayRows.ts";

export const key = "bench";

export interface Split {
  readonly rows: readonly Row[];
  readonly messages: readonly (MessageText & { readonly label: string })[];
}

/** Only messages that carry the field, in the order of the file. */
export function splitOf(folder: string, set: string, split: string, field: Field): Split {
  const text = readFileSync(join(folder, set, `${split}.jsonl`), "utf8");
  const messages = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Record<string, string | undefined>)
    .filter((row) => row[field])
    .map(({ subject = "", body = "", ...row }) => ({ subject, body, label: row[field]! }));
  return { rows: rowsOf(text, field, key), messages };
}

export const textOf = ({ subject, body }: MessageText): string => `${subject} ${body}`;
