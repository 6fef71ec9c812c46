/**
 * One-vs-rest linear classifiers with squared hinge loss, solved by dual coordinate descent
 * (Hsieh et al. 2008). Because the dual variables of each message are kept, a message can be taken out
 * again exactly.
 */
import { columnCount, type Vector } from "./weighting.ts";

/** The weights of all classes, class-contiguous per column; the last column is the bias. */
export interface Solution {
  readonly classes: number;
  readonly weights: Float32Array;
}

export const emptySolution = (classes: number): Solution => ({
  classes,
  weights: new Float32Array((columnCount + 1) * classes),
});

/** Dual variables of one message, one a class, all zero before it is learned. */
export type Duals = Float32Array;

/** Raw scores of all classes for a vector. */
export function scoresOf({ classes, weights }: Solution, { columns, values }: Vector): Float64Array {
  const scores = new Float64Array(classes);
  for (let k = 0; k < classes; k++) scores[k] = weights[columnCount * classes + k]!;
  for (let i = 0; i < columns.length; i++) {
    const base = columns[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < classes; k++) scores[k]! += value * weights[base + k]!;
  }
  return scores;
}

function addScaled({ classes, weights }: Solution, { columns, values }: Vector, change: Float64Array): void {
  for (let k = 0; k < classes; k++) weights[columnCount * classes + k]! += change[k]!;
  for (let i = 0; i < columns.length; i++) {
    const base = columns[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < classes; k++) weights[base + k]! += value * change[k]!;
  }
}

/**
 * One exact coordinate step for each class on one message; answers the largest change made.
 * `costs[k]` is the price C of class k's errors on its own messages; errors on others' messages cost `rest`.
 */
export function step(
  solution: Solution,
  vector: Vector,
  label: number,
  duals: Duals,
  costs: ArrayLike<number>,
  rest: number,
): number {
  const scores = scoresOf(solution, vector);
  let largest = 0;
  for (let k = 0; k < solution.classes; k++) {
    const side = k === label ? 1 : -1;
    const diagonal = 0.5 / (k === label ? costs[k]! : rest);
    const gradient = side * scores[k]! - 1 + diagonal * duals[k]!;
    const next = Math.fround(Math.max(0, duals[k]! - gradient / (vector.squaredNorm + 1 + diagonal)));
    const change = next - duals[k]!;
    duals[k] = next;
    scores[k] = side * change;
    largest = Math.max(largest, Math.abs(change));
  }
  if (largest > 0) addScaled(solution, vector, scores);
  return largest;
}

/** Everything one head learns from: vectors with their labels and dual variables, side by side. */
export interface Problem {
  readonly vectors: readonly Vector[];
  readonly labels: readonly number[];
  readonly duals: readonly Duals[];
  readonly costs: readonly number[];
  readonly rest: number;
}

/** Passes in fresh random orders over the messages `at` until nothing moves by `tolerance`; answers the passes made. */
export function descend(
  solution: Solution,
  { vectors, labels, duals, costs, rest }: Problem,
  at: ArrayLike<number>,
  random: () => number,
  limit: { passes: number; tolerance: number },
): number {
  for (let pass = 1; pass <= limit.passes; pass++) {
    let largest = 0;
    for (const place of shuffled(at.length, random)) {
      const i = at[place]!;
      largest = Math.max(largest, step(solution, vectors[i]!, labels[i]!, duals[i]!, costs, rest));
    }
    if (largest < limit.tolerance) return pass;
  }
  return limit.passes;
}

/** Takes a message's whole share out of the weights. */
export function remove(solution: Solution, vector: Vector, label: number, duals: Duals): void {
  const change = Float64Array.from(duals, (dual, k) => (k === label ? -dual : dual));
  addScaled(solution, vector, change);
  duals.fill(0);
}

/** Small, fast, seeded random numbers in [0, 1) (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A fresh random order of 0..length-1: cyclic passes over sorted messages hardly converge. */
export function shuffled(length: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}
