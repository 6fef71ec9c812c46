/** One head while it learns: weights, the scores it gave before each verdict, and what follows from both. */
import { fitMix, strangenessOf, type Trial } from "./calibration.ts";
import { crossScores } from "./crossScores.ts";
import type { Head } from "./predictor.ts";
import { type Described, priorLogits, priorShare, priorWeights } from "./prior.ts";
import {
  type Duals,
  descend,
  emptySolution,
  randomOf,
  remove,
  type Solution,
  scoresOf,
  step,
} from "./solver.ts";
import {
  type BlockWeights,
  columnCount,
  type DocumentFrequencies,
  type Vector,
  type Weighting,
  weightingOf,
} from "./weighting.ts";

/** How a head is trained; found on labelled mail, see docs/model.md. */
export interface Settings {
  readonly blocks: BlockWeights;
  readonly power: number;
  /** Price of an error in the squared-hinge objective. */
  readonly cost: number;
  /** Power of the class balance (N / (K · n_c)): 0 none, 1 full. */
  readonly balance: number;
}

export interface Trainer {
  readonly labels: readonly Described[];
  readonly settings: Settings;
  weighting: Weighting;
  prior: Float32Array;
  solution: Solution;
  /** Messages learned of each label. */
  counts: number[];
  /** The newest scores given without having seen the message; at most `trialsKept`. */
  trials: Trial[];
  /** Weights of learned scores and of the prior, fitted to the trials up to `mixedAt` verdicts. */
  mix: readonly number[];
  mixedAt: number;
}

const trialsKept = 1_000;
const fitted = 400;
const fitEvery = 25;
const learnedSharpness = 1 / 0.35;

export function createTrainer(
  labels: readonly Described[],
  settings: Settings,
  key: string,
  df: DocumentFrequencies,
): Trainer {
  const weighting = weightingOf(df, settings.power, settings.blocks);
  return {
    labels,
    settings,
    weighting,
    prior: priorWeights(labels, key, weighting),
    solution: emptySolution(labels.length),
    counts: labels.map(() => 0),
    trials: [],
    mix: usualMix(0).means,
    mixedAt: 0,
  };
}

export const learnedOf = (trainer: Trainer): number => trainer.counts.reduce((a, b) => a + b, 0);

/** (N / (K · n_c))^balance · C for each class. */
export function costsOf({ counts, settings }: Trainer): number[] {
  const total = counts.reduce((a, b) => a + b, 0);
  return counts.map(
    (count) => settings.cost * (total / (counts.length * Math.max(1, count))) ** settings.balance,
  );
}

/** Before trials say otherwise: the prior counts as much as 20 verdicts, learned scores have temperature 0.35. */
function usualMix(learned: number) {
  const share = priorShare(learned);
  return { means: [(1 - share) * learnedSharpness, share], deviations: [0.5, 0.1 + 0.1 * share] };
}

const trialOf = ({ prior, labels }: Trainer, vector: Vector, label: number, scores: Float64Array): Trial => ({
  experts: [scores, priorLogits(prior, labels.length, vector)],
  label,
});

/** The message is scored as one not yet seen, for calibration. */
export function tryOut(trainer: Trainer, vector: Vector, label: number): void {
  trainer.trials.push(trialOf(trainer, vector, label, scoresOf(trainer.solution, vector)));
  if (trainer.trials.length > trialsKept) trainer.trials.shift();
}

/** Trains the head from nothing on a whole problem, and takes cross-validated scores as its trials. */
export function train(
  trainer: Trainer,
  vectors: readonly Vector[],
  labels: readonly number[],
  duals: readonly Duals[],
  seed: number,
): void {
  for (const label of labels) trainer.counts[label]!++;
  const problem = { vectors, labels, duals, costs: costsOf(trainer), rest: trainer.settings.cost };
  for (const one of duals) one.fill(0);
  descend(
    trainer.solution,
    problem,
    vectors.map((_, i) => i),
    randomOf(seed),
    { passes: 12, tolerance: 1e-3 },
  );
  trainer.trials = crossScores(trainer.solution, problem, seed + 1).map(({ at, scores }) =>
    trialOf(trainer, vectors[at]!, labels[at]!, scores),
  );
  trainer.mixedAt = 0;
}

function remix(trainer: Trainer): void {
  const learned = learnedOf(trainer);
  const stale = learned < fitEvery || Math.abs(learned - trainer.mixedAt) >= fitEvery;
  if (!stale) return;
  trainer.mix = fitMix(trainer.trials.slice(-fitted), usualMix(learned));
  trainer.mixedAt = learned;
}

/** One coordinate step for every class. */
export const improve = (trainer: Trainer, vector: Vector, label: number, duals: Duals): number =>
  step(trainer.solution, vector, label, duals, costsOf(trainer), trainer.settings.cost);

/** Takes a learned message out of the weights and counts. */
export function takeOut(trainer: Trainer, vector: Vector, label: number, duals: Duals): void {
  remove(trainer.solution, vector, label, duals);
  trainer.counts[label]!--;
}

/** The head as of now: prior and learned weights folded into one table of logits. */
export function headOf(trainer: Trainer): Head {
  remix(trainer);
  const { labels, prior, solution, mix, weighting } = trainer;
  const [learned, share] = mix as [number, number];
  const weights = new Float32Array(columnCount * labels.length);
  for (let i = 0; i < weights.length; i++) weights[i] = share * prior[i]! + learned * solution.weights[i]!;
  return {
    labels: labels.map((label) => label.id),
    weighting,
    weights,
    biases: solution.weights.slice(columnCount * labels.length).map((bias) => bias * learned),
    strangeness: strangenessOf(trainer.trials, mix),
  };
}
