/** Days and ISO weeks as the counters name them, all UTC; and which of them a span of days is read from. */

export const dayMs = 86_400_000;
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** The Monday of the ISO week, UTC. */
export const mondayOf = (at: number) => dayOf(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs);

/** The two periods in which a moment counts. */
export const periodsOf = (at: number): [string, string] => [`d${dayOf(at)}`, `w${mondayOf(at)}`];

/** The Monday of the week that a period is or lies in. */
export const mondayOfPeriod = (period: string): string =>
  period.startsWith("w") ? period.slice(1) : mondayOf(Date.parse(period.slice(1)));

/** From and to, both inclusive. */
export type Span = readonly [from: string, to: string];

/** Whole weeks as weeks, the days before and after them as days: a year is read from 60 periods and not from 365. */
export function spansOf(from: string, to: string): Span[] {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const weeksFrom = Date.parse(mondayOf(start + 6 * dayMs));
  const weeksEnd = Date.parse(mondayOf(end + dayMs));
  if (weeksFrom >= weeksEnd) return [[`d${from}`, `d${to}`]];
  const days = (first: number, last: number): Span[] =>
    first <= last ? [[`d${dayOf(first)}`, `d${dayOf(last)}`]] : [];
  return [
    ...days(start, weeksFrom - dayMs),
    [`w${dayOf(weeksFrom)}`, `w${dayOf(weeksEnd - 7 * dayMs)}`],
    ...days(weeksEnd, end),
  ];
}
