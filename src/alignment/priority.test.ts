import fc from "fast-check";
import { cellsOf } from "./confusion.ts";
import { kappaInterval, rankDistances, urgentRecall, weightedKappa } from "./priority.ts";

const ranks = ["low", "normal", "high", "urgent"];
const cell = (predicted: string, final: string, count: number) => ({ predicted, final, count });

test("full agreement is 1, full reversal is −1, and independence is 0", () => {
  expect(weightedKappa([cell("low", "low", 5), cell("urgent", "urgent", 5)], ranks)).toBe(1);
  expect(weightedKappa([cell("low", "urgent", 5), cell("urgent", "low", 5)], ranks)).toBe(-1);
  const independent = ranks.flatMap((p, i) => ranks.map((f, j) => cell(p, f, (i + 1) * (j + 2))));
  expect(weightedKappa(independent, ranks)).toBeCloseTo(0, 12);
});

test("a table of three ranks, worked by hand, has its kappa", () => {
  // observed Σ w·n = 4·1 + 5·1 + 2·4 + 1·4 = 21, against what the margins would give by chance
  const table = [
    cell("a", "a", 14),
    cell("a", "b", 4),
    cell("a", "c", 2),
    cell("b", "a", 5),
    cell("b", "b", 10),
    cell("c", "a", 1),
    cell("c", "c", 14),
  ];
  const [rows, columns] = [
    [20, 15, 15],
    [20, 14, 16],
  ];
  const expected = rows.reduce(
    (sum, r, i) => sum + columns.reduce((inner, c, j) => inner + (i - j) ** 2 * ((r * c) / 50), 0),
    0,
  );
  expect(weightedKappa(table, ["a", "b", "c"])).toBeCloseTo(1 - 21 / expected, 12);
});

test("a far miss costs more than a near one", () => {
  const base = [cell("low", "low", 20), cell("normal", "normal", 20), cell("urgent", "urgent", 20)];
  const near = weightedKappa([...base, cell("high", "urgent", 5)], ranks)!;
  const far = weightedKappa([...base, cell("low", "urgent", 5)], ranks)!;
  expect(near).toBeGreaterThan(far);
});

test("where only one rank was ever used, agreement beyond chance cannot be told", () => {
  expect(weightedKappa([cell("normal", "normal", 9)], ranks)).toBeNull();
  expect(weightedKappa([], ranks)).toBeNull();
  expect(kappaInterval([], ranks)).toBeNull();
  expect(() => weightedKappa([cell("normal", "now", 1)], ranks)).toThrow(RangeError);
});

const rank = fc.constantFrom(...ranks);
test("kappa is at most 1, lies in its interval, and does not care who is the model", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rank, rank), { minLength: 3, maxLength: 60 }), (pairs) => {
      const kappa = weightedKappa(cellsOf(pairs), ranks);
      if (kappa === null) return;
      const swapped = weightedKappa(cellsOf(pairs.map(([p, f]) => [f, p] as const)), ranks)!;
      expect(kappa).toBeLessThanOrEqual(1);
      expect(swapped).toBeCloseTo(kappa, 10);
      const [low, high] = kappaInterval(cellsOf(pairs), ranks)!;
      expect(low).toBeLessThanOrEqual(kappa + 1e-12);
      expect(high).toBeGreaterThanOrEqual(kappa - 1e-12);
    }),
  );
});

test("urgent recall asks what became of mail that is urgent", () => {
  const cells = [cell("urgent", "urgent", 8), cell("normal", "urgent", 2), cell("urgent", "low", 5)];
  expect(urgentRecall(cells, false)).toMatchObject({ hits: 8, trials: 10, share: 0.8 });
});

test("with urgent predictions kept out of blind checks, urgent recall is not measured rather than zero", () => {
  expect(urgentRecall([cell("normal", "urgent", 2)], true)).toBeNull();
});

test("errors are told apart by direction and distance", () => {
  const distances = rankDistances(
    [cell("urgent", "low", 2), cell("low", "normal", 3), cell("high", "high", 7)],
    ranks,
  );
  expect(Object.fromEntries(distances)).toEqual({
    "-3": 0,
    "-2": 0,
    "-1": 3,
    "0": 7,
    "1": 0,
    "2": 0,
    "3": 2,
  });
});
