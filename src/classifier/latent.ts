/**
 * A latent view of a department's mail, labelled or not: the directions in which its words vary together
 * (truncated SVD by randomised subspace iteration, Halko et al. 2011), so that a verdict on one wording
 * also teaches about its neighbours.
 */
import { bucketCount } from "./hash.ts";
import { latentRoom, randomOf, shuffled } from "./solver.ts";
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
  const vectors = Array.from(shuffled(all.length, random).subarray(0, mostMessages), (i) => all[i]!);
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

/** Xᵀ · rows */
function transposedTimes(vectors: readonly Vector[], height: number, rows: Float32Array, width: number) {
  const out = new Float32Array(height * width);
  vectors.forEach(({ columns, values }, at) => {
    const from = at * width;
    for (let i = 0; i < columns.length; i++) {
      const base = columns[i]! * width;
      const value = values[i]!;
      for (let j = 0; j < width; j++) out[base + j]! += value * rows[from + j]!;
    }
  });
  return out;
}

/** X · columns */
function times(vectors: readonly Vector[], table: Float32Array, width: number) {
  const out = new Float32Array(vectors.length * width);
  vectors.forEach(({ columns, values }, at) => {
    const from = at * width;
    for (let i = 0; i < columns.length; i++) {
      const base = columns[i]! * width;
      const value = values[i]!;
      for (let j = 0; j < width; j++) out[from + j]! += value * table[base + j]!;
    }
  });
  return out;
}

/** Modified Gram–Schmidt on the columns of a row-major matrix, in place. */
function orthonormalise(matrix: Float32Array, width: number): void {
  const height = matrix.length / width;
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) {
      let dot = 0;
      for (let r = 0; r < height; r++) dot += matrix[r * width + j]! * matrix[r * width + k]!;
      for (let r = 0; r < height; r++) matrix[r * width + j]! -= dot * matrix[r * width + k]!;
    }
    let squares = 0;
    for (let r = 0; r < height; r++) squares += matrix[r * width + j]! ** 2;
    const scale = squares > 1e-20 ? 1 / Math.sqrt(squares) : 0;
    for (let r = 0; r < height; r++) matrix[r * width + j]! *= scale;
  }
}

/** Turns XᵀQ into right singular vectors: columns · U / σ for the eigenvectors U of its Gram matrix. */
function strongest(columns: Float32Array, width: number, wanted: number): Float32Array {
  const gram = new Float64Array(width * width);
  for (let base = 0; base < columns.length; base += width)
    for (let a = 0; a < width; a++) {
      const value = columns[base + a]!;
      for (let b = a; b < width; b++) gram[a * width + b]! += value * columns[base + b]!;
    }
  const square = Array.from({ length: width }, (_, a) =>
    Float64Array.from({ length: width }, (__, b) => gram[Math.min(a, b) * width + Math.max(a, b)]!),
  );
  const { values, vectors } = eigen(square);
  const turn = new Float32Array(width * wanted);
  for (let a = 0; a < width; a++)
    for (let j = 0; j < wanted; j++)
      turn[a * wanted + j] = values[j]! > 1e-9 ? vectors[a]![j]! / Math.sqrt(values[j]!) : 0;
  const basis = new Float32Array((columns.length / width) * wanted);
  for (let row = 0; row < columns.length / width; row++)
    for (let a = 0; a < width; a++) {
      const value = columns[row * width + a]!;
      for (let j = 0; j < wanted; j++) basis[row * wanted + j]! += value * turn[a * wanted + j]!;
    }
  return basis;
}

/** Eigenvalues (descending) and eigenvectors (as columns) of a symmetric matrix, by Jacobi rotations. */
export function eigen(symmetric: readonly Float64Array[]): { values: number[]; vectors: number[][] } {
  const a = symmetric.map((row) => [...row]);
  const size = a.length;
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += a[p]![q]! ** 2;
    if (off < 1e-18) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: v.map((row) => order.map((i) => row[i]!)) };
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  if (Math.abs(a[p]![q]!) < 1e-300) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const x = a[k]![p]!;
    const y = a[k]![q]!;
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const x = a[p]![k]!;
    const y = a[q]![k]!;
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
    const w = v[k]![p]!;
    const z = v[k]![q]!;
    v[k]![p] = c * w - s * z;
    v[k]![q] = s * w + c * z;
  }
}

/** A vector's place in the latent view. */
export function latentOf(
  { dimensions, basis, scale }: LatentView,
  { columns, values }: Vector,
): Float32Array {
  const place = new Float32Array(dimensions);
  for (let i = 0; i < columns.length && columns[i]! < latentColumns; i++) {
    const base = columns[i]! * dimensions;
    const value = values[i]! * scale;
    for (let j = 0; j < dimensions; j++) place[j]! += value * basis[base + j]!;
  }
  return place;
}
