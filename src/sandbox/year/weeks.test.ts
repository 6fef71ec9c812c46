/** A year can be made on any day of the week: its surveys never overlap, and its last quarter is a whole one. */
import { dayMs } from "../../api/store/periods.ts";
import { wholeWeeks } from "./lead.ts";
import { quarterDays, quarters, yearsStart } from "./year.ts";

const monday = Date.UTC(2026, 10, 23);

test.each([0, 1, 2, 3, 4, 5, 6])(
  "made %i days after a Monday, each week is surveyed once and the last review is due",
  (later) => {
    const midnight = monday + later * dayMs;
    const start = yearsStart(midnight);
    const quarter = quarterDays * dayMs;
    const weeks = Array.from({ length: quarters }, (_, i) => {
      const until = i === quarters - 1 ? midnight + dayMs / 2 : start + (i + 1) * quarter;
      return wholeWeeks(start + i * quarter, until);
    }).flat();
    expect(weeks.length).toBe(52);
    expect(weeks.slice(1).every((week, i) => week - weeks[i]! === 7 * dayMs)).toBe(true);
    expect(midnight - start).toBeGreaterThanOrEqual(quarters * quarter);
    expect(weeks.at(-1)! + 6 * dayMs).toBeLessThan(midnight);
  },
);
