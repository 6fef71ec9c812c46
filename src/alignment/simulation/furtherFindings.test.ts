import { holds } from "./acceptance.ts";
import { driftFindings, gateFindings, poweredFindings } from "./furtherFindings.ts";

test("drift is noticed, and not made up", () => {
  expect(driftFindings(25).filter((finding) => !holds(finding))).toEqual([]);
});

test("the fixed-time estimate is tighter than the blind checks alone and finds the truth of an honest and a boasting model", () => {
  for (const { share, meanWidthAgainstWilson } of poweredFindings(40)) {
    expect(share).toBeGreaterThanOrEqual(0.875);
    expect(meanWidthAgainstWilson).toBeLessThan(1);
  }
});

test("the gate lets clear gains through and holds clear losses back", () => {
  const [, clearGain, oneWorse, allWorse] = gateFindings(60).map(({ share }) => share);
  expect(clearGain).toBeLessThan(0.15);
  expect(oneWorse).toBeGreaterThan(0.75);
  expect(allWorse).toBeGreaterThan(0.75);
});
