/** How Outlook names days in its list: today, yesterday, this week, and then the month. */
import type { Words } from "./words/en.ts";

const dayMs = 86_400_000;
const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);

/** The heading a message stands under. */
export function groupOf(time: number, now: number, words: Words, language: string): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(time)) / dayMs);
  if (time <= 0) return words.earlier;
  if (daysAgo <= 0) return words.today;
  if (daysAgo === 1) return words.yesterday;
  if (daysAgo < 7) return words.thisWeek;
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric" }).format(time);
}

/** The time of a message in the list: the clock for today, else the day. */
export function shortTime(time: number, now: number, language: string): string {
  if (time <= 0) return "";
  const isToday = startOfDay(time) === startOfDay(now);
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  if (isToday) return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(time);
  if (isThisYear)
    return new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "numeric" }).format(
      time,
    );
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric", year: "numeric" }).format(
    time,
  );
}

export const longTime = (time: number, language: string): string =>
  time <= 0
    ? ""
    : new Intl.DateTimeFormat(language, {
        weekday: "short",
        day: "numeric",
        month: "long",
        year: "numeric",
        hour: "numeric",
        minute: "2-digit",
      }).format(time);
