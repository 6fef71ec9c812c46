/** Objectives as people see them: terms and names as written, standing computed now. */
import type { Objective, ObjectiveVersion } from "../../triage/objective.ts";
import type { Department } from "../store/departments.ts";
import { nameBehind } from "../store/people.ts";
import type { Db } from "../store/store.ts";
import { standingOf } from "./standing.ts";
import { type Line, linesOf, type Version } from "./versions.ts";

/** Those that hold, oldest first, then those withdrawn. */
export async function objectivesOf(db: Db, department: Department, now: number): Promise<Objective[]> {
  const lines = await linesOf(db, department.key);
  const views: Objective[] = [];
  for (const line of lines) views.push(await objectiveOf(db, department, line, now));
  return views.sort((a, b) => Number(a.withdrawn !== null) - Number(b.withdrawn !== null));
}

export async function objectiveOf(
  db: Db,
  department: Department,
  line: Line,
  now: number,
): Promise<Objective> {
  const { withdrawn } = line;
  const newest = await versionOf(db, department, line.versions.at(-1)!, now);
  return {
    id: line.objective,
    ...newest,
    version: line.newest,
    withdrawn: withdrawn && {
      at: withdrawn.at,
      by: await nameBehind(db, department.tenant, withdrawn.person),
      reason: withdrawn.reason,
    },
  };
}

/** One version with the evidence of its own time. */
export async function versionOf(
  db: Db,
  department: Department,
  { version, terms, since, until, at, person }: Version,
  now: number,
): Promise<ObjectiveVersion> {
  return {
    version,
    ...terms,
    writtenAt: at,
    writtenBy: await nameBehind(db, department.tenant, person),
    standing: await standingOf(db, department, terms, { from: since, to: until }, now),
  };
}
