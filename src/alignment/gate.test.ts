import { gateOf, type Replay } from "./gate.ts";
import type { Pairs } from "./paired.ts";

const pairs = (
  bothRight: number,
  onlyLiveRight: number,
  onlyCandidateRight: number,
  bothWrong: number,
): Pairs => ({
  bothRight,
  onlyLiveRight,
  onlyCandidateRight,
  bothWrong,
});
const replay = (changes: Partial<Replay> & { departments: Map<string, Pairs> }): Replay => ({
  liveCalibrationError: 0.05,
  candidateCalibrationError: 0.05,
  ...changes,
});

test("a candidate that is better everywhere passes", () => {
  const result = gateOf(
    replay({
      departments: new Map([
        ["a", pairs(80, 2, 8, 10)],
        ["b", pairs(90, 1, 4, 5)],
      ]),
    }),
  );
  expect(result).toMatchObject({ passes: true, reasons: [] });
  expect(result.overall.gain).toBeCloseTo(9 / 200, 12);
});

test("one department that is clearly worse holds back a candidate that is better overall", () => {
  const result = gateOf(
    replay({
      departments: new Map([
        ["a", pairs(200, 5, 60, 35)],
        ["b", pairs(70, 15, 3, 12)],
      ]),
    }),
  );
  expect(result.passes).toBe(false);
  expect(result.reasons).toEqual(["departmentWorse"]);
  expect(result.departments.map(({ state }) => state)).toEqual(["fine", "worse"]);
});

test("a loss within the margin, or one verdict lost by chance, holds nothing back", () => {
  const departments = new Map([
    ["a", pairs(200, 5, 60, 35)],
    ["b", pairs(28, 1, 0, 3)],
  ]);
  expect(gateOf(replay({ departments })).passes).toBe(true);
  const within = new Map([
    ["a", pairs(200, 5, 60, 35)],
    ["b", pairs(900, 19, 0, 81)],
  ]);
  expect(gateOf(replay({ departments: within })).departments[1]).toMatchObject({
    state: "fine",
    gain: -0.019,
  });
});

test("a department with fewer than 30 verdicts is shown, not judged", () => {
  const departments = new Map([
    ["a", pairs(200, 5, 60, 35)],
    ["b", pairs(9, 15, 0, 5)],
  ]);
  expect(gateOf(replay({ departments })).departments[1]!.state).toBe("tooFew");
});

test("worse overall, worse calibrated or unproven: each is held back with its reason", () => {
  const good = new Map([["a", pairs(80, 2, 8, 10)]]);
  expect(gateOf(replay({ departments: new Map([["a", pairs(90, 3, 2, 5)]]) })).reasons).toEqual([
    "overallWorse",
  ]);
  expect(gateOf(replay({ departments: good, candidateCalibrationError: 0.08 })).reasons).toEqual([
    "calibrationWorse",
  ]);
  expect(gateOf(replay({ departments: good, candidateCalibrationError: 0.07 })).passes).toBe(true);
  expect(gateOf(replay({ departments: good, candidateCalibrationError: null })).reasons).toEqual([
    "calibrationUnknown",
  ]);
  expect(gateOf(replay({ departments: new Map() })).reasons).toEqual(["noEvidence"]);
});
