/** Texts with places such as {{origin}}, filled; a place nobody has a value for is a fault, not an empty text. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Values = Readonly<Record<string, string>>;

export function fill(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The text asks for ${name}, which nobody gives.`);
    return value;
  });
}

export const readTemplates =
  (folder: string) =>
  (name: string): string =>
    readFileSync(join(folder, name), "utf8");
