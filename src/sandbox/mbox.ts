/** Where the messages of an mbox file begin and end, found without holding the file in memory. */
import { createReadStream } from "node:fs";

export interface Part {
  file: string;
  start: number;
  length: number;
}

const mark = Buffer.from("\nFrom ");
/** A separator stands after an empty line and ends in a date; a sentence that begins with "From" does not. */
const separator = /^From .*\d\d:\d\d/;
const longestLine = 1024;

function isSeparator(bytes: Buffer, at: number): boolean {
  const isAfterEmptyLine = bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a);
  const line = bytes.subarray(at + 1, at + longestLine);
  const end = line.indexOf(0x0a);
  return isAfterEmptyLine && separator.test(line.subarray(0, end < 0 ? line.length : end).toString("latin1"));
}

/** Each part begins with its "From " line, which parsers of mail must skip. */
export async function* mboxParts(file: string): AsyncGenerator<Part> {
  let start = 0;
  let base = 0;
  let bytes: Buffer = Buffer.alloc(0);

  /** Parts that end in `bytes`, where a whole line after the mark is at hand. */
  function* partsUpTo(limit: number): Generator<Part> {
    for (let at = bytes.indexOf(mark); at >= 0 && at < limit; at = bytes.indexOf(mark, at + 1)) {
      const next = base + at + 1;
      if (next <= start || !isSeparator(bytes, at)) continue;
      yield { file, start, length: next - start };
      start = next;
    }
  }

  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    bytes = Buffer.concat([bytes, chunk as Buffer]);
    yield* partsUpTo(bytes.length - longestLine);
    const kept = Math.max(0, bytes.length - 2 * longestLine);
    base += kept;
    bytes = bytes.subarray(kept);
  }
  yield* partsUpTo(bytes.length);
  const end = base + bytes.length;
  if (end > start) yield { file, start, length: end - start };
}
