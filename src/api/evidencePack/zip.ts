/** Files as one zip archive (APPNOTE 6.3.3: deflate, UTF-8 names), without a package for it. */
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

export interface PackedFile {
  /** ASCII, with slashes */
  name: string;
  text: string;
}

const signatures = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
const version = 20;
const utf8Names = 0x0800;
const deflated = 8;

/** @param at of every file, to the two seconds that zip knows */
export async function zipOf(files: readonly PackedFile[], at: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const bytes = Buffer.from(text, "utf8");
    const body = await deflate(bytes);
    const common = commonOf(at, crc32(bytes), body.length, bytes.length, Buffer.byteLength(name));
    const local = Buffer.concat([words32(signatures.file), common, Buffer.from(name)]);
    // No comment, first disk, plain file, no attributes, and where the file begins.
    const entry = [words32(signatures.entry), words16(version), common, words16(0, 0, 0), words32(0, offset)];
    parts.push(local, body);
    directory.push(...entry, Buffer.from(name));
    offset += local.length + body.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const counts = words16(0, 0, files.length, files.length);
  const end = [words32(signatures.end), counts, words32(size, offset), words16(0)];
  return Buffer.concat([...parts, ...directory, ...end]);
}

/** What the header of a file and its entry in the directory share: version to the length of the extra field. */
function commonOf(at: number, crc: number, packed: number, size: number, nameBytes: number): Buffer {
  const [time, date] = dosTime(new Date(at));
  return Buffer.concat([
    words16(version, utf8Names, deflated, time, date),
    words32(crc, packed, size),
    words16(nameBytes, 0),
  ]);
}

const dosTime = (at: Date): [number, number] => [
  (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
];

function words16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function words32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}
