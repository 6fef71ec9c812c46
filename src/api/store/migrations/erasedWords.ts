/** Step 17: the words of an erasure that are struck out of what others wrote; gone when it is done. */
import type { Migration } from "../migrations.ts";

export const erasedWords: Migration = {
  number: 17,
  name: "erased words: what an erasure strikes out of free text",
  statements: ["alter table erasure add column words text"],
};
