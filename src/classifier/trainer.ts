/** One head while it learns: its experts, what they said of messages before learning them, and how they are mixed. */
import { type Bayes, bayesScores, count, emptyBayes } from "./bayes.ts";
import { fitMix, type MixPrior, mixed, type Trial } from "./calibration.ts";
import { compacted, widened } from "./compact.ts";
import { crossTrials, type Solved } from "./crossTrials.ts";
import { type Described, type Prior, priorLogits, priorOf, priorShare } from "./prior.ts";
import type { Settings } from "./settings.ts";
import {
  type Costs,
  type Duals,
  descend,
  emptyMachines,
  labelScores,
  type Machines,
  randomOf,
  remove,
  scoresOf,
  step,
} from "./solver.ts";
import { type DocumentFrequencies, type Vector, type Weighting, weightingOf } from "./weighting.ts";

export interface Trainer {
  readonly labels: readonly Described[];
  readonly settings: Settings;
  readonly weighting: Weighting;
  readonly prior: Prior;
  readonly machines: readonly Machines[];
  readonly bayes: Bayes;
  /** Messages learned of each label. */
  counts: number[];
  /** What the experts said of messages they had not seen; the newest last. */
  trials: Trial[];
  /** Weights of the experts, fitted to the trials up to `mixedAt` verdicts. */
  mix: readonly number[];
  mixedAt: number;
}

const trialsKept = 1_000;
const fitEvery = 25;
const settling = { passes: 12, tolerance: 1e-3 };

export function createTrainer(
  labels: readonly Described[],
  settings: Settings,
  key: string,
  df: DocumentFrequencies,
): Trainer {
  const weighting = weightingOf(df, settings.power, settings.blocks);
  const kinds = settings.ordinal ? (["oneVsRest", "ordinal"] as const) : (["oneVsRest"] as const);
  return {
    labels,
    settings,
    weighting,
    prior: priorOf(labels, key, weighting, settings.topical),
    machines: kinds.map((kind) => emptyMachines(kind, labels.length)),
    bayes: emptyBayes(labels.length),
    counts: labels.map(() => 0),
    trials: [],
    mix: usualMix(settings, 0).means,
    mixedAt: 0,
  };
}

export const learnedOf = (trainer: Trainer): number => trainer.counts.reduce((a, b) => a + b, 0);

/** Dual variables of a message nobody has learned, one run of machines after the other. */
export const noDuals = ({ machines }: Trainer): Duals =>
  new Float32Array(machines.reduce((sum, { outputs }) => sum + outputs, 0));

/** The part of a message's duals that belongs to the machines at `at`. */
function dualsOf({ machines }: Trainer, at: number, duals: Duals): Duals {
  const from = machines.slice(0, at).reduce((sum, { outputs }) => sum + outputs, 0);
  return duals.subarray(from, from + machines[at]!.outputs);
}

/** (N / (classes · n))^balance · C for the messages on the positive side of each machine. */
function costsOf({ counts, settings }: Trainer, { kind, outputs }: Machines): Costs {
  const total = counts.reduce((a, b) => a + b, 0);
  const seen = kind === "ordinal" ? 2 : counts.filter((n) => n > 0).length;
  const positive = Array.from({ length: outputs }, (_, k) => {
    const mine = kind === "ordinal" ? counts.slice(k + 1).reduce((a, b) => a + b, 0) : counts[k]!;
    return settings.cost * (total / (Math.max(1, seen) * Math.max(1, mine))) ** settings.balance;
  });
  return { positive, rest: settings.cost };
}

/** Before trials say otherwise: the prior counts as much as 20 verdicts, the others their usual weights. */
function usualMix({ mix }: Settings, learned: number): MixPrior {
  const share = priorShare(learned);
  return {
    means: [...mix.map((weight) => (1 - share) * weight), share],
    deviations: [...mix.map((_, i) => (i + 1 < mix.length ? 0.7 : 0.3)), 0.1 + 0.1 * share],
  };
}

/** What each expert says of a vector, in the order of the mixture's weights. */
export const expertsOf = ({ machines, bayes, prior, labels }: Trainer, vector: Vector): Float64Array[] => [
  ...machines.map((one) => labelScores(one, scoresOf(one, vector))),
  bayesScores(bayes, vector),
  priorLogits(prior, labels.length, vector),
];

/** Logits of the head as it stands, without folding it first. */
export function liveLogits(trainer: Trainer, vector: Vector): Float64Array {
  remix(trainer);
  return mixed(expertsOf(trainer, vector), trainer.mix);
}

/** Learns a message: its experts speak first, then they are told. */
export function learnOne(trainer: Trainer, vector: Vector, label: number, duals: Duals): void {
  trainer.trials.push({ experts: expertsOf(trainer, vector), label });
  if (trainer.trials.length > trialsKept) trainer.trials.shift();
  trainer.counts[label]!++;
  count(trainer.bayes, vector, label, 1);
  improve(trainer, vector, label, duals);
}

/** One coordinate step for every machine. */
export function improve(trainer: Trainer, vector: Vector, label: number, duals: Duals): void {
  trainer.machines.forEach((one, at) => {
    step(one, vector, label, dualsOf(trainer, at, duals), costsOf(trainer, one));
  });
}

/** Takes a learned message out of every expert. */
export function takeOut(trainer: Trainer, vector: Vector, label: number, duals: Duals): void {
  trainer.machines.forEach((one, at) => {
    remove(one, vector, label, dualsOf(trainer, at, duals));
  });
  count(trainer.bayes, vector, label, -1);
  trainer.counts[label]!--;
}

/** Counts messages into naive Bayes; what a model file leaves to be counted again. */
export function countAll(trainer: Trainer, vectors: readonly Vector[], labels: readonly number[]): void {
  vectors.forEach((vector, i) => {
    count(trainer.bayes, vector, labels[i]!, 1);
  });
}

/** Trains a fresh head on everything, and takes cross-validated trials for its mixture. */
export function train(
  trainer: Trainer,
  vectors: readonly Vector[],
  labels: readonly number[],
  duals: readonly Duals[],
  seed: number,
  first?: ReadonlySet<number>,
): void {
  for (const label of labels) trainer.counts[label]!++;
  countAll(trainer, vectors, labels);
  for (const one of duals) one.fill(0);
  const everything = vectors.map((_, i) => i);
  const compact = compacted(vectors);
  const solved = trainer.machines.map((full, at): Solved => {
    const mine = duals.map((one) => dualsOf(trainer, at, one));
    const problem = { vectors: compact.vectors, labels, duals: mine, costs: costsOf(trainer, full) };
    const machines = emptyMachines(full.kind, trainer.labels.length, compact.columns.length);
    descend(machines, problem, everything, randomOf(seed + at), settling);
    widened(machines, compact.columns, full);
    return { machines, problem };
  });
  trainer.trials = crossTrials(trainer, vectors, labels, solved, seed + 17, first);
}

/** Brings the weights of the mixture up to what was learned since. */
export function remix(trainer: Trainer): void {
  const learned = learnedOf(trainer);
  const stale =
    learned < fitEvery || trainer.mixedAt === 0 || Math.abs(learned - trainer.mixedAt) >= fitEvery;
  if (!stale || learned === trainer.mixedAt) return;
  trainer.mix = fitMix(trainer.trials, usualMix(trainer.settings, learned));
  trainer.mixedAt = learned;
}
