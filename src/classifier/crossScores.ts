/** Scores of messages by a model that has not seen them, without training it anew for each. */
import { descend, type Problem, randomOf, remove, type Solution, scoresOf, shuffled } from "./solver.ts";

const folds = 5;
const passes = 3;
const tolerance = 1e-3;

/** Most messages scored: enough for a temperature and for prediction sets. */
export const scoredAtMost = 1_000;

/** One message's place in the problem, and what was said of it unseen. */
export interface Unseen {
  readonly at: number;
  readonly scores: Float64Array;
}

/**
 * Takes a fifth of the messages out of a copy of the converged solution, lets the rest settle for a few
 * passes, scores the fifth, and so on round. Leaves solution and duals as they were.
 */
export function crossScores(solution: Solution, problem: Problem, seed: number): Unseen[] {
  const random = randomOf(seed);
  const order = shuffled(problem.vectors.length, random);
  const scored = Math.min(order.length, scoredAtMost);
  const unseen: Unseen[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const out = new Set(order.filter((_, place) => place < scored && place % folds === fold));
    if (out.size === 0) continue;
    const copy: Solution = { classes: solution.classes, weights: solution.weights.slice() };
    const duals = problem.duals.map((one) => one.slice());
    for (const i of out) remove(copy, problem.vectors[i]!, problem.labels[i]!, duals[i]!);
    const rest = order.filter((i) => !out.has(i));
    descend(copy, { ...problem, duals }, rest, random, { passes, tolerance });
    for (const i of out) unseen.push({ at: i, scores: scoresOf(copy, problem.vectors[i]!) });
  }
  return unseen;
}
