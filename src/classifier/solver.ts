/**
 * Linear machines with squared hinge loss, solved by dual coordinate descent (Hsieh et al. 2008). Because the
 * dual variables of each message are kept, a message can be taken out again exactly.
 */
import { columnCount, type Vector } from "./weighting.ts";

/** Directions of the latent view a machine has room for. */
export const latentRoom = 64;

/**
 * Several binary machines over the same vectors. "oneVsRest": machine k asks whether the label is k;
 * "ordinal": whether it is above k, so there is one less.
 */
export interface Machines {
  readonly kind: "oneVsRest" | "ordinal";
  readonly outputs: number;
  /** Columns before the bias. */
  readonly columns: number;
  /** Machine-contiguous per column; after the columns the bias, then the latent directions. */
  readonly weights: Float32Array;
}

export function emptyMachines(kind: Machines["kind"], labels: number, columns = columnCount): Machines {
  const outputs = Math.max(0, kind === "ordinal" ? labels - 1 : labels);
  return { kind, outputs, columns, weights: new Float32Array((columns + 1 + latentRoom) * outputs) };
}

const isPositive = (kind: Machines["kind"], label: number, k: number) =>
  kind === "ordinal" ? label > k : label === k;

/** Dual variables of one message, one a machine, all zero before it is learned. */
export type Duals = Float32Array;

/** Raw scores of all machines for a vector; four at a time, so that the sums stay in registers. */
export function scoresOf(machines: Machines, { columns, values }: Vector): Float64Array {
  const { outputs, weights } = machines;
  const bias = machines.columns * outputs;
  const scores = new Float64Array(outputs);
  let k = 0;
  for (; k + 4 <= outputs; k += 4) {
    let [a, b, c, d] = [
      weights[bias + k]!,
      weights[bias + k + 1]!,
      weights[bias + k + 2]!,
      weights[bias + k + 3]!,
    ];
    for (let i = 0; i < columns.length; i++) {
      const at = columns[i]! * outputs + k;
      const value = values[i]!;
      a += value * weights[at]!;
      b += value * weights[at + 1]!;
      c += value * weights[at + 2]!;
      d += value * weights[at + 3]!;
    }
    scores[k] = a;
    scores[k + 1] = b;
    scores[k + 2] = c;
    scores[k + 3] = d;
  }
  for (; k < outputs; k++) {
    let a = weights[bias + k]!;
    for (let i = 0; i < columns.length; i++) a += values[i]! * weights[columns[i]! * outputs + k]!;
    scores[k] = a;
  }
  return scores;
}

/** Most machines have nothing to change on most messages: only those that do are walked. */
function addScaled(machines: Machines, { columns, values }: Vector, change: Float64Array): void {
  const { outputs, weights } = machines;
  for (let k = 0; k < outputs; k++) {
    const by = change[k]!;
    if (by === 0) continue;
    weights[machines.columns * outputs + k]! += by;
    for (let i = 0; i < columns.length; i++) weights[columns[i]! * outputs + k]! += values[i]! * by;
  }
}

/** What errors cost: `positive[k]` on machine k's own messages, `rest` on all others. */
export interface Costs {
  readonly positive: readonly number[];
  readonly rest: number;
}

/** One exact coordinate step for each machine on one message; answers the largest change made. */
export function step(machines: Machines, vector: Vector, label: number, duals: Duals, costs: Costs): number {
  const scores = scoresOf(machines, vector);
  let largest = 0;
  for (let k = 0; k < machines.outputs; k++) {
    const positive = isPositive(machines.kind, label, k);
    const side = positive ? 1 : -1;
    const diagonal = 0.5 / (positive ? costs.positive[k]! : costs.rest);
    const gradient = side * scores[k]! - 1 + diagonal * duals[k]!;
    const next = Math.fround(Math.max(0, duals[k]! - gradient / (vector.squaredNorm + 1 + diagonal)));
    const change = next - duals[k]!;
    duals[k] = next;
    scores[k] = side * change;
    largest = Math.max(largest, Math.abs(change));
  }
  if (largest > 0) addScaled(machines, vector, scores);
  return largest;
}

/** Everything machines learn from: vectors with their labels and dual variables, side by side. */
export interface Problem {
  readonly vectors: readonly Vector[];
  readonly labels: readonly number[];
  readonly duals: readonly Duals[];
  readonly costs: Costs;
}

/** A message that moved by less than so many tolerances is left alone for some passes: most are settled long before the last. */
const restBelow = 5;
const restFor = 2;

/** Passes in fresh random orders over the messages `at` until nothing moves by `tolerance`. */
export function descend(
  machines: Machines,
  { vectors, labels, duals, costs }: Problem,
  at: ArrayLike<number>,
  random: () => number,
  limit: { passes: number; tolerance: number },
): void {
  const rests = new Uint8Array(vectors.length);
  for (let pass = 0; pass < limit.passes; pass++) {
    let largest = 0;
    let resting = 0;
    for (const place of shuffled(at.length, random)) {
      const i = at[place]!;
      if (rests[i]! > 0) {
        rests[i]!--;
        resting++;
        continue;
      }
      const moved = step(machines, vectors[i]!, labels[i]!, duals[i]!, costs);
      if (moved < restBelow * limit.tolerance) rests[i] = restFor;
      largest = Math.max(largest, moved);
    }
    if (largest < limit.tolerance && resting === 0) return;
  }
}
/** Takes a message's whole share out of the weights. */
export function remove(machines: Machines, vector: Vector, label: number, duals: Duals): void {
  const change = Float64Array.from(duals, (dual, k) => (isPositive(machines.kind, label, k) ? -dual : dual));
  addScaled(machines, vector, change);
  duals.fill(0);
}

/** Scores of machines as scores of labels: an ordinal label is above all machines below it. */
export function labelScores({ kind, outputs }: Machines, scores: Float64Array): Float64Array {
  if (kind === "oneVsRest") return scores;
  return Float64Array.from({ length: outputs + 1 }, (_, label) =>
    scores.reduce((sum, score, k) => sum + (k < label ? score : -score) / 2, 0),
  );
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
