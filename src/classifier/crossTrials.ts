/** What the experts say of messages they have not seen, without training them anew for each. */

import { type Bayes, bayesScores, count } from "./bayes.ts";
import type { Trial } from "./calibration.ts";
import { priorLogits } from "./prior.ts";
import {
  descend,
  labelScores,
  type Machines,
  type Problem,
  randomOf,
  remove,
  scoresOf,
  shuffled,
} from "./solver.ts";
import type { Trainer } from "./trainer.ts";
import type { Vector } from "./weighting.ts";

/** Of thousands only a thousand are scored: two folds of them leave the rest as whole as five do, in less than half the time. */
const foldsFor = (messages: number): number => (messages > 3_000 ? 2 : 5);
/** Passes until the rest has settled; among thousands the few taken out are missed less. */
const passesFor = (rest: number): number => (rest > 3_000 ? 1 : 3);
const tolerance = 1e-3;

/** Most messages scored: enough for mixture weights and for prediction sets. */
const scoredAtMost = 1_000;
const noneFirst: ReadonlySet<number> = new Set();

/** Machines with what they were trained on, under the same numbering of columns. */
export interface Solved {
  readonly machines: Machines;
  readonly problem: Problem;
}

/**
 * Takes a fold of the messages out of the converged machines and sums, lets the rest settle for a few passes,
 * asks for the fold, and so on round. Leaves the trainer and the duals as they were. Past the most that are scored,
 * those in `first` go before the others.
 */
export function crossTrials(
  trainer: Trainer,
  vectors: readonly Vector[],
  labels: readonly number[],
  solved: readonly Solved[],
  seed: number,
  first: ReadonlySet<number> = noneFirst,
): Trial[] {
  const random = randomOf(seed);
  const order = shuffled(vectors.length, random);
  if (first.size > 0) order.sort((a, b) => Number(first.has(b)) - Number(first.has(a)));
  const scored = Math.min(order.length, scoredAtMost);
  const folds = foldsFor(order.length);
  return Array.from({ length: folds }, (_, fold) => {
    const out = Array.from(order).filter((__, place) => place < scored && place % folds === fold);
    const gone = new Set(out);
    const rest = order.filter((i) => !gone.has(i));
    const machineScores = solved.map(({ machines, problem }) =>
      unseenScores(machines, problem, out, rest, random),
    );
    const bayes = unseenBayes(trainer.bayes, vectors, labels, out);
    return out.map((i, at) => ({
      experts: [
        ...machineScores.map((scores) => scores[at]!),
        bayes[at]!,
        priorLogits(trainer.prior, trainer.labels.length, vectors[i]!),
      ],
      label: labels[i]!,
      of: i,
    }));
  }).flat();
}

function unseenScores(
  machines: Machines,
  problem: Problem,
  out: readonly number[],
  rest: Uint32Array,
  random: () => number,
): Float64Array[] {
  const copy: Machines = { ...machines, weights: machines.weights.slice() };
  const duals = problem.duals.map((one) => one.slice());
  for (const i of out) remove(copy, problem.vectors[i]!, problem.labels[i]!, duals[i]!);
  descend(copy, { ...problem, duals }, rest, random, { passes: passesFor(rest.length), tolerance });
  return out.map((i) => labelScores(copy, scoresOf(copy, problem.vectors[i]!)));
}

function unseenBayes(
  bayes: Bayes,
  vectors: readonly Vector[],
  labels: readonly number[],
  out: readonly number[],
): Float64Array[] {
  for (const i of out) count(bayes, vectors[i]!, labels[i]!, -1);
  const scores = out.map((i) => bayesScores(bayes, vectors[i]!));
  for (const i of out) count(bayes, vectors[i]!, labels[i]!, 1);
  return scores;
}
