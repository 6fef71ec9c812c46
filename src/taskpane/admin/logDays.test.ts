/** The days of the log's filter are whole days of the reader's clock. */
import { areInOrder, everyDay, spanOf } from "./logDays.ts";

test("a day goes from its first moment to its last, wherever the reader is", () => {
  const { from, to } = spanOf({ from: "2026-03-29", to: "2026-03-29" });
  expect(new Date(from!).toDateString()).toBe("Sun Mar 29 2026");
  expect([new Date(from!).getHours(), new Date(from! - 1).getDate()]).toEqual([0, 28]);
  expect([new Date(to!).getDate(), new Date(to! + 1).getDate()]).toEqual([29, 30]);
});

test("an empty field sets no limit, and the last day of a year ends with the year", () => {
  expect(spanOf(everyDay)).toEqual({});
  expect(spanOf({ from: "2026-01-01", to: "" })).not.toHaveProperty("to");
  expect(new Date(spanOf({ from: "", to: "2026-12-31" }).to! + 1).getFullYear()).toBe(2027);
});

test("days are in order when the first is not after the last", () => {
  expect(areInOrder({ from: "2026-11-02", to: "2026-11-01" })).toBe(false);
  expect(areInOrder({ from: "2026-11-02", to: "2026-11-02" })).toBe(true);
  expect(areInOrder({ from: "2026-11-02", to: "" })).toBe(true);
});
