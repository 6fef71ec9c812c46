import { queryOf } from "./period.ts";

test("the last twelve weeks begin on a Monday and hold this week", () => {
  const mondays = [0, 1, 6].map((days) => queryOf("weeks12", Date.UTC(2026, 10, 23 + days, 23, 59)));
  for (const query of mondays) expect(query).toEqual({ from: "2026-09-07" });
  expect(queryOf("weeks12", Date.UTC(2026, 10, 22, 23, 59))).toEqual({ from: "2026-08-31" });
});

test("today is left to the API's clock", () => {
  expect(queryOf("today", 0)).toEqual({});
});

test("a period of weeks begins on a Monday, and the API answers for the longest", () => {
  const now = Date.UTC(2026, 10, 29, 23, 59);
  expect(queryOf("weeks4", now)).toEqual({ from: "2026-11-02" });
  const { from } = queryOf("weeks52", now);
  expect(from).toBe("2025-12-01");
  expect((now - Date.parse(from!)) / 86_400_000).toBeLessThan(366);
});
