/** What a model knows before its first verdict: how close a message is to each label's definition and phrases. */
import { featuresOf } from "./features.ts";
import { dot, temperatureFor } from "./priorTemperature.ts";
import { type Vector, vectorOf, type Weighting } from "./weighting.ts";

/** A label of the taxonomy with everything that describes it: name, definition, example phrases, any language. */
export interface Described {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Logit weights of the columns the taxonomy's texts touch, one number a label. */
export type Prior = ReadonlyMap<number, Float32Array>;

/** How many verdicts the prior is worth. */
const priorVerdicts = 20;
const usualLength = Math.SQRT2;

/** The centroid of each label's texts, as weights of logits, as sharp as the texts themselves allow. */
export function priorOf(labels: readonly Described[], key: string, weighting: Weighting): Prior {
  const texts = labels.map((label) => label.texts.map((text) => sparse(text, key, weighting)));
  sharpened(texts);
  const centroids = texts.map(sumOf);
  const temperature = temperatureFor(texts, centroids);
  const prior = new Map<number, Float32Array>();
  centroids.forEach((centroid, k) => {
    const square = dot(centroid, centroid);
    const scale = square > 0 ? 1 / (Math.sqrt(square) * usualLength * temperature) : 0;
    for (const [column, value] of centroid) {
      const row = prior.get(column) ?? new Float32Array(labels.length);
      row[k] = value * scale;
      prior.set(column, row);
    }
  });
  return prior;
}

/** What stands in the texts of many labels tells little about any: ln((1 + labels) / labels with it), in place. */
function sharpened(texts: readonly (readonly Map<number, number>[])[]): void {
  const labelsWith = new Map<number, number>();
  for (const own of texts)
    for (const column of new Set(own.flatMap((text) => [...text.keys()])))
      labelsWith.set(column, (labelsWith.get(column) ?? 0) + 1);
  const weightOf = (column: number) => Math.log((1 + texts.length) / labelsWith.get(column)!);
  for (const text of texts.flat())
    for (const [column, value] of text) text.set(column, value * weightOf(column));
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
export function priorLogits(prior: Prior, labels: number, { columns, values }: Vector): Float64Array {
  const logits = new Float64Array(labels);
  for (let i = 0; i < columns.length; i++) {
    const row = prior.get(columns[i]!);
    if (row) for (let k = 0; k < labels; k++) logits[k]! += values[i]! * row[k]!;
  }
  return logits;
}
