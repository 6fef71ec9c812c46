/** What a model knows before its first verdict: how close a message is to each label's definition and phrases. */
import { type Lent, officeKin, type Spoken } from "./officeKin.ts";
import { languageOf, officeTopics, tellingOf } from "./officeTopics.ts";
import { temperatureFor } from "./priorTemperature.ts";
import { lengthOf, sharpnessAmong, sparseOf, sumOf, weigh } from "./textVectors.ts";
import { type BlockWeights, factorOf, type Vector, type Weighting } from "./weighting.ts";

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
/** How far a label with many texts is kept from being heard more: 0 not at all, 1 wholly. */
const evenness = 0.75;

/**
 * The centroid of each label's texts, as weights of logits, as sharp as the texts themselves allow. Labels that are `topical`
 * are also told apart by what offices usually write about: words of many topics count less, and near topics lend theirs.
 */
export function priorOf(
  labels: readonly Described[],
  key: string,
  weighting: Weighting,
  topical: boolean,
): Prior {
  const { spoken, lent } = topical ? officeSide(labels, key, weighting.blocks) : plain(labels);
  const texts = spoken.map((own) => own.map((one) => told(one, key, weighting)));
  const sharpness = sharpnessAmong(texts.map(sumOf));
  for (const text of texts.flat()) weigh(text, sharpness);
  const centroids = texts.map(sumOf);
  const loudness = 1 / (usualLength * temperatureFor(texts, centroids));
  const lengths = centroids.map(lengthOf);
  const usual = geometricMean(lengths.filter((length) => length > 0));
  const prior: Prior = new Map();
  centroids.forEach((centroid, k) => {
    const length = lengths[k]! ** evenness * usual ** (1 - evenness);
    const scale = length > 0 ? loudness / length : 0;
    for (const [column, value] of centroid) rowOf(prior, column, labels.length)[k] = value * scale;
  });
  for (const one of lent) addLent(prior, one, labels.length, loudness, weighting);
  return prior;
}

/** Lent words below this share of the loudest are left out: runs of characters that chance brings together. */
const whisper = 0.1;

/** What the office topics say of labels hangs on no mail, so it is worked out once for a taxonomy. */
interface OfficeSide {
  readonly spoken: readonly (readonly Spoken[])[];
  readonly lent: readonly Lent[];
}

const kept = new WeakMap<readonly Described[], { for: string; side: OfficeSide }>();

function officeSide(labels: readonly Described[], key: string, blocks: BlockWeights): OfficeSide {
  const name = JSON.stringify([key, blocks]);
  const known = kept.get(labels);
  if (known?.for === name) return known.side;
  const spoken = labels.map(({ texts }) => texts.map((text) => ({ text, language: languageOf(text) })));
  const side = { spoken, lent: officeKin(spoken, key, blocks) };
  kept.set(labels, { for: name, side });
  return side;
}

const plain = (labels: readonly Described[]): OfficeSide => ({
  spoken: labels.map(({ texts }) => texts.map((text) => ({ text, language: undefined }))),
  lent: [],
});

/** Adds lent words as the department's mail weighs them, together as loud as they came. */
function addLent(
  prior: Prior,
  { columns, values }: Lent,
  labels: number,
  loudness: number,
  weighting: Weighting,
): void {
  const floor = whisper * values.reduce((most, value) => Math.max(most, value), 0);
  const rows = Array.from(columns, (column, place) => ({
    column,
    row: values.subarray(place * labels, (place + 1) * labels),
    factor: factorOf(weighting, column),
  })).filter(({ row }) => row.some((value) => value > 0 && value >= floor));
  let before = 0;
  let after = 0;
  for (const { row, factor } of rows)
    for (const value of row) {
      before += value ** 2;
      after += (value * factor) ** 2;
    }
  const scale = loudness * Math.sqrt(before / after);
  for (const { column, row, factor } of rows) {
    const sum = rowOf(prior, column, labels);
    for (let k = 0; k < labels; k++) sum[k]! += scale * factor * row[k]!;
  }
}

/** A text's vector, in which words that stand in many office topics count less. */
function told({ text, language }: Spoken, key: string, weighting: Weighting): Map<number, number> {
  const vector = sparseOf(text, key, weighting);
  if (language === undefined) return vector;
  const topics = officeTopics(language, key, weighting.blocks);
  return weigh(vector, (column) => tellingOf(topics, column));
}

const geometricMean = (numbers: readonly number[]) =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / Math.max(1, numbers.length));

export function rowOf(prior: Prior, column: number, labels: number): Float32Array {
  const row = prior.get(column) ?? new Float32Array(labels);
  prior.set(column, row);
  return row;
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
