/** What offices usually write about, by language: the categories of the starter taxonomies, as vectors to hold others against. */
import { starters } from "../triage/starter/starters.ts";
import { lengthOf, sharpnessAmong, sparseOf, sumOf, weigh } from "./textVectors.ts";
import { tokensOf } from "./tokens.ts";
import { type BlockWeights, columnCount, type Weighting } from "./weighting.ts";

export interface OfficeTopics {
  readonly topics: readonly OfficeTopic[];
  /** The columns that any topic has, and the place of each among them. */
  readonly columns: Int32Array;
  readonly placeOf: ReadonlyMap<number, number>;
  /** In how many topics each stands, by place. */
  readonly within: Uint16Array;
}

/** A topic at the places of its columns. */
export interface OfficeTopic {
  readonly places: Int32Array;
  /** In the mean of its texts. */
  readonly mean: Float32Array;
  /** In what it has for itself among the topics, a vector of length 1. */
  readonly own: Float32Array;
}

type Texts = Readonly<Partial<Record<string, string | readonly string[]>>>;

const categories = Object.values(starters).flatMap((starter) => starter.categories);
const languages = Object.keys(categories[0]!.name);

/** The texts of each topic in a language. */
const textsIn = (language: string): string[][] =>
  categories.map(({ name, definition, phrases }) =>
    ([name, definition, phrases] as Texts[]).flatMap((texts) => texts[language] ?? []),
  );

const wordsIn = (text: string) => tokensOf(text).map((token) => token.text);
let vocabularies: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The language of the starters that has most of a text's words; undefined where none has any. */
export function languageOf(text: string): string | undefined {
  vocabularies ??= new Map(
    languages.map((language) => [language, new Set(textsIn(language).flat().flatMap(wordsIn))]),
  );
  const words = wordsIn(text);
  let best: string | undefined;
  let most = 0;
  for (const [language, vocabulary] of vocabularies) {
    const known = words.filter((word) => vocabulary.has(word)).length;
    if (known > most) best = language;
    most = Math.max(most, known);
  }
  return best;
}

const everywhere = { power: 0, factors: new Float32Array([1]), levels: new Uint8Array(columnCount) };

/** Every column counts the same: what holds for all departments' mail is not weighed by one's. */
export const unweighed = (blocks: BlockWeights): Weighting => ({ ...everywhere, blocks });

const cache = new Map<string, OfficeTopics>();
const mostCached = 16;

/** The topics in a language, unweighed; kept for the few keys a process meets. */
export function officeTopics(language: string, key: string, blocks: BlockWeights): OfficeTopics {
  const name = JSON.stringify([language, key, blocks]);
  const known = cache.get(name) ?? topicsOf(textsIn(language), key, unweighed(blocks));
  if (cache.size >= mostCached) cache.clear();
  cache.set(name, known);
  return known;
}

function topicsOf(all: readonly (readonly string[])[], key: string, weighting: Weighting): OfficeTopics {
  const sums = all.map((own) => sumOf(own.map((text) => sparseOf(text, key, weighting))));
  const placeOf = new Map<number, number>();
  const within = new Uint16Array(sums.reduce((most, sum) => most + sum.size, 0));
  for (const sum of sums)
    for (const column of sum.keys()) {
      const place = placeOf.get(column) ?? placeOf.size;
      placeOf.set(column, place);
      within[place]!++;
    }
  const sharpness = sharpnessAmong(sums);
  const topics = sums.map((sum, t): OfficeTopic => {
    const mean = Float32Array.from(sum.values(), (value) => value / Math.max(1, all[t]!.length));
    const own = weigh(sum, sharpness);
    const length = Math.max(1e-9, lengthOf(own));
    return {
      places: Int32Array.from(own.keys(), (column) => placeOf.get(column)!),
      mean,
      own: Float32Array.from(own.values(), (value) => value / length),
    };
  });
  return { topics, columns: Int32Array.from(placeOf.keys()), placeOf, within };
}

/** How much a column tells, from next to nothing (it stands in every topic) to 1 (in none). */
export function tellingOf({ topics, placeOf, within }: OfficeTopics, column: number): number {
  const place = placeOf.get(column);
  const rarity = Math.log((1 + topics.length) / (1 + (place === undefined ? 0 : within[place]!)));
  return Math.max(0.05, rarity / Math.log(1 + topics.length));
}
