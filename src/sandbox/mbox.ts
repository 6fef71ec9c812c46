/** Where the messages of an mbox file begin and end, found without holding the file in memory. */
import { createReadStream } from "node:fs";

export interface Part {
  file: string;
  start: number;
  length: number;
}

const separator = Buffer.from("\nFrom ");

/** Each part begins after its "From " line's first byte; parsers skip that line. */
export async function* mboxParts(file: string): AsyncGenerator<Part> {
  let start = 0;
  let offset = 0;
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    const base = offset - tail.length;
    for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, at + 1)) {
      const next = base + at + 1;
      yield { file, start, length: next - start };
      start = next;
    }
    offset += (chunk as Buffer).length;
    tail = bytes.subarray(Math.max(0, bytes.length - separator.length + 1));
  }
  if (offset > start) yield { file, start, length: offset - start };
}
