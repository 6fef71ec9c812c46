/** JSON Lines: one object a line. */
import { type FieldNames, foundIn, type Item } from "./record.ts";

/** Never throws for any text; empty lines are passed over. */
export function jsonLineItems(text: string, names: FieldNames): Item[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((line, i): Item[] => {
      if (line.trim() === "") return [];
      const place = `line ${i + 1}`;
      const row = objectIn(line);
      return [
        row
          ? foundIn(place, names, (name) => (Object.hasOwn(row, name) ? row[name] : undefined))
          : { place, reason: "not a JSON object" },
      ];
    });
}

function objectIn(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
