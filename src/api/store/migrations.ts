/** The numbered steps from nothing to today's tables. A step that was released is never edited: add the next one. */
import { foundation } from "./migrations/foundation.ts";

export interface Migration {
  /** its place in the order; never used twice */
  number: number;
  name: string;
  statements: readonly string[];
}

export const migrations: readonly Migration[] = [foundation];

export const newestMigration = Math.max(...migrations.map(({ number }) => number));
