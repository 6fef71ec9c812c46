/** A head for serving: every expert is linear, so all fold into one table of logits. */
import { addBayesWeights } from "./bayes.ts";
import { strangenessOf } from "./calibration.ts";
import { leanOf } from "./decision.ts";
import { foldLatent, type LatentView } from "./latent.ts";
import type { Head } from "./predictor.ts";
import type { Prior } from "./prior.ts";
import { labelScores, type Machines } from "./solver.ts";
import { remix, type Trainer } from "./trainer.ts";
import { columnCount } from "./weighting.ts";

/** The head as of now: every expert is linear, so all fold into one table of logits. */
export function headOf(trainer: Trainer, view: LatentView): Head {
  remix(trainer);
  const { labels, machines, bayes, prior, mix, weighting, trials } = trainer;
  const weights = new Float32Array(columnCount * labels.length);
  const biases = new Float32Array(labels.length);
  const directions = new Float64Array(view.dimensions * labels.length);
  machines.forEach((one, at) => {
    addMachines(one, mix[at]!, weights, biases, directions);
  });
  addBayesWeights(bayes, mix[machines.length]!, weights);
  addPrior(prior, mix.at(-1)!, weights, directions);
  foldLatent(view, directions, labels.length, weights);
  const strangeness = strangenessOf(trials, mix);
  const lean = leanOf(trainer.counts, trainer.settings.lean);
  return { labels: labels.map((label) => label.id), weighting, weights, biases, strangeness, lean };
}

function addMachines(
  machines: Machines,
  share: number,
  weights: Float32Array,
  biases: Float32Array,
  directions: Float64Array,
): void {
  const labels = biases.length;
  const { outputs } = machines;
  const row = new Float64Array(outputs);
  const labelRow = (base: number) => {
    for (let k = 0; k < outputs; k++) row[k] = share * machines.weights[base + k]!;
    return labelScores(machines, row);
  };
  for (let column = 0; column < columnCount; column++) {
    const base = column * outputs;
    let filled = false;
    for (let k = 0; k < outputs; k++) filled ||= machines.weights[base + k] !== 0;
    if (!filled) continue;
    const scores = labelRow(base);
    for (let k = 0; k < labels; k++) weights[column * labels + k]! += scores[k]!;
  }
  labelRow(columnCount * outputs).forEach((bias, k) => {
    biases[k]! += bias;
  });
  for (let j = 0; j * labels < directions.length; j++)
    labelRow((columnCount + 1 + j) * outputs).forEach((weight, k) => {
      directions[j * labels + k]! += weight;
    });
}

function addPrior(prior: Prior, share: number, weights: Float32Array, directions: Float64Array): void {
  for (const [column, row] of prior) {
    const table = column < columnCount ? weights : directions;
    const base = (column < columnCount ? column : column - columnCount - 1) * row.length;
    row.forEach((weight, k) => {
      table[base + k]! += share * weight;
    });
  }
}
