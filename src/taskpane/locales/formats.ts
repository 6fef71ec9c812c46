/** Numbers and times as the reader writes them. */
import type { PaneLanguage } from "./catalogue.ts";

export interface Formats {
  percent(share: number): string;
  number(count: number): string;
  /** A share that was counted, as a whole percentage. */
  share(share: number): string;
  /** The ends of an interval in whole percent, rounded outwards, without the sign. */
  ends(low: number, high: number): [string, string];
  /** A difference of shares in percentage points, with its sign. */
  points(difference: number): string;
  /** How far one share is from another, in points, as the two are read: 80 % and 85 % are never four apart. */
  pointsBetween(share: number, before: number): string;
  /** The ends of an interval of differences in points, rounded outwards. */
  pointEnds(low: number, high: number): [string, string];
  /** A calendar day, UTC, from 2026-11-23. */
  day(date: string): string;
  /** The time for today, the day for this year, else the whole date. */
  when(at: number, now: number): string;
  time(at: number): string;
}

/** What binary fractions leave over: 0.07 · 100 is no 8. */
const rounding = 1e-9;

/** A share as it is read in every language: whole percent. */
const plain = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0, useGrouping: false });
const wholePercent = (share: number) => Number.parseInt(plain.format(share), 10);

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

export function formatsIn(language: PaneLanguage): Formats {
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(language);
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
  const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  /** With a minus, which a hyphen is not. */
  const inPoints = (points: number) => apart(signed.format(points).replace("-", "\u2212"));
  /** Among words that run to the left a sign would change sides. */
  function apart(figure: string): string {
    return language === "ar" ? `\u2066${figure}\u2069` : figure;
  }
  const utcDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  return {
    // 100 % would be a promise.
    percent: (share) => percent.format(Math.min(share, 0.99)),
    number: (count) => number.format(count),
    share: (share) => percent.format(share),
    ends: (low, high) => [
      number.format(Math.floor(low * 100 + rounding)),
      number.format(Math.ceil(high * 100 - rounding)),
    ],
    points: (difference) => inPoints(difference * 100),
    pointsBetween: (share, before) => inPoints(wholePercent(share) - wholePercent(before)),
    pointEnds: (low, high) => [
      inPoints(Math.floor(low * 100 + rounding)),
      inPoints(Math.ceil(high * 100 - rounding)),
    ],
    day: (date) => utcDay.format(Date.parse(date)),
    time: (at) => time.format(at),
    when(at, now) {
      const [then, today] = [new Date(at), new Date(now)];
      if (sameDay(then, today)) return time.format(then);
      return (then.getFullYear() === today.getFullYear() ? day : date).format(then);
    },
  };
}
