/** What a word gives when hashed, remembered for the short words that mail repeats. */
import { bucketOf, hashOf, type Seed } from "./hash.ts";

export interface WordSeeds {
  readonly words: Seed;
  readonly pairs: Seed;
  readonly chars: Seed;
}

export interface HashedWord {
  readonly bucket: number;
  /** To be put together with a neighbour's by `pairHash`. */
  readonly pair: number;
  /** Buckets of the runs of three to five characters inside the word and its borders. */
  readonly chars: Uint16Array;
}

export type HashedWords = (word: string) => HashedWord;

const mostRemembered = 8_192;
/** Engines cut longer words out of the text without copying: remembering one would keep the whole message. */
const longestRemembered = 12;

/** Words under the seeds of one key. */
export function hashedWords(seeds: WordSeeds): HashedWords {
  const remembered = new Map<string, HashedWord>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const hashed = hashedWord(seeds, word);
    if (word.length > longestRemembered) return hashed;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, hashed);
    return hashed;
  };
}

const hashedWord = (seeds: WordSeeds, word: string): HashedWord => ({
  bucket: bucketOf(hashOf(seeds.words, word)),
  pair: hashOf(seeds.pairs, word),
  chars: charBuckets(seeds.chars, word),
});

function charBuckets(seed: Seed, word: string): Uint16Array {
  const framed = ` ${word} `;
  const runs = [3, 4, 5].reduce((sum, length) => sum + Math.max(0, framed.length - length + 1), 0);
  const buckets = new Uint16Array(runs);
  let at = 0;
  for (let from = 0; from + 3 <= framed.length; from++) {
    for (let to = from + 3; to <= from + 5 && to <= framed.length; to++)
      buckets[at++] = bucketOf(hashOf(seed, framed, from, to));
  }
  return buckets;
}
