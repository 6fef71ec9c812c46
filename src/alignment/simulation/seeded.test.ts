import { seeded } from "./seeded.ts";

const draws = (seed: number, n: number) => {
  const random = seeded(seed);
  return Array.from({ length: n }, random);
};

test("the same seed gives the same numbers, another seed others", () => {
  expect(draws(7, 20)).toEqual(draws(7, 20));
  expect(draws(7, 20)).not.toEqual(draws(8, 20));
});

test("the numbers fill [0, 1) evenly, also across neighbouring seeds", () => {
  const tenths = Array(10).fill(0) as number[];
  for (const u of [...draws(1, 20_000), ...Array.from({ length: 20_000 }, (_, seed) => seeded(seed)())]) {
    tenths[Math.floor(u * 10)]! += 1;
  }
  for (const count of tenths) expect(Math.abs(count - 4000)).toBeLessThan(300);
});
