/**
 * A latent view of a department's mail, labelled or not: the directions in which its words vary together
 * (truncated SVD by randomised subspace iteration, Halko et al. 2011), so that a verdict on one wording
 * also teaches about its neighbours.
 */
import { bucketCount } from "./hash.ts";
import { latentRoom, randomOf, shuffled } from "./solver.ts";
import { orthonormalise, strongest, times, transposedTimes } from "./subspace.ts";
import { columnCount, type Vector } from "./weighting.ts";

/** Maps a vector to `dimensions` numbers: `scale · basis[column * dimensions + j]`, summed over its columns. */
export interface LatentView {
  readonly dimensions: number;
  readonly basis: Int8Array;
  readonly scale: number;
  /** Mean length of a message's place. */
  readonly length: number;
}

export const noLatentView: LatentView = { dimensions: 0, basis: new Int8Array(0), scale: 1, length: 1 };

const extra = 10;
const rounds = 3;
const fewestMessages = 40;
const mostMessages = 3_000;
/** Columns read at most, all messages together: of long mail fewer messages tell as much. */
const mostRead = 2_000_000;

/** Only single words and character runs are looked at: pairs are too rare to vary together. */
const latentColumns = 2 * bucketCount;

/**
 * Length of the latent block of a usual message, where words and characters have 1 each: it helps most while there
 * are few verdicts, and blurs what many verdicts say. Found by cross-validation over all sets, see docs/model.md.
 */
const latentWeight = (verdicts: number): number => 1.5 * Math.min(1, (150 / Math.max(1, verdicts)) ** 0.25);

/**
 * The strongest directions of the vectors, at most `latentRoom` and a third of the messages, scaled so that a
 * message's place has length 1.5 on average up to 150 verdicts, and less with more (0.8 at 2,000, 0.5 at 10,000).
 * With more than 3,000 vectors a seeded sample is looked at.
 */
export function latentView(all: readonly Vector[], verdicts: number, seed: number): LatentView {
  if (all.length < fewestMessages) return noLatentView;
  const random = randomOf(seed);
  const vectors = sampleOf(all, random);
  const { columnOf, compact } = onlyShared(vectors);
  const wanted = Math.min(latentRoom, Math.floor(vectors.length / 3));
  const width = wanted + extra;
  let rows = Float32Array.from({ length: vectors.length * width }, () => random() - 0.5);
  let columns = new Float32Array(0);
  for (let round = 0; round < rounds; round++) {
    orthonormalise(rows, width);
    columns = transposedTimes(compact, columnOf.length, rows, width);
    if (round + 1 < rounds) rows = times(compact, columns, width);
  }
  const basis = inBytes(strongest(columns, width, wanted), wanted, columnOf);
  return scaled(basis, vectors, latentWeight(verdicts));
}

function sampleOf(all: readonly Vector[], random: () => number): Vector[] {
  let read = 0;
  return Array.from(shuffled(all.length, random).subarray(0, mostMessages), (i) => all[i]!).filter(
    (vector) => {
      read += vector.columns.length;
      return read <= mostRead;
    },
  );
}

/** The vectors over the columns that at least two of them share: what stands once cannot vary together. */
function onlyShared(vectors: readonly Vector[]): { columnOf: Int32Array; compact: Vector[] } {
  const counts = new Uint32Array(latentColumns);
  for (const { columns } of vectors)
    for (let i = 0; i < columns.length; i++) if (columns[i]! < latentColumns) counts[columns[i]!]!++;
  const columnOf = Int32Array.from(counts.keys()).filter((column) => counts[column]! > 1);
  const placeOf = new Int32Array(latentColumns).fill(-1);
  columnOf.forEach((column, place) => {
    placeOf[column] = place;
  });
  const compact = vectors.map((vector) => {
    const at = vector.columns.map((column, i) => (column < latentColumns && placeOf[column]! >= 0 ? i : -1));
    const kept = at.filter((i) => i >= 0);
    return {
      columns: kept.map((i) => placeOf[vector.columns[i]!]!),
      values: Float32Array.from(kept, (i) => vector.values[i]!),
      squaredNorm: vector.squaredNorm,
    };
  });
  return { columnOf, compact };
}

/** A byte a number, the largest becomes 127, spread to the columns the rows stand for. */
function inBytes(rows: Float32Array, dimensions: number, columnOf: Int32Array): LatentView {
  const largest = rows.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const basis = new Int8Array(latentColumns * dimensions);
  columnOf.forEach((column, place) => {
    for (let j = 0; j < dimensions; j++)
      basis[column * dimensions + j] = Math.round((127 * rows[place * dimensions + j]!) / largest);
  });
  return { dimensions, basis, scale: largest / 127, length: 1 };
}

function scaled(view: LatentView, vectors: readonly Vector[], length: number): LatentView {
  const lengths = vectors.map((vector) => Math.hypot(...latentOf(view, vector)));
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  return mean > 0 ? { ...view, scale: (view.scale * length) / mean, length } : noLatentView;
}

/** A vector with its place in the latent view appended as further columns, after the bias. */
export function withLatent(vector: Vector, place: Float32Array): Vector {
  const { length } = vector.columns;
  const columns = new Int32Array(length + place.length);
  const values = new Float32Array(length + place.length);
  columns.set(vector.columns);
  values.set(vector.values);
  values.set(place, length);
  for (let j = 0; j < place.length; j++) columns[length + j] = columnCount + 1 + j;
  const squares = place.reduce((sum, value) => sum + value * value, 0);
  return { columns, values, squaredNorm: vector.squaredNorm + squares };
}

/** Folds weights over the latent directions (label-contiguous per direction) into a table over columns: w + Pᵀv, so that predicting costs no more. */
export function foldLatent(
  { dimensions, basis, scale }: LatentView,
  directions: Float64Array,
  labels: number,
  into: Float32Array,
): void {
  const v = directions.map((weight) => scale * weight);
  const row = new Float64Array(labels);
  for (let from = 0; from < basis.length; from += dimensions) {
    if (isEmpty(basis, from, dimensions)) continue;
    row.fill(0);
    for (let j = 0; j < dimensions; j++) {
      const value = basis[from + j]!;
      if (value !== 0) for (let k = 0; k < labels; k++) row[k]! += value * v[j * labels + k]!;
    }
    const base = (from / dimensions) * labels;
    for (let k = 0; k < labels; k++) into[base + k]! += row[k]!;
  }
}

function isEmpty(basis: Int8Array, from: number, length: number): boolean {
  for (let j = 0; j < length; j++) if (basis[from + j] !== 0) return false;
  return true;
}

/** A vector's place in the latent view. */
export function latentOf(
  { dimensions, basis, scale }: LatentView,
  { columns, values }: Vector,
): Float32Array {
  const place = new Float32Array(dimensions);
  let many = 0;
  while (many < columns.length && columns[many]! < latentColumns) many++;
  let j = 0;
  for (; j + 4 <= dimensions; j += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < many; i++) {
      const at = columns[i]! * dimensions + j;
      const value = values[i]!;
      a += value * basis[at]!;
      b += value * basis[at + 1]!;
      c += value * basis[at + 2]!;
      d += value * basis[at + 3]!;
    }
    place[j] = scale * a;
    place[j + 1] = scale * b;
    place[j + 2] = scale * c;
    place[j + 3] = scale * d;
  }
  for (; j < dimensions; j++) {
    let a = 0;
    for (let i = 0; i < many; i++) a += values[i]! * basis[columns[i]! * dimensions + j]!;
    place[j] = scale * a;
  }
  return place;
}
