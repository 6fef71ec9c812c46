/** What a model knows before its first verdict: how close a message is to each label's definition and phrases. */
import { featuresOf } from "./features.ts";
import { dot, temperatureFor } from "./priorTemperature.ts";
import { columnCount, type Vector, vectorOf, type Weighting } from "./weighting.ts";

/** A label of the taxonomy with everything that describes it: name, definition, example phrases, any language. */
export interface Described {
  readonly id: string;
  readonly texts: readonly string[];
}

/** How many verdicts the prior is worth. */
const priorVerdicts = 20;
const usualLength = Math.SQRT2;

/** Logit weights of the prior, class-contiguous per column: the centroid of each label's texts. */
export function priorWeights(labels: readonly Described[], key: string, weighting: Weighting): Float32Array {
  const texts = labels.map((label) => label.texts.map((text) => sparse(text, key, weighting)));
  const centroids = texts.map(sumOf);
  const temperature = temperatureFor(texts, centroids);
  const weights = new Float32Array(columnCount * labels.length);
  centroids.forEach((centroid, k) => {
    const square = dot(centroid, centroid);
    const scale = square > 0 ? 1 / (Math.sqrt(square) * usualLength * temperature) : 0;
    for (const [column, value] of centroid) weights[column * labels.length + k] = value * scale;
  });
  return weights;
}

function sparse(text: string, key: string, weighting: Weighting): Map<number, number> {
  const { columns, values } = vectorOf(featuresOf({ subject: "", body: text }, key), weighting);
  const sum = new Map<number, number>();
  columns.forEach((column, i) => {
    sum.set(column, (sum.get(column) ?? 0) + values[i]!);
  });
  return sum;
}

function sumOf(vectors: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const vector of vectors)
    for (const [column, value] of vector) sum.set(column, (sum.get(column) ?? 0) + value);
  return sum;
}

/** The prior's share after `learned` verdicts: 1 at none, a half at 20, then fading. */
export const priorShare = (learned: number): number => priorVerdicts / (priorVerdicts + learned);

/** What the prior says of a vector. */
export function priorLogits(prior: Float32Array, classes: number, { columns, values }: Vector): Float64Array {
  const logits = new Float64Array(classes);
  for (let i = 0; i < columns.length; i++)
    for (let k = 0; k < classes; k++) logits[k]! += values[i]! * prior[columns[i]! * classes + k]!;
  return logits;
}
