import { scoreOf } from "./forecast.ts";

test("a sure and right forecast costs nothing, a sure and wrong one costs 1", () => {
  expect(scoreOf([{ probability: 1, met: true }]).brier).toBe(0);
  expect(scoreOf([{ probability: 1, met: false }]).brier).toBe(1);
  expect(scoreOf([{ probability: 0.7, met: true }]).brier).toBeCloseTo(0.09, 12);
});

test("a forecast is scored only when the evidence has decided", () => {
  const score = scoreOf([
    { probability: 0.7, met: null },
    { probability: 0.6, met: true },
  ]);
  expect(score.scored).toBe(1);
  expect(scoreOf([{ probability: 0.7, met: null }])).toEqual({ scored: 0, brier: null, skill: null });
});

test("skill is measured against always saying the share that was met", () => {
  const four = [true, true, true, false];
  expect(scoreOf(four.map((met) => ({ probability: 0.75, met }))).skill).toBeCloseTo(0, 12);
  expect(scoreOf(four.map((met) => ({ probability: met ? 0.9 : 0.2, met }))).skill).toBeGreaterThan(0.8);
  expect(scoreOf([{ probability: 0.9, met: true }]).skill).toBeNull();
});

test("what is no probability is refused", () => {
  expect(() => scoreOf([{ probability: 70, met: true }])).toThrow(RangeError);
});
