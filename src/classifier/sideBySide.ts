/** Both heads of a loaded model side by side: one walk over a message finds what both have to say of a column in one place of memory. */
import { type BlockName, blockNames, nothing, type Reading } from "./features.ts";
import { type Filled, filledIn, placeOf } from "./filledColumns.ts";
import type { BlockWeights } from "./weighting.ts";
import { dampened, offsetOf } from "./weighting.ts";

/** One head as its file holds it. */
export interface Stored {
  readonly blocks: BlockWeights;
  readonly biases: Float32Array;
  /** what a level of commonness multiplies by */
  readonly factors: Float32Array;
  readonly levels: Uint8Array;
  /** a bit for each column that has a row */
  readonly bitmap: Uint8Array;
  /** a signed byte for each label in each row */
  readonly rows: Int8Array;
  /** what byte b is worth for label k, at k · 256 + (b as unsigned) */
  readonly worth: Float32Array;
}

export interface SideBySide {
  readonly first: Stored;
  readonly second: Stored;
  /** of each column both levels, one after the other */
  readonly levels: Uint8Array;
  readonly filled: Filled;
  /** labels of the first head, then of the second, in each row */
  readonly rows: Uint8Array;
  readonly width: number;
}

export function sideBySide(first: Stored, second: Stored): SideBySide {
  const levels = new Uint8Array(2 * first.levels.length);
  for (let i = 0; i < first.levels.length; i++) {
    levels[2 * i] = first.levels[i]!;
    levels[2 * i + 1] = second.levels[i]!;
  }
  const bitmap = first.bitmap.map((bits, i) => bits | second.bitmap[i]!);
  const width = first.biases.length + second.biases.length;
  return { first, second, levels, filled: filledIn(bitmap), rows: joinedRows(first, second, bitmap), width };
}

const ones = Uint8Array.from({ length: 256 }, (_, bits) => bits.toString(2).replaceAll("0", "").length);
const has = (bitmap: Uint8Array, column: number) => ((bitmap[column >> 3]! >> (column & 7)) & 1) === 1;

function joinedRows(first: Stored, second: Stored, bitmap: Uint8Array): Uint8Array {
  const width = first.biases.length + second.biases.length;
  const count = bitmap.reduce((sum, bits) => sum + ones[bits]!, 0);
  const rows = new Uint8Array(count * width);
  placeRows(rows, width, 0, first, bitmap);
  placeRows(rows, width, first.biases.length, second, bitmap);
  return rows;
}

/** Each row of a head into its part of the joined one of the same column. Of plain numbers only: it holds up who loads a model. */
function placeRows(joined: Uint8Array, width: number, start: number, head: Stored, bitmap: Uint8Array): void {
  const { rows, bitmap: own } = head;
  const labels = head.biases.length;
  const columns = 8 * bitmap.length;
  for (let column = 0, from = 0, to = start; column < columns; column++) {
    if (!has(bitmap, column)) continue;
    if (has(own, column)) for (let k = 0; k < labels; k++) joined[to + k] = rows[from++]!;
    to += width;
  }
}

/** What a walk met of a message, in order. */
export interface Met {
  /** where each row begins */
  rows: Int32Array;
  /** its value in either head */
  first: Float64Array;
  second: Float64Array;
  /** which feature of its block it was */
  features: Int32Array;
  /** how many were met up to the end of each block */
  upTo: Int32Array;
}

const roomFor = (size: number): Met => ({
  rows: new Int32Array(size),
  first: new Float64Array(size),
  second: new Float64Array(size),
  features: new Int32Array(size),
  upTo: new Int32Array(blockNames.length),
});

/** One message after the other is written over the last. */
let met = roomFor(1_024);

function makeRoom(features: Reading): void {
  const size = blockNames.reduce((sum, name) => sum + (features[name]?.ids.length ?? 0), 0);
  if (met.rows.length < size) met = roomFor(2 * size);
}

export interface Walked {
  first: Float64Array;
  second: Float64Array;
  /** what the first head's values of each block are multiplied by */
  scales: Float64Array;
  /** until the next walk */
  met: Met;
}

/** The logits of both heads, to the bit what `logitsOf` makes of each. */
export function walk(both: SideBySide, features: Reading): Walked {
  const { first, second } = both;
  const logits = [Float64Array.from(first.biases), Float64Array.from(second.biases)] as const;
  const scales = new Float64Array(blockNames.length);
  const sums = [new Float64Array(logits[0].length), new Float64Array(logits[1].length)] as const;
  makeRoom(features);
  let from = 0;
  for (const [at, name] of blockNames.entries()) {
    const squares = gather(both, features, name, from);
    const { to } = squares;
    met.upTo[at] = to;
    if (to === from) continue;
    scales[at] = first.blocks[name] && first.blocks[name] / Math.sqrt(squares.first);
    const scale = second.blocks[name] && second.blocks[name] / Math.sqrt(squares.second);
    addUp(both, from, to, ...sums);
    for (let k = 0; k < sums[0].length; k++) logits[0][k]! += sums[0][k]! * scales[at]!;
    for (let k = 0; k < sums[1].length; k++) logits[1][k]! += sums[1][k]! * scale;
    from = to;
  }
  return { first: logits[0], second: logits[1], scales, met };
}

/** Finds the rows of a block first, so that none has to wait for the one before. */
function gather(both: SideBySide, features: Reading, name: BlockName, from: number) {
  const { levels, filled } = both;
  const [firstFactors, secondFactors] = [both.first.factors, both.second.factors];
  const { ids, counts } = features[name] ?? nothing;
  const offset = offsetOf[name];
  const { rows } = met;
  let to = from;
  let first = 0;
  let second = 0;
  for (let i = 0; i < ids.length; i++) {
    const column = offset + ids[i]!;
    const often = dampened(counts[i]!);
    const value = often * firstFactors[levels[2 * column]!]!;
    const other = often * secondFactors[levels[2 * column + 1]!]!;
    first += value * value;
    second += other * other;
    const place = placeOf(filled, column);
    if (place < 0) continue;
    rows[to] = place * both.width;
    met.first[to] = value;
    met.second[to] = other;
    met.features[to++] = i;
  }
  return { to, first, second };
}

function addUp(both: SideBySide, from: number, to: number, sums: Float64Array, others: Float64Array): void {
  const { rows } = both;
  const [worth, otherWorth] = [both.first.worth, both.second.worth];
  const [classes, otherClasses] = [sums.length, others.length];
  sums.fill(0);
  others.fill(0);
  for (let j = from; j < to; j++) {
    let at = met.rows[j]!;
    const value = met.first[j]!;
    const other = met.second[j]!;
    for (let k = 0; k < classes; k++) sums[k]! += value * worth[(k << 8) | rows[at++]!]!;
    for (let k = 0; k < otherClasses; k++) others[k]! += other * otherWorth[(k << 8) | rows[at++]!]!;
  }
}
