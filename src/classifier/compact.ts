/** Vectors renumbered to the columns they use, the commonest first: what is read most then lies together, near the processor. */
import { latentRoom, type Machines } from "./solver.ts";
import { columnCount, type Vector } from "./weighting.ts";

export interface Compact {
  readonly vectors: readonly Vector[];
  /** The column each number stands for. */
  readonly columns: Int32Array;
}

/** The same values in the same order under new numbers; bias and latent directions follow the columns as they did before. */
export function compacted(vectors: readonly Vector[]): Compact {
  const counts = new Uint32Array(columnCount);
  for (const { columns } of vectors)
    for (let i = 0; i < columns.length; i++) if (columns[i]! < columnCount) counts[columns[i]!]!++;
  const columns = Int32Array.from(counts.keys()).filter((column) => counts[column]! > 0);
  columns.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const numbers = new Int32Array(columnCount + 1 + latentRoom);
  columns.forEach((column, number) => {
    numbers[column] = number;
  });
  for (let after = 0; after <= latentRoom; after++) numbers[columnCount + after] = columns.length + after;
  return {
    columns,
    vectors: vectors.map((vector) => ({
      ...vector,
      columns: vector.columns.map((column) => numbers[column]!),
    })),
  };
}

/** Writes what machines over the renumbered columns learned into machines over all. */
export function widened(from: Machines, columns: Int32Array, into: Machines): void {
  const { outputs } = into;
  columns.forEach((column, number) => {
    for (let k = 0; k < outputs; k++)
      into.weights[column * outputs + k] = from.weights[number * outputs + k]!;
  });
  into.weights.set(from.weights.subarray(columns.length * outputs), columnCount * outputs);
}
