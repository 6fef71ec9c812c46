/** Labelled mail as JSON Lines: one message a line, `{id, subject, body, category, priority?, from?}`. */
import { featuresOf, packed, type Reading } from "./features.ts";

export type Field = "category" | "priority";

export interface Row {
  readonly id: string;
  readonly features: Reading;
  readonly label: string;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Rows that carry the field; throws with the line number for a line that is not a JSON object.
 * An empty answer means no line carries the field.
 */
export function rowsOf(jsonLines: string, field: Field, key: string): Row[] {
  return jsonLines.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    const row = parsed(line, at + 1);
    const label = textOf(row[field]);
    if (!label) return [];
    const message = { subject: textOf(row.subject), body: textOf(row.body), sender: textOf(row.from) };
    return [{ id: textOf(row.id) || `line ${at + 1}`, features: packed(featuresOf(message, key)), label }];
  });
}

function parsed(line: string, number: number): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  } catch {}
  throw new SyntaxError(`Line ${number} is not a JSON object.`);
}
