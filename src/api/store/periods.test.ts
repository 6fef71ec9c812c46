/** A span of days is read from whole weeks and single days, and nothing is read twice or left out. */
import fc from "fast-check";
import { dayMs, dayOf, mondayOf, periodsOf, spansOf } from "./periods.ts";

const day = fc.integer({ min: 0, max: 3_000 }).map((n) => Date.UTC(2024, 0, 1) + n * dayMs);

test("every day inside counts exactly once, every day outside never", () => {
  fc.assert(
    fc.property(day, fc.nat(400), fc.integer({ min: -30, max: 430 }), (start, length, offset) => {
      const end = start + length * dayMs;
      const at = start + offset * dayMs;
      const spans = spansOf(dayOf(start), dayOf(end));
      const hits = periodsOf(at).filter((period) =>
        spans.some(([from, to]) => period >= from && period <= to),
      );
      expect(hits).toHaveLength(at >= start && at <= end ? 1 : 0);
    }),
    { numRuns: 2_000 },
  );
});

test("a year is read from its weeks and at most twelve days", () => {
  const start = Date.UTC(2025, 10, 25);
  const spans = spansOf(dayOf(start), dayOf(start + 364 * dayMs));
  const daysIn = spans.filter(([from]) => from.startsWith("d"));
  const days = daysIn.reduce(
    (sum, [from, to]) => sum + (Date.parse(to.slice(1)) - Date.parse(from.slice(1))) / dayMs + 1,
    0,
  );
  expect(days).toBeLessThanOrEqual(12);
  expect(spans).toHaveLength(daysIn.length + 1);
});

test("a week begins on Monday, also over the turn of a year", () => {
  expect(mondayOf(Date.UTC(2026, 0, 1))).toBe("2025-12-29");
  expect(mondayOf(Date.UTC(2025, 11, 29))).toBe("2025-12-29");
  expect(mondayOf(Date.UTC(2025, 11, 28))).toBe("2025-12-22");
});
