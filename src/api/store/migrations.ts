/** The numbered steps from nothing to today's tables. A step that was released is never edited: add the next one. */
import { administration } from "./migrations/administration.ts";
import { corrections } from "./migrations/corrections.ts";
import { countersWithoutVersions } from "./migrations/countersWithoutVersions.ts";
import { dataProtection } from "./migrations/dataProtection.ts";
import { erasedWords } from "./migrations/erasedWords.ts";
import { foundation } from "./migrations/foundation.ts";
import { imported } from "./migrations/imported.ts";
import { keyUse } from "./migrations/keyUse.ts";
import { learningLoop } from "./migrations/learningLoop.ts";
import { objectives } from "./migrations/objectives.ts";
import { recounting } from "./migrations/recounting.ts";
import { reviews } from "./migrations/reviews.ts";

export interface Migration {
  /** its place in the order; never used twice */
  number: number;
  name: string;
  statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  foundation,
  countersWithoutVersions,
  objectives,
  reviews,
  learningLoop,
  corrections,
  dataProtection,
  administration,
  imported,
  recounting,
  keyUse,
  erasedWords,
];

export const newestMigration = Math.max(...migrations.map(({ number }) => number));
