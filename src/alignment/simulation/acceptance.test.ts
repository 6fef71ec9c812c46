import {
  anchoringFindings,
  type Finding,
  fairnessFindings,
  holds,
  lookingFindings,
  naiveRate,
  selectionFindings,
} from "./acceptance.ts";

/** A quick version, seconds long; `npm run simulate` runs the full one. */
const quick = { runs: 20, messagesPerWeek: 40, blindShare: 0.25 };
const failed = (findings: Finding[]) => findings.filter((finding) => !holds(finding));

test("planted accuracy, anchoring and gap are inside their intervals at every weekly look", () => {
  expect(failed(anchoringFindings(quick))).toEqual([]);
});

test("selective answering bends the naive rate to 0.739, and the blind figure still finds 0.85", () => {
  expect(failed(selectionFindings(quick))).toEqual([]);
  expect(naiveRate({ ...quick, runs: 10 })).toBeCloseTo(0.739, 1);
});

test("eight departments served alike are hardly ever flagged as unfair", () => {
  expect(failed(fairnessFindings({ ...quick, runs: 6, messagesPerWeek: 20 }))).toEqual([]);
});

test("looking every week makes an ordinary interval lie, and not this one", () => {
  const [sequence, ordinary] = lookingFindings(20);
  expect(holds(sequence!)).toBe(true);
  expect(ordinary!.share).toBeGreaterThan(0.1);
});
