/** Keyed hashing of words and character runs: without the key nobody can look a bucket up (HalfSipHash-1-3, Aumasson and Bernstein 2012). */

/** The 64 secret bits of one kind of token; equal for equal key and kind. */
export interface Seed {
  readonly k0: number;
  readonly k1: number;
}

/** Buckets per table: 2^16. */
export const bucketCount = 65_536;

/** 32 keyed bits of the UTF-16 units `from..to` of `text` (two units a round), any string welcome. */
export function hashOf(seed: Seed, text: string, from = 0, to = text.length): number {
  let v0 = seed.k0;
  let v1 = seed.k1;
  let v2 = 0x6c796765 ^ seed.k0;
  let v3 = 0x74656462 ^ seed.k1;
  const pairs = (to - from + 1) >> 1;
  for (let i = 0; i < pairs + 4; i++) {
    const at = from + 2 * i;
    let m = 0;
    if (i < pairs) m = text.charCodeAt(at) | (at + 1 < to ? text.charCodeAt(at + 1) << 16 : 0);
    else if (i === pairs) m = (to - from) << 8;
    else if (i === pairs + 1) v2 ^= 0xff;
    v3 ^= m;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= m;
  }
  return v1 ^ v3;
}

/** The bucket of a hash: its high bits. */
export const bucketOf = (hash: number): number => hash >>> 16;

/** The hash of two neighbours from their own hashes, order kept. */
export function pairHash(first: number, second: number): number {
  let h = Math.imul(first, 0x85ebca6b) ^ ((second << 13) | (second >>> 19));
  h = Math.imul(h ^ (h >>> 16), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
  return h ^ (h >>> 16);
}

/** A seed for each kind, so that equal text of two kinds falls into unrelated buckets. */
export function seedOf(key: string, kind: string): Seed {
  const k0 = hashOf({ k0: 0x243f6a88, k1: 0x05a308d3 }, `${kind}\n${key}`);
  const k1 = hashOf({ k0: 0x13198a2e, k1: 0x03707344 }, `${kind}\n${key}`);
  return { k0, k1 };
}
