/** What a model knows before its first verdict: how close a message is to each label's definition and phrases. */
import { featuresOf } from "./features.ts";
import { bucketCount } from "./hash.ts";
import { dot, temperatureFor } from "./priorTemperature.ts";
import { offsetOf, type Vector, vectorOf, type Weighting } from "./weighting.ts";

/** A label of the taxonomy with everything that describes it: name, definition, example phrases, any language. */
export interface Described {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Logit weights of the columns the taxonomy's texts touch, one number a label; latent directions come after the columns. */
export type Prior = Map<number, Float32Array>;

/** How many verdicts the prior is worth. */
const priorVerdicts = 20;
const usualLength = Math.SQRT2;
/** Runs of characters find the texts' words in other forms, which matters while single words are few. */
const runsOverWords = 6;
/** How far a label with many texts is kept from being heard more: 0 not at all, 1 wholly. */
const evenness = 0.75;

/** The centroid of each label's texts, as weights of logits, as sharp as the texts themselves allow. */
export function priorOf(labels: readonly Described[], key: string, weighting: Weighting): Prior {
  const texts = labels.map((label) => label.texts.map((text) => sparse(text, key, weighting)));
  sharpened(texts);
  const centroids = texts.map(sumOf);
  const temperature = temperatureFor(texts, centroids);
  const lengths = centroids.map((centroid) => Math.sqrt(dot(centroid, centroid)));
  const usual = geometricMean(lengths.filter((length) => length > 0));
  const prior: Prior = new Map();
  centroids.forEach((centroid, k) => {
    const length = lengths[k]! ** evenness * usual ** (1 - evenness);
    const scale = length > 0 ? 1 / (length * usualLength * temperature) : 0;
    for (const [column, value] of centroid) rowOf(prior, column, labels.length)[k] = value * scale;
  });
  return prior;
}

const geometricMean = (numbers: readonly number[]) =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / Math.max(1, numbers.length));

export function rowOf(prior: Prior, column: number, labels: number): Float32Array {
  const row = prior.get(column) ?? new Float32Array(labels);
  prior.set(column, row);
  return row;
}

/** What stands in the texts of many labels tells little about any: ln((1 + labels) / labels with it) squared, in place. */
function sharpened(texts: readonly (readonly Map<number, number>[])[]): void {
  const labelsWith = new Map<number, number>();
  for (const own of texts)
    for (const column of new Set(own.flatMap((text) => [...text.keys()])))
      labelsWith.set(column, (labelsWith.get(column) ?? 0) + 1);
  const weightOf = (column: number) =>
    Math.log((1 + texts.length) / labelsWith.get(column)!) ** 2 * (isRun(column) ? runsOverWords : 1);
  for (const text of texts.flat())
    for (const [column, value] of text) text.set(column, value * weightOf(column));
}

const isRun = (column: number) => column >= offsetOf.chars && column < offsetOf.chars + bucketCount;

export const featuresIn = (text: string, key: string) => featuresOf({ subject: "", body: text }, key);

function sparse(text: string, key: string, weighting: Weighting): Map<number, number> {
  const { columns, values } = vectorOf(featuresIn(text, key), weighting);
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
