/** Where messages and people leave rows: the tables that retention empties and erasure goes through. */
import type { Schema } from "../store/schema.ts";

/** Tables with a `message_key` whose rows go with their message. */
export const messageTables = [
  "opening",
  "feedback",
  "answer",
  "current",
  "example",
  "imported",
  "features",
  "judged",
  "message_reference",
] as const satisfies readonly (keyof Schema)[];

/** Rows about a message that name who did something: the name is replaced, the row stays. */
export const namedOnMessages = [
  "opening",
  "feedback",
  "answer",
  "current",
] as const satisfies readonly (keyof Schema)[];
