import { normalQuantile, twoSided } from "./normal.ts";

test("the usual confidences have their textbook z", () => {
  expect(twoSided(0.05)).toBeCloseTo(1.959963985, 7);
  expect(twoSided(0.01)).toBeCloseTo(2.575829304, 7);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 7);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  expect(normalQuantile(0.9)).toBeCloseTo(1.281551566, 7);
});

test("the ends are infinite and what is no probability is refused", () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  expect(() => normalQuantile(1.1)).toThrow(RangeError);
});
