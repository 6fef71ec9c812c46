import fc from "fast-check";
import { cellsOf, sumOf } from "./confusion.ts";
import { confusedPairs, macroF1, perCategory } from "./perCategory.ts";

const cells = [
  { predicted: "billing", final: "billing", count: 40 },
  { predicted: "billing", final: "contract", count: 10 },
  { predicted: "contract", final: "billing", count: 5 },
  { predicted: "contract", final: "contract", count: 15 },
  { predicted: "billing", final: "complaint", count: 2 },
];

test("precision asks what the model called it, recall what it is", () => {
  const [billing, contract] = perCategory(cells, ["billing", "contract", "complaint"]);
  expect(billing).toMatchObject({
    category: "billing",
    precision: { hits: 40, trials: 52 },
    recall: { hits: 40, trials: 45 },
    f1: 80 / 97,
    support: 45,
  });
  expect(contract).toMatchObject({ precision: { share: 0.75 }, recall: { share: 0.6 } });
});

test("a category that never came up has no figures, and does not pull the macro mean down", () => {
  const figures = perCategory(cells, ["billing", "contract", "complaint", "other"]);
  const other = figures.find(({ category }) => category === "other")!;
  expect(other).toMatchObject({ f1: null, support: 0, precision: { share: null }, recall: { share: null } });
  expect(macroF1(figures)).toBeCloseTo((80 / 97 + 30 / 45 + 0) / 3, 12);
  expect(macroF1([])).toBeNull();
});

test("a category removed from the taxonomy stays in the figures of the mail it had", () => {
  expect(perCategory(cells, ["billing"]).map(({ category }) => category)).toEqual([
    "billing",
    "contract",
    "complaint",
  ]);
});

test("confused pairs count both directions together and keep them apart", () => {
  expect(confusedPairs(cells)).toEqual([
    { first: "billing", second: "contract", firstAsSecond: 5, secondAsFirst: 10, total: 15 },
    { first: "billing", second: "complaint", firstAsSecond: 0, secondAsFirst: 2, total: 2 },
  ]);
});

const name = fc.constantFrom("a", "b", "c", "d");
test("every verdict is somewhere: supports add up to all, pairs to all errors", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name)), (pairs) => {
      const table = cellsOf(pairs);
      const figures = perCategory(table, []);
      expect(figures.reduce((sum, { support }) => sum + support, 0)).toBe(pairs.length);
      const wrong = confusedPairs(table).reduce((sum, { total }) => sum + total, 0);
      expect(wrong).toBe(sumOf(table, ({ predicted, final }) => predicted !== final));
      expect(wrong).toBe(pairs.filter(([p, f]) => p !== f).length);
    }),
  );
});
