/** Complement naive Bayes (Rennie et al. 2003): the generative helper that is strong on topics and on few messages. */
import { columnCount, type Vector } from "./weighting.ts";

/** Sums of what each label's messages hold, so that adding and taking out are the same step. */
export interface Bayes {
  readonly labels: number;
  /** Label-contiguous per column. */
  readonly sums: Float32Array;
  readonly totals: Float32Array;
  readonly byLabel: Float64Array;
  /** Columns met so far. */
  met: number;
}

const smoothing = 0.2;
const nothing = 1e-5;

export const emptyBayes = (labels: number): Bayes => ({
  labels,
  sums: new Float32Array(columnCount * labels),
  totals: new Float32Array(columnCount),
  byLabel: new Float64Array(labels),
  met: 0,
});

/** Adds a message's vector `times` (1 to learn, -1 to forget). */
export function count(bayes: Bayes, { columns, values }: Vector, label: number, times: 1 | -1): void {
  for (let i = 0; i < columns.length && columns[i]! < columnCount; i++) {
    const value = times * values[i]!;
    bayes.sums[columns[i]! * bayes.labels + label]! += value;
    const before = bayes.totals[columns[i]!]!;
    const after = Math.fround(before + value);
    bayes.totals[columns[i]!] = after;
    bayes.met += Number(after >= nothing) - Number(before >= nothing);
    bayes.byLabel[label]! += value;
  }
}

/** The logarithm of each label's complement mass. */
function complementLogs({ byLabel, met }: Bayes): Float64Array {
  const all = byLabel.reduce((a, b) => a + b, 0);
  return byLabel.map((mass) => Math.log(all - mass + smoothing * met + nothing));
}

/** Scores of a vector; columns never met say nothing. */
export function bayesScores(bayes: Bayes, { columns, values }: Vector): Float64Array {
  const { labels, sums, totals } = bayes;
  const scores = new Float64Array(labels);
  const logs = complementLogs(bayes);
  for (let i = 0; i < columns.length && columns[i]! < columnCount; i++) {
    const column = columns[i]!;
    const total = totals[column]!;
    if (total < nothing) continue;
    for (let k = 0; k < labels; k++)
      scores[k]! += values[i]! * (logs[k]! - Math.log(total - sums[column * labels + k]! + smoothing));
  }
  return scores;
}

/** Adds `share` times the weights behind `bayesScores` to a table, each column centred over the labels. */
export function addBayesWeights(bayes: Bayes, share: number, into: Float32Array): void {
  const { labels, sums, totals } = bayes;
  const logs = complementLogs(bayes);
  const row = new Float64Array(labels);
  for (let column = 0; column < columnCount && share > 0; column++) {
    const total = totals[column]!;
    if (total < nothing) continue;
    let mean = 0;
    for (let k = 0; k < labels; k++) {
      row[k] = logs[k]! - Math.log(total - sums[column * labels + k]! + smoothing);
      mean += row[k]! / labels;
    }
    for (let k = 0; k < labels; k++) into[column * labels + k]! += share * (row[k]! - mean);
  }
}
