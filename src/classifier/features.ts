/** A message → keyed, hashed counts: all that leaves the mailbox, and all the model ever sees. */
import { bucketCount, bucketOf, hashOf, pairHash, type Seed, seedOf } from "./hash.ts";
import { type HashedWord, type HashedWords, hashedWords } from "./hashedWords.ts";
import { ownText } from "./ownText.ts";
import { type Token, tokenLimit, tokensOf } from "./tokens.ts";

/** Distinct buckets of one block, strictly ascending in 0..65535, and how often each was met (1..65535). */
export interface Block {
  readonly ids: number[];
  readonly counts: number[];
}

export const blockNames = ["words", "chars", "subject", "sender", "marks", "pairs"] as const;
export type BlockName = (typeof blockNames)[number];

/** Plain JSON, wire-ready. `scheme` changes whenever the same text would give other buckets. */
export interface Features {
  readonly scheme: "c1";
  readonly words: Block;
  readonly chars: Block;
  readonly subject: Block;
  readonly sender: Block;
  /** Runs of ! ? and currency signs: they speak of urgency. */
  readonly marks?: Block;
  /** Pairs of neighbouring words. */
  readonly pairs?: Block;
}

/** Features as the model reads them: from the wire, or packed in typed arrays. */
export type Reading = {
  readonly [Name in BlockName]?: { readonly ids: ArrayLike<number>; readonly counts: ArrayLike<number> };
};

/** The same counts in a fifth of the memory. */
export function packed(features: Reading): Reading {
  const blocks = blockNames.map((name) => {
    const { ids, counts } = features[name] ?? nothing;
    return [name, { ids: Uint16Array.from(ids), counts: Uint16Array.from(counts) }] as const;
  });
  return Object.fromEntries(blocks);
}

/** The block of a message that has none of a kind. */
export const nothing: Block = { ids: [], counts: [] };

/** What is read of a message. `sender` is an address; only its domain and its whole are hashed. */
export interface MessageText {
  readonly subject: string;
  readonly body: string;
  readonly sender?: string;
}

/**
 * Most buckets of a block, a bound for whoever checks features on arrival. What lies above is dropped from the
 * high end: buckets are random, so that is a fair sample, and the same one for the same words.
 */
export const blockLimit = 8_192;

export interface Seeds {
  readonly words: Seed;
  readonly chars: Seed;
  readonly subject: Seed;
  readonly sender: Seed;
  readonly marks: Seed;
  readonly pairs: Seed;
  readonly hashed: HashedWords;
}

const seedCache = new Map<string, Seeds>();

/** The seeds of a key, kept for the few keys a process meets. */
export function seedsOf(key: string): Seeds {
  const known = seedCache.get(key);
  if (known) return known;
  const byBlock = Object.fromEntries(blockNames.map((name) => [name, seedOf(key, name)]));
  const plain = byBlock as Record<BlockName, Seed>;
  const seeds = { ...plain, hashed: hashedWords(plain) };
  if (seedCache.size > 64) seedCache.clear();
  seedCache.set(key, seeds);
  return seeds;
}

const times = new Uint16Array(bucketCount);
/** A bit a bucket met, and a bit for each 32 of those that has any. */
const seen = new Uint32Array(bucketCount >> 5);
const seenWords = new Uint32Array(bucketCount >> 10);

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);

/** Counts the buckets written so far; the bitmaps yield them in ascending order without a sort. */
function blockFrom(buckets: Uint16Array, length: number): Block {
  for (let i = 0; i < length; i++) {
    const bucket = buckets[i]!;
    if (times[bucket] === 0) {
      seen[bucket >> 5]! |= 1 << (bucket & 31);
      seenWords[bucket >> 10]! |= 1 << ((bucket >> 5) & 31);
    }
    if (times[bucket]! < 65_535) times[bucket]!++;
  }
  const ids: number[] = [];
  const counts: number[] = [];
  for (let group = 0; length > 0 && group < seenWords.length; group++) {
    for (let words = seenWords[group]!; words !== 0; words &= words - 1) {
      const word = (group << 5) + lowestBit(words);
      for (let bits = seen[word]!; bits !== 0; bits &= bits - 1) {
        const id = (word << 5) + lowestBit(bits);
        if (ids.length < blockLimit) {
          ids.push(id);
          counts.push(times[id]!);
        }
        times[id] = 0;
      }
      seen[word] = 0;
    }
    seenWords[group] = 0;
  }
  return { ids, counts };
}

/** Scratch for one block: 600 words of 48 characters have less than 90,000 runs. */
const buckets = new Uint16Array(tokenLimit * 150);

const wordBlock = (words: readonly HashedWord[]): Block => {
  for (let i = 0; i < words.length; i++) buckets[i] = words[i]!.bucket;
  return blockFrom(buckets, words.length);
};

/** Neighbours, under a seed of their own so that a pair cannot be put together from two single buckets. */
function pairBlock(words: readonly HashedWord[]): Block {
  for (let i = 1; i < words.length; i++)
    buckets[i - 1] = bucketOf(pairHash(words[i - 1]!.pair, words[i]!.pair));
  return blockFrom(buckets, Math.max(0, words.length - 1));
}

function charBlock(words: readonly HashedWord[]): Block {
  let length = 0;
  for (const { chars } of words) for (let i = 0; i < chars.length; i++) buckets[length++] = chars[i]!;
  return blockFrom(buckets, length);
}

function plainBlock(seed: Seed, texts: readonly string[]): Block {
  texts.forEach((text, i) => {
    buckets[i] = bucketOf(hashOf(seed, text));
  });
  return blockFrom(buckets, texts.length);
}

/** The whole address, its domain, and the domain above it: team@it.example.org → 3 texts. */
export function senderTexts(sender: string): string[] {
  const address = sender.slice(0, 320).trim().toLowerCase();
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const above = domain.split(".").slice(-2).join(".");
  return [...new Set([address, `@${domain}`, `.${above}`])].filter((text) => text.length > 1);
}

export const wordsAmong = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token) => token.kind === "word");

/** The tokens the model reads: those of the subject first, then the writer's own body, 600 together. */
export function tokensOfMessage(message: MessageText): { subject: Token[]; all: Token[] } {
  const subject = tokensOf(message.subject, tokenLimit >> 2);
  return { subject, all: [...subject, ...tokensOf(ownText(message.body), tokenLimit - subject.length)] };
}

/**
 * Hashed features of a message under `key`. Deterministic, never throws on any string, and bounded in
 * time: a body of any size is cut before it is read.
 */
export function featuresOf(message: MessageText, key: string): Features {
  const seeds = seedsOf(key);
  const { subject, all } = tokensOfMessage(message);
  const words = wordsAmong(all).map((token) => seeds.hashed(token.text));
  const marks = all.filter((token) => token.kind === "marks").map((token) => token.text.slice(0, 3));
  return {
    scheme: "c1",
    words: wordBlock(words),
    chars: charBlock(words),
    subject: plainBlock(
      seeds.subject,
      wordsAmong(subject).map((token) => token.text),
    ),
    sender: plainBlock(seeds.sender, message.sender ? senderTexts(message.sender) : []),
    marks: plainBlock(seeds.marks, marks),
    pairs: pairBlock(words),
  };
}
