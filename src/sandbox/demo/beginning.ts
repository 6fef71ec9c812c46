/** What a demo begins with, its first day or a year later, and how the data folder comes to hold either. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasYear } from "../year/folder.ts";

export const beginnings = ["firstDay", "afterAYear"] as const;
export type Beginning = (typeof beginnings)[number];

/** Enough that customer service knows something, and made in about a minute. */
export const demoMessages = 20_000;
const dayMs = 86_400_000;
/** A year that ended long ago shows nothing in "the last four weeks". */
const keptDays = 3;

/** What is said and stored in a demo; certificate and issuer stay, so that a browser need not be told anew. */
const isOfDemo = (name: string) =>
  /^concord\.(db(-wal|-shm)?|key)$/.test(name) || ["year.json", "sandbox-mailboxes.json"].includes(name);

export const beginningOf = (folder: string): Beginning => (hasYear(folder) ? "afterAYear" : "firstDay");

/** Where the year is kept as it was made. */
export const pristine = (folder: string): string => join(folder, "demo-year");

/** A folder somebody filled by hand, with `npm run year`, is theirs: nothing of it is thrown away by a press. */
export function isOwnYear(folder: string): boolean {
  if (!hasYear(folder)) return false;
  const { messages } = JSON.parse(readFileSync(join(folder, "year.json"), "utf8")) as { messages: number };
  return messages !== demoMessages && !existsSync(pristine(folder));
}

export function isYearAtHand(folder: string, now: number): boolean {
  const kept = pristine(folder);
  return hasYear(kept) && now - statSync(join(kept, "year.json")).mtimeMs < keptDays * dayMs;
}

/** While nothing has the store open. */
export function beginAnew(folder: string, beginning: Beginning): void {
  for (const name of readdirSync(folder).filter(isOfDemo)) rmSync(join(folder, name));
  if (beginning === "firstDay") return;
  const kept = pristine(folder);
  for (const name of readdirSync(kept).filter(isOfDemo)) copyFileSync(join(kept, name), join(folder, name));
}
