import { queryOf } from "./period.ts";

test("the last twelve weeks begin on a Monday and hold this week", () => {
  const mondays = [0, 1, 6].map((days) => queryOf("weeks12", Date.UTC(2026, 10, 23 + days, 23, 59)));
  for (const query of mondays) expect(query).toEqual({ from: "2026-09-07" });
  expect(queryOf("weeks12", Date.UTC(2026, 10, 22, 23, 59))).toEqual({ from: "2026-08-31" });
});

test("today is left to the API's clock", () => {
  expect(queryOf("today", 0)).toEqual({});
});
