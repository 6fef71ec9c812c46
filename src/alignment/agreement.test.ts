import { agreementOf, anchoringGap, coverageOf } from "./agreement.ts";
import { type ArmCounts, emptyCounts } from "./counts.ts";

/** 100 asked: 60 equal, 15 different, 5 unsure, 20 without a verdict. */
const arm = (changes: Partial<ArmCounts> = {}): ArmCounts => ({
  ...emptyCounts().blind,
  asked: 100,
  answered: 80,
  confirmed: 60,
  corrected: 15,
  unsure: 5,
  shown: 20,
  both: { equal: 60, different: 15 },
  category: { equal: 70, different: 5 },
  ...changes,
});

test("agreement is equal of equal and different, and unsure is in neither", () => {
  const agreement = agreementOf(arm(), "both");
  expect(agreement).toMatchObject({ share: 0.8, hits: 60, trials: 75, unsure: { share: 5 / 80 } });
  expect(agreementOf(arm(), "category").share).toBeCloseTo(70 / 75, 12);
});

test("the bounds say what the unanswered asks could change", () => {
  expect(agreementOf(arm(), "both").bounds).toEqual([60 / 95, 80 / 95]);
});

test("under 60 % answered asks, the figure says that many are unanswered", () => {
  expect(agreementOf(arm(), "both")).toMatchObject({ manyUnanswered: false, answered: { share: 0.8 } });
  expect(agreementOf(arm({ asked: 134 }), "both").manyUnanswered).toBe(true);
  expect(agreementOf(arm({ asked: 100, answered: 60 }), "both").manyUnanswered).toBe(false);
});

test("without evidence there is no share, no bounds and no alarm", () => {
  expect(agreementOf(emptyCounts().blind, "both")).toMatchObject({
    share: null,
    low: 0,
    high: 1,
    bounds: null,
    manyUnanswered: false,
  });
  expect(anchoringGap(emptyCounts(), "both")).toEqual({ gap: null, low: -1, high: 1 });
  expect(coverageOf(emptyCounts())).toBeNull();
});

test("the anchoring gap is assisted minus blind", () => {
  const assisted = arm({ both: { equal: 900, different: 100 } });
  const blind = arm({ both: { equal: 800, different: 200 } });
  const gap = anchoringGap({ open: arm(), assisted, blind, batch: arm() }, "both");
  expect(gap.gap).toBeCloseTo(0.1, 12);
  expect(gap.low).toBeGreaterThan(0);
  expect(gap.low).toBeLessThan(0.1);
  expect(gap.high).toBeGreaterThan(0.1);
});

test("the shares of the states add up to everything that was opened", () => {
  const shares = coverageOf({
    ...emptyCounts(),
    open: arm(),
    assisted: arm(),
    blind: arm({ neverShown: 100 }),
  })!;
  expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(shares.neverShown).toBe(100 / 400);
});

test("under 30 verdicts a share says how many are missing", () => {
  expect(agreementOf(arm({ both: { equal: 10, different: 2 } }), "both").missing).toBe(18);
  expect(agreementOf(arm(), "both").missing).toBe(0);
});
