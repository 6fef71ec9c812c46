/** The periods the screen offers, as the API wants them asked. */
import type { SummaryQuery } from "../../triage/summary.ts";

export const periods = ["weeks4", "weeks12", "weeks52", "today"] as const;
export type Period = (typeof periods)[number];

const dayMs = 86_400_000;
const weeksOf = { weeks4: 4, weeks12: 12, weeks52: 52 };

/** ISO weeks, this one being the last; what the day is today is for the API to say. */
export function queryOf(period: Period, now: number): SummaryQuery {
  if (period === "today") return {};
  const sinceMonday = (new Date(now).getUTCDay() + 6) % 7;
  const from = now - (sinceMonday + (weeksOf[period] - 1) * 7) * dayMs;
  return { from: new Date(from).toISOString().slice(0, 10) };
}
