/** Which days a period stands for, and which days the API would take. */
import { areDays, daysOf, queryOf } from "./period.ts";

const wednesday = Date.parse("2026-11-25T10:00:00Z");

test("weeks are ISO weeks, this one being the last", () => {
  expect(queryOf("weeks12", wednesday)).toEqual({ from: "2026-09-07" });
  expect(queryOf("weeks4", wednesday)).toEqual({ from: "2026-11-02" });
  expect(queryOf("weeks52", wednesday)).toEqual({ from: "2025-12-01" });
  const monday = Date.parse("2026-11-23T00:00:00Z");
  expect(queryOf("weeks12", monday)).toEqual({ from: "2026-09-07" });
});

test("what the day is today is for the API to say", () => {
  expect(queryOf("today", wednesday)).toEqual({});
});

test("other dates begin with those of the period before, and are asked as they are", () => {
  const days = daysOf("weeks4", wednesday);
  expect(days).toEqual({ from: "2026-11-02", to: "2026-11-25" });
  expect(queryOf(days, wednesday)).toEqual(days);
});

test.each([
  ["one day", "2026-11-25", "2026-11-25", true],
  ["366 days, in a leap year too", "2025-11-25", "2026-11-25", true],
  ["367 days", "2025-11-24", "2026-11-25", false],
  ["the last before the first", "2026-11-25", "2026-11-24", false],
  ["tomorrow", "2026-11-25", "2026-11-26", false],
  ["a day that is not filled in", "", "2026-11-25", false],
  ["neither filled in", "", "", false],
])("%s", (_, from, to, isTaken) => {
  expect(areDays({ from, to }, wednesday)).toBe(isTaken);
});
