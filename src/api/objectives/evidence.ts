/** All evidence of one version of an objective: the checks of its time, from counters, measurements and two part-days. */
import type { Kysely } from "kysely";
import type { Tally } from "../../alignment/intervals.ts";
import type { Formula } from "../../triage/objective.ts";
import { type CategoryNames, categoryNames, renamed } from "../corrections/categoryMoves.ts";
import type { Sum } from "../store/counted.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { sumsOf } from "../store/sums.ts";
import { notTriaged, triage } from "../store/workCells.ts";
import { measuredIn } from "./measured.ts";
import { openedLately, sumsOfMoments } from "./moments.ts";
import { armOf, type CountedFormula, inTodaysNames, isCheck, kindOf, tallyOf } from "./tally.ts";

/** From the moment of the agreement until before the moment in which it ended; null while it holds. */
export interface Span {
  from: number;
  to: number | null;
}

export interface Gathered extends Tally {
  /** the day of the newest check; null without any */
  lastOn: string | null;
  /** checks of the last four weeks, by week */
  perWeek: number;
  /** blind asks of this time, and those answered; null for formulas that ask nobody */
  asks: { asked: number; answered: number } | null;
}

const paceDays = 28;

export async function gather(
  db: Kysely<Schema>,
  department: DepartmentKey,
  agreed: Formula,
  span: Span,
  now: number,
): Promise<Gathered> {
  if (agreed.kind === "imported")
    return { ...(await measuredIn(db, department, agreed.kpi, span)), asks: null };
  const names = await categoryNames(db, department);
  const formula = inTodaysNames(agreed, names);
  const isBlind = armOf(formula) === "blind";
  const kinds = [kindOf(formula), ...(isBlind ? ["asked", "answered"] : [])];
  const sums = async (of: Span) => renamed(await sumsIn(db, department, kinds, of, now), names);
  const rows = (await sums(span)).filter(({ kind }) => kinds.includes(kind));
  const tally = tallyOf(formula, rows);
  const lastOn = tally.trials === 0 ? null : await lastDayOf(db, department, formula, span, now, names);
  const end = Math.min(now, span.to ?? now);
  const recent = { from: Math.max(span.from, startOfDay(end - paceDays * dayMs)), to: span.to };
  const weeks = Math.max(1, (end - recent.from) / (7 * dayMs));
  const checks = recent.from === span.from ? tally : tallyOf(formula, await sums(recent));
  return { ...tally, lastOn, perWeek: checks.trials / weeks, asks: isBlind ? asksIn(rows) : null };
}

/** The newest day with a check, found by day; the last part-day when there is none. */
async function lastDayOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  formula: CountedFormula,
  { from, to }: Span,
  now: number,
  names: CategoryNames,
): Promise<string> {
  const last = dayOf(Math.min(now, (to ?? now + 1) - 1));
  const rows = await db
    .selectFrom("counter")
    .select(["kind", "arm", "predicted", "final", (eb) => eb.fn.max("period").as("period")])
    .where("department", "=", department)
    .where("kind", "=", kindOf(formula))
    .where("period", ">=", `d${dayOf(from)}`)
    .where("period", "<=", `d${last}`)
    .where("n", ">", 0)
    .groupBy(["kind", "arm", "predicted", "final"])
    .execute();
  const days = renamed(
    rows.map((row) => ({ ...row, n: 1 })),
    names,
  )
    .filter((row) => isCheck(formula, row))
    .map(({ period }) => period);
  return days.sort().at(-1)?.slice(1) ?? last;
}

function asksIn(rows: readonly Sum[]) {
  const of = (name: string) =>
    rows.reduce((sum, { kind, arm, n }) => (kind === name && arm === "blind" ? sum + n : sum), 0);
  return { asked: of("asked"), answered: of("answered") };
}

/** Whole days from the counters, what is left of the first and the last day from the feedback. */
export async function sumsIn(
  db: Kysely<Schema>,
  department: DepartmentKey,
  kinds: readonly string[],
  { from, to }: Span,
  now: number,
): Promise<Sum[]> {
  const end = Math.min(to ?? now + 1, now + 1);
  const [firstWhole, afterWhole] = [startOfDay(from + dayMs - 1), startOfDay(end)];
  const isOpen = to === null || to > now;
  if (firstWhole > afterWhole) return withoutPending(await sumsOfMoments(db, department, from, end), isOpen);
  const head = await sumsOfMoments(db, department, from, firstWhole);
  const days =
    firstWhole < afterWhole
      ? await sumsOf(db, department, kinds, dayOf(firstWhole), dayOf(afterWhole - dayMs))
      : [];
  const tail = isOpen
    ? await sumsOf(db, department, kinds, dayOf(afterWhole), dayOf(afterWhole))
    : await sumsOfMoments(db, department, afterWhole, end);
  const pending =
    isOpen && kinds.includes(triage) ? await pendingOf(db, department, from, afterWhole, end) : [];
  return [...head, ...days, ...withoutPending(tail, isOpen), ...pending];
}

/** Received on an earlier day and opened today, without an answer: taken off again, for the same reason. */
const pendingOf = async (
  db: Kysely<Schema>,
  department: DepartmentKey,
  from: number,
  today: number,
  end: number,
): Promise<Sum[]> =>
  (await openedLately(db, department, { opened: [today, end], counted: [from, today] }))
    .filter(isPending)
    .map((sum) => ({ ...sum, n: -sum.n }));

const startOfDay = (at: number) => Math.floor(at / dayMs) * dayMs;

const isPending = ({ kind, final }: Sum) => kind === triage && final === notTriaged;

/** What was opened today and is not answered yet may still be in time: it counts from tomorrow on. */
const withoutPending = (rows: Sum[], isToday: boolean): Sum[] =>
  isToday ? rows.filter((row) => !isPending(row)) : rows;
