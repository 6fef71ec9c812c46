/** What a version is made of: the accepted verdicts, the newest mail without one, and the messages that judge it. */
import { type Kysely, sql } from "kysely";
import { breath } from "../breath.ts";
import { type CategoryNames, categoryNames } from "../corrections/categoryMoves.ts";
import type { Lesson, Read } from "../predictors/trainingWork.ts";
import { bytesOf } from "../store/blob.ts";
import type { Department } from "../store/departments.ts";
import { importedLessons } from "../store/imported.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";
import type { Replayed } from "./judge.ts";
import type { Wording } from "./versions.ts";

/** Bounds memory and time of a training; older verdicts go first. */
const mostLessons = 4_000;
const mostAnswers = 20_000;
const mostObserved = 1_500;
const mostJudges = 600;
const judgedForMs = 180 * 86_400_000;

/** A verdict that may be learned, or judges. */
export interface Judge {
  id: string;
  source: Replayed["source"];
  said: { category: string; priority: string };
  /** some version has learned it */
  wasLearned: boolean;
}

export interface Material {
  /** the answers no version was made with yet: those learned now, and those that cannot be */
  fresh: { learned: Wording[]; lost: Wording[] };
  lessons: (Lesson & { wasLearned: boolean })[];
  /** ids of those among the lessons that were imported and not given as verdicts here */
  imported: string[];
  observed: Read[];
  judges: (Judge & Read)[];
}

interface Wanted {
  id: string;
  category: string;
  priority: string;
  outcome: string;
  wasLearned: boolean;
}

/** Every answer that may be learned, newest first. */
const acceptedAnswers = (db: Kysely<Schema>, department: DepartmentKey) =>
  db
    .selectFrom("answer")
    .select([
      "message_key",
      "prediction_id",
      "feedback_id",
      "category",
      "priority",
      "outcome",
      "learned_in",
      "trained_in",
    ])
    .where("department", "=", department)
    .where("state", "in", ["accepted", "learned"])
    .where("kind", "=", "holds")
    .orderBy("at", "desc")
    .orderBy("prediction_id", "desc")
    .limit(mostAnswers)
    .execute();
type Accepted = Awaited<ReturnType<typeof acceptedAnswers>>[number];

/** Of each message the newest wording; in labels the taxonomy has. */
function wantedOf(rows: readonly Accepted[], { taxonomy }: Department, names: CategoryNames): Wanted[] {
  const known = new Set(taxonomy.categories.map(({ id }) => id));
  const newest = new Map<string, Wanted>();
  for (const { message_key: id, category: then, priority, outcome, learned_in, trained_in } of rows) {
    const category = then === null ? null : (names.get(then) ?? then);
    if (trained_in !== 0 && !newest.has(id) && category !== null && priority !== null && known.has(category))
      newest.set(id, { id, category, priority, outcome, wasLearned: learned_in !== null });
  }
  return [...newest.values()];
}

export async function materialOf(db: Kysely<Schema>, department: Department, now: number): Promise<Material> {
  const names = await categoryNames(db, department.key);
  const answers = await acceptedAnswers(db, department.key);
  const wanted = wantedOf(answers, department, names).slice(0, mostLessons);
  const lessonIds = new Set(wanted.map(({ id }) => id));
  const judges = judgesOf(wanted, await blindChecks(db, department.key, now));
  const observed = await unanswered(db, department.key, lessonIds);
  const features = await featuresOf(db, department.key, [
    ...new Set([...lessonIds, ...judges.map(({ id }) => id), ...observed]),
  ]);
  const read = <T extends { id: string }>(rows: readonly T[]) =>
    rows.flatMap((row) => {
      const value = features.get(row.id);
      return value ? [{ ...row, features: value }] : [];
    });
  const given = read(wanted);
  const imported = (await importedLessons(db, department.key, lessonIds, mostLessons - given.length)).filter(
    ({ category }) => department.taxonomy.categories.some(({ id }) => id === category),
  );
  return {
    fresh: freshIn(answers, new Set(given.map(({ id }) => id))),
    lessons: [...given, ...imported],
    imported: imported.map(({ id }) => id),
    observed: read(observed.map((id) => ({ id }))),
    judges: read(judges),
  };
}

