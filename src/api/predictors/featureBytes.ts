/** Hashed features as bytes at rest: for each block its length, ids and counts as 16-bit numbers. */
import type { Features } from "../../triage/message.ts";

const blocks = ["words", "chars", "subject", "sender", "marks", "pairs"] as const;
const none = { ids: [], counts: [] };

export function featureBytes(features: Features): Buffer {
  const parts = blocks.map((name) => features[name] ?? none);
  const packed = new Uint16Array(parts.reduce((sum, { ids }) => sum + 1 + 2 * ids.length, 0));
  let at = 0;
  for (const { ids, counts } of parts) {
    packed[at] = ids.length;
    packed.set(ids, at + 1);
    packed.set(counts, at + 1 + ids.length);
    at += 1 + 2 * ids.length;
  }
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

export function featuresFrom(bytes: Uint8Array): Required<Features> {
  const numbers = new Uint16Array(new Uint8Array(bytes).buffer);
  let at = 0;
  const next = () => {
    const length = numbers[at]!;
    const ids = [...numbers.subarray(at + 1, at + 1 + length)];
    const counts = [...numbers.subarray(at + 1 + length, at + 1 + 2 * length)];
    at += 1 + 2 * length;
    return { ids, counts };
  };
  const [words, chars, subject, sender, marks, pairs] = blocks.map(next);
  return {
    scheme: "c1",
    words: words!,
    chars: chars!,
    subject: subject!,
    sender: sender!,
    marks: marks!,
    pairs: pairs!,
  };
}

/** Beyond the schema: ids ascend without repeats, and each has its count. */
export const isWellFormed = (features: Features): boolean =>
  blocks.every((name) => {
    const { ids, counts } = features[name] ?? none;
    return ids.length === counts.length && ids.every((id, i) => i === 0 || ids[i - 1]! < id);
  });
