import { fairnessOf } from "./fairness.ts";
import type { Tally } from "./intervals.ts";

const departments = (...tallies: [string, number, number][]) =>
  new Map<string, Tally>(tallies.map(([id, hits, trials]) => [id, { hits, trials }]));

test("nothing is said of a department with fewer than 30 blind verdicts, or without others to compare", () => {
  const gaps = fairnessOf(departments(["small", 1, 29], ["large", 900, 1000]));
  expect(gaps.get("small")).toEqual({ kind: "tooFew", trials: 29 });
  expect(gaps.get("large")).toEqual({ kind: "tooFew", trials: 1000 });
  expect(fairnessOf(departments(["only", 900, 1000])).get("only")?.kind).toBe("tooFew");
  expect(fairnessOf(new Map()).size).toBe(0);
});

test("a department is called worse served only when the whole interval says so", () => {
  const gaps = fairnessOf(departments(["a", 600, 1000], ["b", 880, 1000], ["c", 890, 1000]));
  expect(gaps.get("a")).toMatchObject({ kind: "worse", trials: 1000 });
  expect((gaps.get("a") as { gap: number }).gap).toBeCloseTo(0.6 - 1770 / 2000, 12);
  expect(fairnessOf(departments(["a", 80, 100], ["b", 90, 100])).get("a")?.kind).toBe("even");
});

test("the more departments are compared, the more evidence a gap needs", () => {
  const two = fairnessOf(departments(["a", 150, 200], ["b", 1720, 2000])).get("a") as {
    low: number;
    high: number;
  };
  const many = departments(
    ["a", 150, 200],
    ["b", 1720, 2000],
    ...Array.from({ length: 18 }, (_, i) => [`d${i}`, 0, 0] as [string, number, number]),
  );
  const twenty = fairnessOf(many).get("a") as { low: number; high: number };
  expect(twenty.high - twenty.low).toBeGreaterThan(two.high - two.low);
});
