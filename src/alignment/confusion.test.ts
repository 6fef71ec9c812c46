import { cellsOf, mostConfused } from "./confusion.ts";

test("the most confused pairs keep their direction, leave agreement out, and break ties by name", () => {
  const pairs = [
    ...Array(9).fill(["billing", "billing"]),
    ...Array(3).fill(["billing", "contract"]),
    ...Array(2).fill(["contract", "billing"]),
    ...Array(2).fill(["contract", "delivery"]),
    ["delivery", "billing"],
  ] as [string, string][];
  expect(mostConfused(cellsOf(pairs), 3)).toEqual([
    { predicted: "billing", final: "contract", count: 3 },
    { predicted: "contract", final: "billing", count: 2 },
    { predicted: "contract", final: "delivery", count: 2 },
  ]);
});
