/** Randomness that can be repeated: a number in [0, 1) for each call, the same for the same seed. */

/**
 * sfc32 of PractRand (C. Doty-Humphrey): 128 bits of state, so that the streams of many runs do not meet; to simulate with,
 * not for keys.
 */
export function seeded(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}
