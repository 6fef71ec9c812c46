import { humanCeiling, nominal, ordinal } from "./alpha.ts";

/** Krippendorff's textbook data: four observers, twelve units, missing values as dots. */
const observers = [
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
];
const values = ["1", "2", "3", "4", "5"];
const units = Array.from({ length: 12 }, (_, unit) =>
  observers.map((row) => row.split(" ")[unit]!).filter((value) => value !== "."),
);

test("Krippendorff's own example has his alphas", () => {
  expect(humanCeiling(units, values, nominal).alpha).toBeCloseTo(0.743, 3);
  expect(humanCeiling(units, values, ordinal).alpha).toBeCloseTo(0.815, 3);
});

test("messages with a single answer do not count", () => {
  expect(humanCeiling(units, values).units).toBe(11);
  expect(humanCeiling([["1"], []], values)).toEqual({ units: 0, agreement: null, alpha: null });
});

test("his two observers on ten yes-or-no units agree hardly better than by chance", () => {
  const a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
  const pairs = a.map((value, i) => [String(value), String(b[i])]);
  const ceiling = humanCeiling(pairs, ["0", "1"]);
  expect(ceiling.alpha).toBeCloseTo(0.095, 3);
  expect(ceiling.agreement).toBeCloseTo(0.6, 12);
});

test("full agreement is 1, and on a single value nothing can be told", () => {
  expect(
    humanCeiling(
      [
        ["1", "1"],
        ["2", "2"],
      ],
      values,
    ),
  ).toEqual({ units: 2, agreement: 1, alpha: 1 });
  expect(
    humanCeiling(
      [
        ["1", "1"],
        ["1", "1"],
      ],
      values,
    ),
  ).toEqual({ units: 2, agreement: 1, alpha: null });
});

test("near priorities disagree less than far ones", () => {
  const ranks = ["low", "normal", "high", "urgent"];
  const base = ranks.flatMap((rank) => [
    [rank, rank],
    [rank, rank],
  ]);
  const near = humanCeiling([...base, ["low", "normal"]], ranks, ordinal).alpha!;
  const far = humanCeiling([...base, ["low", "urgent"]], ranks, ordinal).alpha!;
  expect(near).toBeGreaterThan(far);
});

test("an answer outside the scale is refused", () => {
  expect(() => humanCeiling([["1", "9"]], values)).toThrow(RangeError);
});
