/** Products of sparse vectors with narrow tables, and the few steps of linear algebra that find their strongest directions. */
import { eigen } from "./eigen.ts";
import type { Vector } from "./weighting.ts";

/** Xᵀ · rows */
export function transposedTimes(
  vectors: readonly Vector[],
  height: number,
  rows: Float32Array,
  width: number,
) {
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
export function times(vectors: readonly Vector[], table: Float32Array, width: number) {
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
export function orthonormalise(matrix: Float32Array, width: number): void {
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
export function strongest(columns: Float32Array, width: number, wanted: number): Float32Array {
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
