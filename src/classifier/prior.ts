/** What a model knows before its first verdict: how close a message is to each label's definition and phrases. */
import { featuresOf } from "./features.ts";
import { type Vector, vectorOf, type Weighting } from "./weighting.ts";

/** A label of the taxonomy with everything that describes it: name, definition, example phrases, any language. */
export interface Described {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Logit weights of the columns the taxonomy's texts touch, one number a label. */
export type Prior = ReadonlyMap<number, Float32Array>;

/** Sharpness of the softmax over cosines, and how many verdicts the prior is worth. */
const priorTemperature = 0.05;
const priorVerdicts = 20;
const usualLength = Math.SQRT2;

/** The centroid of each label's texts, as weights of logits. */
export function priorOf(labels: readonly Described[], key: string, weighting: Weighting): Prior {
  const prior = new Map<number, Float32Array>();
  labels.forEach(({ texts }, k) => {
    const centroid = centroidOf(texts, key, weighting);
    const squares = [...centroid.values()].reduce((sum, value) => sum + value * value, 0);
    const scale = squares > 0 ? 1 / (Math.sqrt(squares) * usualLength * priorTemperature) : 0;
    for (const [column, value] of centroid) {
      const row = prior.get(column) ?? new Float32Array(labels.length);
      row[k] = value * scale;
      prior.set(column, row);
    }
  });
  return prior;
}

function centroidOf(texts: readonly string[], key: string, weighting: Weighting): Map<number, number> {
  const sum = new Map<number, number>();
  for (const text of texts) {
    const { columns, values } = vectorOf(featuresOf({ subject: "", body: text }, key), weighting);
    columns.forEach((column, i) => {
      sum.set(column, (sum.get(column) ?? 0) + values[i]!);
    });
  }
  return sum;
}

/** The prior's share after `learned` verdicts: 1 at none, a half at 20, then fading. */
export const priorShare = (learned: number): number => priorVerdicts / (priorVerdicts + learned);

/** What the prior says of a vector. */
export function priorLogits(prior: Prior, labels: number, { columns, values }: Vector): Float64Array {
  const logits = new Float64Array(labels);
  for (let i = 0; i < columns.length; i++) {
    const row = prior.get(columns[i]!);
    if (row) for (let k = 0; k < labels; k++) logits[k]! += values[i]! * row[k]!;
  }
  return logits;
}
