/** One full stop at the end of a sentence, also behind a month that is shortened by one. */
export const ended = (sentence: string): string => sentence.replace(/\.\.$/, ".");
