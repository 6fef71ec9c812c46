/** Which columns of a table hold anything, in a few kilobytes that stay in the processor's cache, and where each one's row is. */

export interface Filled {
  /** a bit for each column */
  readonly bits: Uint32Array;
  /** rows before each 32 columns */
  readonly before: Uint32Array;
}

/** From a bitmap of bytes, lowest bit first. */
export function filledIn(bitmap: Uint8Array): Filled {
  const bits = new Uint32Array(Math.ceil(bitmap.length / 4));
  for (let i = 0; i < bitmap.length; i++) bits[i >> 2]! |= bitmap[i]! << (8 * (i & 3));
  const before = new Uint32Array(bits.length);
  for (let i = 1; i < bits.length; i++) before[i] = before[i - 1]! + ones(bits[i - 1]!);
  return { bits, before };
}

/** The place of the column's row among all rows; −1 where the column is empty. Without `filled` every column has a row. */
export function placeOf(filled: Filled | undefined, column: number): number {
  if (filled === undefined) return column;
  const word = filled.bits[column >> 5]!;
  const bit = 1 << (column & 31);
  return word & bit ? filled.before[column >> 5]! + ones(word & (bit - 1)) : -1;
}

/** Set bits of 32. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
