/** A font in which every letter is the same box, so that a layout is the same on every computer, whatever fonts it has. */

const unitsPerEm = 1_000;
const advances = { missing: 500, box: 520, space: 260, wide: 1_000 };
type Glyph = keyof typeof advances;
const glyphs = Object.keys(advances) as Glyph[];

const u16 = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const u32 = (...values: number[]) =>
  values.flatMap((value) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
const idOf = (glyph: Glyph) => glyphs.indexOf(glyph);

/** From code point to code point, all the same glyph. */
const ranges: readonly (readonly [number, number, Glyph])[] = [
  [0x20, 0x20, "space"],
  [0x21, 0x9f, "box"],
  [0xa0, 0xa0, "space"],
  [0xa1, 0x2fff, "box"],
  [0x3000, 0x9fff, "wide"],
  [0xa000, 0xfeff, "box"],
  [0xff00, 0xffef, "wide"],
  [0x1f000, 0x1faff, "wide"],
];

/** Format 13: many code points to one glyph. */
function cmap(): number[] {
  const groups = ranges.flatMap(([from, to, glyph]) => u32(from, to, idOf(glyph)));
  const table = [...u16(13, 0), ...u32(16 + groups.length, 0, ranges.length), ...groups];
  return [...u16(0, 1, 3, 10), ...u32(12), ...table];
}

/** A rectangle on the base line; space and the missing glyph draw nothing. */
function outline(glyph: Glyph): number[] {
  if (glyph === "space" || glyph === "missing") return [];
  const [left, right, top] = [40, advances[glyph] - 40, 640];
  const header = u16(1, left, 0, right, top);
  const flags = [1, 1, 1, 1];
  const xs = u16(left, 0, right - left, 0);
  const ys = u16(0, top, 0, -top);
  const all = [...header, ...u16(3, 0), ...flags, ...xs, ...ys];
  return all.length % 2 === 0 ? all : [...all, 0];
}

function tables(): Record<string, number[]> {
  const outlines = glyphs.map(outline);
  const ends = outlines.map((_, place) => outlines.slice(0, place + 1).flat().length);
  const [ascent, descent] = [900, 300];
  const name = [...u16(0, 1, 18, 3, 1, 0x409, 1, 6, 0), ...u16(66, 111, 120)];
  return {
    "OS/2": [
      ...u16(4, 520, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      ...Array<number>(10).fill(0),
      ...u32(0, 0, 0, 0),
      ...[0x42, 0x4f, 0x58, 0x20],
      ...u16(0x40, 0x20, 0xffff, ascent, 0x10000 - descent, 0, ascent, descent),
      ...u32(1, 0),
      ...u16(480, 640, 0, 0x20, 1),
    ],
    cmap: cmap(),
    glyf: outlines.flat(),
    head: [
      ...u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      ...u16(3, unitsPerEm),
      ...u32(0, 0, 0, 0),
      ...u16(0, 0, 1_000, 640, 0, 8, 2, 0, 0),
    ],
    hhea: [
      ...u32(0x10000),
      ...u16(ascent, 0x10000 - descent, 0, 1_000, 0, 0, 1_000, 1),
      ...Array<number>(14).fill(0),
      ...u16(glyphs.length),
    ],
    hmtx: glyphs.flatMap((glyph) => u16(advances[glyph], 40)),
    loca: u16(0, ...ends.map((end) => end / 2)),
    maxp: [...u32(0x10000), ...u16(glyphs.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name,
    post: [...u32(0x30000, 0), ...u16(0xff9c, 50), ...u32(0, 0, 0, 0, 0)],
  };
}

const padded = (bytes: number[]) => [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];

function checksum(bytes: number[]): number {
  let sum = 0;
  const whole = padded(bytes);
  for (let at = 0; at < whole.length; at += 4)
    sum =
      (sum + ((whole[at]! << 24) | (whole[at + 1]! << 16) | (whole[at + 2]! << 8) | whole[at + 3]!)) >>> 0;
  return sum;
}

/** As a TrueType file. */
export function boxFont(): Uint8Array {
  const parts = Object.entries(tables());
  const count = parts.length;
  const log = Math.floor(Math.log2(count));
  const head = [...u32(0x10000), ...u16(count, 16 * 2 ** log, log, 16 * (count - 2 ** log))];
  let offset = 12 + 16 * count;
  const directory: number[] = [];
  const bodies: number[] = [];
  for (const [tag, bytes] of parts) {
    directory.push(
      ...[...tag].map((letter) => letter.charCodeAt(0)),
      ...u32(checksum(bytes), offset, bytes.length),
    );
    bodies.push(...padded(bytes));
    offset += padded(bytes).length;
  }
  return Uint8Array.from([...head, ...directory, ...bodies]);
}