function freshIn(answers: readonly Accepted[], lessons: ReadonlySet<string>): Material["fresh"] {
  const fresh = answers.filter(({ trained_in }) => trained_in === null);
  const ids = (isLesson: boolean) => fresh.filter((one) => lessons.has(one.message_key) === isLesson);
  return { learned: ids(true), lost: ids(false) };
}

/** Blind checks by their first wording; corrections nobody has learned yet; and the other verdicts for the time before. */
function judgesOf(wanted: readonly Wanted[], blind: readonly Judge[]): Judge[] {
  const isBlind = new Set(blind.map(({ id }) => id));
  const others = wanted
    .filter(({ id }) => !isBlind.has(id))
    .slice(0, mostJudges)
    .map(({ id, category, priority, outcome, wasLearned }): Judge => {
      const isNewCorrection = outcome === "corrected" && !wasLearned;
      return {
        id,
        source: isNewCorrection ? "correction" : "verdict",
        said: { category, priority },
        wasLearned,
      };
    });
  const learned = new Set(wanted.filter(({ wasLearned }) => wasLearned).map(({ id }) => id));
  return [...blind.map((one) => ({ ...one, wasLearned: learned.has(one.id) })), ...others];
}

async function blindChecks(db: Kysely<Schema>, department: DepartmentKey, now: number): Promise<Judge[]> {
  const rows = await db
    .selectFrom("current")
    .innerJoin("feedback", (join) =>
      join
        .onRef("feedback.department", "=", "current.department")
        .onRef("feedback.message_key", "=", "current.message_key")
        .onRef("feedback.prediction_id", "=", "current.prediction_id")
        .on("feedback.event", "=", "verdict"),
    )
    .select([
      "current.message_key as id",
      "feedback.category",
      "feedback.priority",
      "feedback.kind",
      "feedback.position",
    ])
    .where("current.department", "=", department)
    .where("current.arm", "=", sql.lit("blind" as const))
    .where("current.updated_at", ">", now - judgedForMs)
    .where("current.state", "in", ["confirmed", "corrected"])
    .orderBy("current.updated_at", "desc")
    .orderBy("feedback.position")
    .limit(2 * mostJudges)
    .execute();
  const first = new Map<string, Judge>();
  for (const { id, kind, category, priority } of rows)
    if (!first.has(id) && kind === "holds")
      first.set(id, {
        id,
        source: "blind",
        said: { category: category!, priority: priority! },
        wasLearned: false,
      });
  return [...first.values()].slice(0, mostJudges);
}

/** The newest mail that is still here and has no verdict to learn. */
async function unanswered(
  db: Kysely<Schema>,
  department: DepartmentKey,
  lessons: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await db
    .selectFrom("current")
    .select("message_key")
    .where("department", "=", department)
    .where("state", "in", ["neverShown", "shown", "unsure"])
    .orderBy("updated_at", "desc")
    .orderBy("message_key")
    .limit(mostObserved)
    .execute();
  return rows.map(({ message_key }) => message_key).filter((id) => !lessons.has(id));
}

const perRead = 100;

/** In slices, so that a request never waits for all of them. */
async function featuresOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  ids: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const features = new Map<string, Uint8Array>();
  for (let from = 0; from < ids.length; from += perRead) {
    const rows = await db
      .selectFrom("features")
      .select(["message_key", "value"])
      .where("department", "=", department)
      .where("message_key", "in", ids.slice(from, from + perRead))
      .execute();
    for (const { message_key, value } of rows) features.set(message_key, bytesOf(value));
    await breath();
  }
  return features;
}
