/** What became of corrections, as counted: each in one place only, and the same places everywhere. */
import { summaryOf } from "./receipts.ts";

test("what is learned does not wait, even if it was not asked again since", () => {
  const rows = [
    { state: "received", now: null, n: 2 },
    { state: "accepted", now: null, n: 3 },
    { state: "learned", now: null, n: 5 },
    { state: "learned", now: "right", n: 7 },
    { state: "learned", now: "wrong", n: 11 },
    { state: "declined", now: null, n: 13 },
  ] as const;
  const summary = summaryOf(rows);
  expect(summary).toEqual({
    corrections: 41,
    nowRight: 7,
    stillWrong: 11,
    waiting: 5,
    notAskedAgain: 5,
    declined: 13,
  });
  const { corrections, ...parts } = summary;
  expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(corrections);
});
