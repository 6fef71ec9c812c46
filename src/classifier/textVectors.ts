/** Texts of a taxonomy as sparse vectors, and what labels have for themselves among them. */
import { featuresOf } from "./features.ts";
import { bucketCount } from "./hash.ts";
import { offsetOf, vectorOf, type Weighting } from "./weighting.ts";

/** Values by column. */
export type Sparse = ReadonlyMap<number, number>;

/** Runs of characters find the texts' words in other forms, which matters while single words are few. */
const runsOverWords = 6;

export const featuresIn = (text: string, key: string) => featuresOf({ subject: "", body: text }, key);

export function sparseOf(text: string, key: string, weighting: Weighting): Map<number, number> {
  const { columns, values } = vectorOf(featuresIn(text, key), weighting);
  const sum = new Map<number, number>();
  columns.forEach((column, i) => {
    sum.set(column, (sum.get(column) ?? 0) + values[i]!);
  });
  return sum;
}

export function sumOf(vectors: readonly Sparse[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const vector of vectors)
    for (const [column, value] of vector) sum.set(column, (sum.get(column) ?? 0) + value);
  return sum;
}

export const lengthOf = (vector: Sparse): number => Math.sqrt(dot(vector, vector));

export function dot(a: Sparse, b: Sparse): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [column, value] of small) sum += value * (large.get(column) ?? 0);
  return sum;
}

const isRun = (column: number) => column >= offsetOf.chars && column < offsetOf.chars + bucketCount;

/** What stands in the texts of many labels tells little about any: ln((1 + labels) / labels with it) squared. Of all texts of each label together. */
export function sharpnessAmong(labels: readonly Sparse[]): (column: number) => number {
  const labelsWith = new Map<number, number>();
  for (const own of labels)
    for (const column of own.keys()) labelsWith.set(column, (labelsWith.get(column) ?? 0) + 1);
  return (column) =>
    Math.log((1 + labels.length) / labelsWith.get(column)!) ** 2 * (isRun(column) ? runsOverWords : 1);
}

/** Each value of a vector times what its column weighs, in place. */
export function weigh(
  vector: Map<number, number>,
  weightOf: (column: number) => number,
): Map<number, number> {
  for (const [column, value] of vector) vector.set(column, value * weightOf(column));
  return vector;
}
