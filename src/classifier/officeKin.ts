/** Before any mail: office topics that are like a department's label lend it their words, if the department is like an office. */
import { type OfficeTopics, officeTopics, unweighed } from "./officeTopics.ts";
import { lengthOf, type Sparse, sharpnessAmong, sparseOf, sumOf, weigh } from "./textVectors.ts";
import type { BlockWeights } from "./weighting.ts";

/** How loud lent words are beside a label's own; all five were found by the train halves, see docs/model.md. */
const loudness = 6;
/** Closeness of a label and a topic that chance alone may bring. */
const chance = 0.02;
/** Mean closeness of the labels to their nearest topics from which on the department is one of those offices. */
const athome = 0.12;
/** Most that is lent to a label, where its own words together are 1. */
const most = 1.2;
/** How soon topics fall silent for departments that are farther away. */
const steepness = 6;

/** A text of a label, and the language it is most likely written in. */
export interface Spoken {
  readonly text: string;
  readonly language: string | undefined;
}

/** Words lent to labels: at each column a value a label, label-contiguous. */
export interface Lent {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * The words lent to the labels, unweighed, beside own words of about length 1: for each language what its own topics lend, as
 * loud as its part of the texts.
 */
export function officeKin(
  labels: readonly (readonly Spoken[])[],
  key: string,
  blocks: BlockWeights,
): readonly Lent[] {
  const languages = new Set(labels.flat().flatMap(({ language }) => language ?? []));
  return [...languages].map((language) => {
    const texts = labels.map((own) => own.filter((one) => one.language === language));
    const part = texts.flat().length / labels.flat().length;
    const sums = texts.map((own) => sumOf(own.map(({ text }) => sparseOf(text, key, unweighed(blocks)))));
    return lentBy(
      officeTopics(language, key, blocks),
      sums,
      texts.map((own) => own.length),
      part,
    );
  });
}

/** Closeness is mutual: the label's texts have the topic's own words, and the topic's texts have the label's. */
function lentBy(
  office: OfficeTopics,
  labels: readonly Map<number, number>[],
  texts: readonly number[],
  part: number,
): Lent {
  const sharpness = sharpnessAmong(labels);
  const close = labels.map((sum, k) => {
    const there = along(office, sum, "own");
    const own = weigh(sum, sharpness);
    const back = along(office, own, "mean");
    const lengths = Math.max(1, texts[k]!) * Math.max(1e-9, lengthOf(own));
    return there.map((one, t) => Math.sqrt((one * back[t]!) / lengths));
  });
  const loud = loudness * Math.min(1, mean(close.map(nearest)) / athome) ** steepness;
  const values = new Float64Array(office.columns.length * close.length);
  close.forEach((row, k) => {
    const shares = bounded(row.map((one) => Math.max(0, one - chance)));
    office.topics.forEach(({ places, own }, t) => {
      const share = part * loud * shares[t]!;
      for (let i = 0; share > 0 && i < places.length; i++)
        values[places[i]! * close.length + k]! += share * own[i]!;
    });
  });
  return { columns: office.columns, values };
}

const nearest = (row: Float64Array) => row.reduce((most, one) => Math.max(most, one), 0);
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

/** No label is lent more than `most` of its own loudness, so that one which is a topic itself does not drown the others. */
function bounded(shares: Float64Array): Float64Array {
  const length = Math.hypot(...shares) * loudness;
  return length > most ? shares.map((share) => (share * most) / length) : shares;
}

/** Products of a vector with what each topic has. */
function along({ topics, columns, placeOf }: OfficeTopics, vector: Sparse, what: "mean" | "own") {
  const there = new Float64Array(columns.length);
  for (const [column, value] of vector) {
    const place = placeOf.get(column);
    if (place !== undefined) there[place] = value;
  }
  return Float64Array.from(topics, (topic) => {
    let sum = 0;
    for (let i = 0; i < topic.places.length; i++) sum += topic[what][i]! * there[topic.places[i]!]!;
    return sum;
  });
}
