/** The periods the screen offers, and any other one by its days, as the API wants them asked. */
import type { SummaryQuery } from "../../triage/summary.ts";

export const namedPeriods = ["weeks4", "weeks12", "weeks52", "today"] as const;
export type NamedPeriod = (typeof namedPeriods)[number];

/** Days as 2026-11-23, both inclusive. */
export interface Days {
  from: string;
  to: string;
}
export type Period = NamedPeriod | Days;

const dayMs = 86_400_000;
const weeksOf = { weeks4: 4, weeks12: 12, weeks52: 52 };
const mostDays = 366;

const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

/** ISO weeks, this one being the last; what the day is today is for the API to say. */
export function queryOf(period: Period, now: number): SummaryQuery {
  if (typeof period === "object") return period;
  if (period === "today") return {};
  const sinceMonday = (new Date(now).getUTCDay() + 6) % 7;
  return { from: dayAt(now - (sinceMonday + (weeksOf[period] - 1) * 7) * dayMs) };
}

/** The days of a period, for whoever wants to change them. */
export function daysOf(period: Period, now: number): Days {
  const { from = dayAt(now), to = dayAt(now) } = queryOf(period, now);
  return { from, to };
}

/** As the API takes them: in order, not after today, a year at most; a day that is not filled in is none. */
export function areDays({ from, to }: Days, now: number): boolean {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return first <= last && to <= dayAt(now) && last - first < mostDays * dayMs;
}

export const periodKey = (period: Period): string =>
  typeof period === "object" ? `${period.from} ${period.to}` : period;
