/** Who judges a candidate: blind checks where there are enough, all verdicts before that, nobody at the very beginning. */
import { judge, type Replayed } from "./judge.ts";

const call = (isRight: boolean, confidence = 0.7) => ({
  category: isRight ? "billing" : "contract",
  priority: "normal",
  confidence,
});
const shareOf = (isRight: (i: number) => boolean) =>
  Array.from({ length: 10 }, (_, i) => isRight(i)).filter(Boolean).length / 10;
const rows = (
  source: Replayed["source"],
  n: number,
  live: (i: number) => boolean,
  candidate: (i: number) => boolean,
): Replayed[] =>
  Array.from({ length: n }, (_, i) => ({
    source,
    said: { category: "billing", priority: "normal" },
    live: call(live(i), shareOf(live)),
    candidate: call(candidate(i), shareOf(candidate)),
  }));
/** Right in as many of ten, as sure as it is right. */
const share = (of: number) => (i: number) => i % 10 < of;

test("with thirty blind checks they decide, and corrections are a group of their own", () => {
  const { basis, passes, groups } = judge([
    ...rows("blind", 100, share(7), share(8)),
    ...rows("correction", 40, share(0), share(5)),
    ...rows("verdict", 500, share(10), share(0)),
  ]);
  expect([basis, passes]).toEqual(["blind", true]);
  expect(groups.map(({ group, pairs }) => [group, pairs])).toEqual([
    ["category", 100],
    ["priority", 100],
    ["corrections", 40],
    ["overall", 240],
  ]);
  expect(groups[0]).toMatchObject({ better: 10, worse: 0, gain: 0.1 });
});

test("a candidate that loses on blind checks is held, however many corrections it would now get right", () => {
  const { passes, reasons } = judge([
    ...rows("blind", 100, share(8), share(6)),
    ...rows("correction", 300, share(0), share(10)),
  ]);
  expect(passes).toBe(false);
  expect(reasons).toContain("departmentWorse");
});

test("with too few blind checks all verdicts decide", () => {
  expect(
    judge([...rows("blind", 9, share(9), share(9)), ...rows("verdict", 60, share(9), share(5))]),
  ).toMatchObject({
    basis: "verdicts",
    passes: false,
  });
});

test("a department that has only begun publishes unjudged, and says so", () => {
  expect(judge(rows("verdict", 29, share(9), share(1)))).toEqual({
    basis: "tooFew",
    passes: true,
    reasons: [],
    groups: [],
    calibration: { live: null, candidate: null },
  });
});

test("a candidate that grew too sure of itself is held", () => {
  const boasting = rows("blind", 100, share(7), share(7)).map((one) => ({
    ...one,
    candidate: { ...one.candidate, confidence: 0.99 },
  }));
  expect(judge(boasting)).toMatchObject({ passes: false, reasons: ["calibrationWorse"] });
});
