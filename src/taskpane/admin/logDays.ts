/** From which day to which, as the date fields have them; an empty one sets no limit. */
import type { AuditQuery } from "../../triage/auditLog.ts";

export interface LogDays {
  from: string;
  to: string;
}

export const everyDay: LogDays = { from: "", to: "" };

export const areInOrder = ({ from, to }: LogDays): boolean => from === "" || to === "" || from <= to;

/** The moments of the reader's own clock: from the first one of a day to the last one of the other. */
export function spanOf({ from, to }: LogDays): Pick<AuditQuery, "from" | "to"> {
  return {
    ...(from === "" ? {} : { from: Math.max(0, beginOf(from, 0)) }),
    ...(to === "" ? {} : { to: Math.max(0, beginOf(to, 1) - 1) }),
  };
}

/** Days of 23 and 25 hours are days, too. */
function beginOf(day: string, later: number): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const begin = new Date(2_000, month - 1, date + later);
  begin.setFullYear(year, month - 1, date + later);
  return begin.setHours(0, 0, 0, 0);
}
