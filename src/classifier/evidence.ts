/** Which words of the open message carried the decision: found in the pane, since only it has the text. */
import {
  type BlockName,
  blockNames,
  type MessageText,
  seedsOf,
  senderTexts,
  tokensOfMessage,
  wordsAmong,
} from "./features.ts";
import { bucketOf, hashOf, pairHash } from "./hash.ts";
import type { Contribution } from "./predictor.ts";
import type { Token } from "./tokens.ts";

interface Found {
  shown: string;
  weight: number;
  readonly key: string;
}

type Weights = Readonly<Record<BlockName, ReadonlyMap<number, number>>>;

function weightsOf(contributions: readonly Contribution[]): Weights {
  const maps = Object.fromEntries(blockNames.map((name) => [name, new Map<number, number>()]));
  for (const { block, id, weight } of contributions) maps[block]?.set(id, weight);
  return maps as Record<BlockName, Map<number, number>>;
}

/** Emoji leave variation selectors behind: marks without a letter, of which nothing would be seen. */
const visible = /[^\p{M}\s]/u;

/** A lone short word that is no abbreviation ("and", "The", "la") tells a reader nothing, whatever it weighed. */
const mute = /^(?:\p{Lu}\p{Ll}{0,2}|\p{Ll}{1,3})$/u;
/** Words far behind the strongest only lengthen the list. */
const leastShare = 0.2;

const pairShare = 0.5;

/**
 * Up to `limit` words or runs of words in the message's own spelling that pushed it towards the category,
 * strongest first. Contributions that no word of this message explains are left out, never shown as hashes.
 */
export function evidenceWords(
  message: MessageText,
  contributions: readonly Contribution[],
  key: string,
  limit = 5,
): string[] {
  const weights = weightsOf(contributions);
  const seeds = seedsOf(key);
  const { subject, all } = tokensOfMessage(message);
  const words = wordsAmong(all);
  const scores = tokenScores(words, wordsAmong(subject).length, weights, key);
  const found = merged(words, scores);
  const sender = message.sender ? senderTexts(message.sender) : [];
  for (const text of sender) {
    const weight = weights.sender.get(bucketOf(hashOf(seeds.sender, text))) ?? 0;
    if (weight > 0 && text.startsWith("@")) found.push({ key: text, shown: text, weight });
  }
  const speaking = found
    .filter(({ weight, shown }) => weight > 0 && visible.test(shown))
    .sort((a, b) => b.weight - a.weight);
  const telling = speaking.filter(({ shown }) => !mute.test(shown));
  return (telling.length > 0 ? telling : speaking)
    .filter(({ weight }, _, [strongest]) => weight >= leastShare * strongest!.weight)
    .slice(0, limit)
    .map(({ shown }) => shown);
}

/** What deleting each token would take away: its own bucket, its character runs, and half of each pair. */
function tokenScores(
  words: readonly Token[],
  inSubject: number,
  weights: Weights,
  key: string,
): { own: number[]; pair: number[] } {
  const seeds = seedsOf(key);
  const hashed = words.map(({ text }) => seeds.hashed(text));
  const met = new Map<string, number>();
  for (const { text } of words) met.set(text, (met.get(text) ?? 0) + 1);
  const pair = words.map((_, i) =>
    i + 1 < words.length
      ? (weights.pairs.get(bucketOf(pairHash(hashed[i]!.pair, hashed[i + 1]!.pair))) ?? 0)
      : 0,
  );
  const own = words.map(({ text }, i) => {
    const { bucket, chars } = hashed[i]!;
    let score = weights.words.get(bucket) ?? 0;
    if (i < inSubject) score += weights.subject.get(bucketOf(hashOf(seeds.subject, text))) ?? 0;
    for (const run of chars) score += weights.chars.get(run) ?? 0;
    return score / met.get(text)!;
  });
  return { own, pair };
}

/** Neighbours joined by a pair that itself counts become one phrase; equal phrases are added up. */
function merged(words: readonly Token[], { own, pair }: { own: number[]; pair: number[] }): Found[] {
  const found = new Map<string, Found>();
  for (let at = 0; at < words.length; ) {
    let end = at + 1;
    let weight = own[at]!;
    while (end < words.length && end - at < 3 && own[at]! > 0 && pair[end - 1]! > 0 && own[end]! > 0) {
      weight += own[end]! + pair[end - 1]!;
      end++;
    }
    if (end === at + 1) weight += pairShare * (Math.max(0, pair[at]!) + Math.max(0, pair[at - 1] ?? 0));
    const run = words.slice(at, end);
    const key = run.map((token) => token.text).join(" ");
    const known = found.get(key);
    if (known) known.weight += weight;
    else found.set(key, { key, shown: phrase(run), weight });
    at = end;
  }
  return [...found.values()];
}

/** Pairs of spaceless scripts overlap by one character: 退款 + 款申 → 退款申. */
function phrase(run: readonly Token[]): string {
  return run.reduce((text, { shown }) => {
    if (text === "") return shown;
    const overlaps = shown.length === 2 && text.endsWith(shown[0]!) && /[^\p{ASCII}]/u.test(shown);
    return overlaps ? text + shown[1]! : `${text} ${shown}`;
  }, "");
}
