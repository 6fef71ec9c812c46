/** Features → the weighted, block-normalised vector one head of the model reads. */
import { type BlockName, blockNames, nothing, type Reading } from "./features.ts";
import { bucketCount } from "./hash.ts";

/** Columns of the model: a table each for words, character runs and pairs, one for all the rest. */
export const columnCount = 4 * bucketCount;

export const offsetOf: Readonly<Record<BlockName, number>> = {
  words: 0,
  chars: bucketCount,
  pairs: 2 * bucketCount,
  subject: 3 * bucketCount,
  sender: 3 * bucketCount,
  marks: 3 * bucketCount,
};

export type BlockWeights = Readonly<Record<BlockName, number>>;

/** How a head weighs what it reads: a length for each block, and a factor for each column. */
export interface Weighting {
  readonly blocks: BlockWeights;
  /** Power of the inverse document frequency: 1 for topics, 0.5 between, 0 for tone and urgency. */
  readonly power: number;
  /** idf^power of each column, or of each level where there are levels. */
  readonly factors: Float32Array;
  /** The level of each column, of a loaded model: a quarter of the memory, all of it near the processor. */
  readonly levels?: Uint8Array;
}

/** idf^power of one column. */
export const factorOf = ({ factors, levels }: Weighting, column: number): number =>
  levels === undefined ? factors[column]! : factors[levels[column]!]!;

/** In how many messages each column was met. */
export interface DocumentFrequencies {
  readonly messages: number;
  readonly counts: Uint32Array;
}

const logCounts = Float32Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/** Dampened term frequency: 1 + ln(count). */
export const dampened = (count: number): number => (count < 256 ? logCounts[count]! : 1 + Math.log(count));

/** Smoothed idf = ln((1 + N) / (1 + df)) + 1, to the power. */
export function weightingOf(df: DocumentFrequencies, power: number, blocks: BlockWeights): Weighting {
  const byCount = new Map<number, number>();
  const factors = new Float32Array(columnCount);
  for (let column = 0; column < columnCount; column++) {
    const count = df.counts[column]!;
    let factor = byCount.get(count);
    if (factor === undefined) {
      factor = (Math.log((1 + df.messages) / (1 + count)) + 1) ** power;
      byCount.set(count, factor);
    }
    factors[column] = factor;
  }
  return { blocks, power, factors };
}

/** Counts each column of each message once. */
export function frequenciesOf(messages: Iterable<Reading>): DocumentFrequencies {
  const counts = new Uint32Array(columnCount);
  let total = 0;
  for (const features of messages) {
    total++;
    for (const name of blockNames) {
      const { ids } = features[name] ?? nothing;
      for (let i = 0; i < ids.length; i++) counts[offsetOf[name] + ids[i]!]!++;
    }
  }
  return { messages: total, counts };
}

/** A sparse vector; a column may appear twice when two blocks share it. */
export interface Vector {
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly squaredNorm: number;
}

/** Each block is brought to its own length, so that long bodies do not drown short subjects. */
export function vectorOf(features: Reading, weighting: Weighting): Vector {
  const size = blockNames.reduce(
    (sum, name) => sum + (weighting.blocks[name] ? (features[name]?.ids.length ?? 0) : 0),
    0,
  );
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  let total = 0;
  for (const name of blockNames) {
    const weight = weighting.blocks[name];
    const { ids, counts } = features[name] ?? nothing;
    if (!weight || ids.length === 0) continue;
    const start = at;
    let squares = 0;
    for (let i = 0; i < ids.length; i++) {
      const column = offsetOf[name] + ids[i]!;
      const value = dampened(counts[i]!) * factorOf(weighting, column);
      columns[at] = column;
      values[at++] = value;
      squares += value * value;
    }
    const scale = weight / Math.sqrt(squares);
    for (let i = start; i < at; i++) values[i]! *= scale;
    total += weight * weight;
  }
  return { columns, values, squaredNorm: total };
}
