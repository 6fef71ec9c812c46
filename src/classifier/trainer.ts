/** One head while it learns: weights, the scores it gave before each verdict, and what follows from both. */
import { strangenessOf, type Trial, temperatureOf } from "./calibration.ts";
import type { Head } from "./predictor.ts";
import { type Described, priorShare, priorWeights } from "./prior.ts";
import { type Duals, emptySolution, remove, type Solution, scoresOf, step } from "./solver.ts";
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
  /** The newest scores given before learning; at most `trialsKept`. */
  trials: Trial[];
  temperature: number;
}

const trialsKept = 400;
const refitEvery = 25;

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
    temperature: temperatureOf([]),
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

/** The message is scored as one not yet seen, for calibration; every 25th time the temperature is fitted anew. */
export function tryOut(trainer: Trainer, vector: Vector, label: number): void {
  trainer.trials.push({ scores: scoresOf(trainer.solution, vector), label });
  if (trainer.trials.length > trialsKept) trainer.trials.shift();
  if (learnedOf(trainer) % refitEvery === 0) trainer.temperature = temperatureOf(trainer.trials);
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
  const { labels, prior, solution, temperature, weighting } = trainer;
  const share = priorShare(learnedOf(trainer));
  const weights = new Float32Array(columnCount * labels.length);
  const learned = (1 - share) / temperature;
  for (let i = 0; i < weights.length; i++) weights[i] = share * prior[i]! + learned * solution.weights[i]!;
  return {
    labels: labels.map((label) => label.id),
    weighting,
    weights,
    scales: new Float32Array(labels.length).fill(1),
    biases: solution.weights.slice(-labels.length).map((bias) => bias * learned),
    strangeness: strangenessOf(trainer.trials, temperature),
  };
}
