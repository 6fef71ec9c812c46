/** The fuller figures of a department, from the counters alone. */
import type { Kysely } from "kysely";
import { confusedPairs, macroF1, perCategory } from "../../alignment/perCategory.ts";
import type { Figures } from "../../triage/figures.ts";
import { reachOf } from "../admin/reach.ts";
import { categoryNames, renamed } from "../corrections/categoryMoves.ts";
import type { Sum } from "../store/counted.ts";
import type { Department } from "../store/departments.ts";
import { dayMs, dayOf, mondayOf } from "../store/periods.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import { sumsOf } from "../store/sums.ts";
import { ceilingIn } from "./ceiling.ts";
import { comparisonOf } from "./comparison.ts";
import { calibrationIn, poweredIn } from "./confidence.ts";
import { driftOf } from "./drift.ts";
import { fewestPeople, hasFewPeople } from "./people.ts";
import { priorityIn } from "./priority.ts";
import { cellsIn, figureOf } from "./shapes.ts";
import { timesIn, workIn } from "./work.ts";

const daily = ["category", "priority", "press"];
const weekly = ["handling", "wait", "confidence", "skipped", "ceiling"];
const mostPairs = 10;

export interface FigureQuery {
  department: Department;
  /** every department of the organisation, to compare with */
  all: readonly Department[];
  from: string;
  to: string;
  now: number;
}

export async function figuresOf(db: Kysely<Schema>, query: FigureQuery): Promise<Figures> {
  const { department, from, to, now } = query;
  const { key, taxonomy, policy } = department;
  const weeksFrom = mondayOf(Date.parse(from));
  const names = await categoryNames(db, key);
  const rows = renamed(await sumsOf(db, key, daily, from, to), names);
  const weeks = renamed(await sumsOf(db, key, weekly, weeksFrom, sundayOf(to)), names);
  const blind = rows.filter(({ arm }) => arm === "blind");
  const fewPeople = await hasFewPeople(db, key, now);
  const categories = perCategory(
    cellsIn(blind, "category"),
    taxonomy.categories.map(({ id }) => id),
  );
  return {
    departmentId: department.id,
    from,
    to,
    weeksFrom,
    categories: categories.map((one) => ({
      ...one,
      precision: figureOf(one.precision),
      recall: figureOf(one.recall),
    })),
    macroF1: macroF1(categories),
    pairs: confusedPairs(cellsIn(rows, "category")).slice(0, mostPairs),
    priority: priorityIn(cellsIn(blind, "priority"), policy.blindSkipsUrgent),
    times: fewPeople ? null : timesIn(weeks),
    work: fewPeople ? null : workIn(rows, weeks, policy.baselineSeconds),
    calibration: calibrationIn(weeks),
    powered: poweredIn(weeks),
    drift: await driftOf(db, key, names, to),
    ceiling: ceilingIn(weeks),
    ...(await comparisonOf(db, query)),
    reach: fewPeople ? null : await peopleReached(db, key, now),
    skipped: skippedIn(weeks),
    fewPeople,
    computedAt: now,
  };
}

/** The last day of the week, so that its weeks are read as weeks. */
const sundayOf = (day: string): string => dayOf(Date.parse(mondayOf(Date.parse(day))) + 6 * dayMs);

/** How many are no more than a few is told to nobody. */
async function peopleReached(db: Kysely<Schema>, key: DepartmentKey, now: number): Promise<Figures["reach"]> {
  const reach = await reachOf(db, key, now);
  return reach.opened < fewestPeople ? null : reach;
}

function skippedIn(rows: readonly Sum[]): Figures["skipped"] {
  const of = (why: string) =>
    rows.reduce((sum, { kind, final, n }) => (kind === "skipped" && final === why ? sum + n : sum), 0);
  return { budget: of("budget"), urgent: of("urgent"), unseen: of("unseen") };
}
