/** One believable message of the year as the rows the API would have stored: opened, shown, answered, sometimes taken back. */
import { drawArm } from "../../alignment/arms.ts";
import { contributionOf } from "../../alignment/contribution.ts";
import { outcomeOf, rowFor } from "../../api/feedback/row.ts";
import { lastStay } from "../../api/store/history.ts";
import type { AnswerRow, CurrentRow, OpeningRow, StoredFeedback } from "../../api/store/schema.ts";
import type { Prediction } from "../../triage/prediction.ts";
import { type Priority, priorities, type Taxonomy } from "../../triage/taxonomy.ts";
import type { Reason } from "../../triage/verdict.ts";
import type { PlantedTruth } from "./truth.ts";

export interface Day {
  department: string;
  taxonomy: Pick<Taxonomy, "version" | "categories">;
  truth: PlantedTruth;
  week: number;
  /** the first moment of the working day */
  start: number;
  blindShare: number;
}

export interface MadeMessage {
  opening: OpeningRow;
  rows: StoredFeedback[];
  current: CurrentRow;
  answer: AnswerRow | undefined;
}

const minuteMs = 60_000;
const version = (week: number) => `v${1 + Math.floor(week / 4)}`;
const notes = [
  "It asks about the bill, but only to end the contract.",
  "Two topics; the second one decides.",
  "We agreed last month that these go here.",
  "The customer waits since Monday.",
  "Looks like spam, is a real order.",
];
const reasons: readonly Reason[] = [
  "wrongTopic",
  "severalTopics",
  "definitionUnclear",
  "missingContext",
  "tooUrgent",
  "notUrgent",
];

/** A skewed time around a median: most are near it, some take much longer. */
const around = (median: number, random: () => number) =>
  Math.round(median * Math.exp(1.1 * (random() + random() + random() - 1.5)));

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

/** Few categories make most of the mail. */
function truthOf({ taxonomy, truth }: Day, random: () => number): { category: string; priority: Priority } {
  const { categories } = taxonomy;
  const category = categories[Math.floor(categories.length * random() ** 1.8)]!.id;
  const u = random();
  const isUrgent = u < (truth.urgentFound < 0.6 ? 0.08 : 0.05);
  return { category, priority: isUrgent ? "urgent" : u < 0.2 ? "high" : u < 0.85 ? "normal" : "low" };
}

/** Wrong predictions mostly go to the neighbour in the taxonomy, so that pairs are confused and not everything. */
function predictedFor(day: Day, right: { category: string; priority: Priority }, random: () => number) {
  const { taxonomy, truth, week } = day;
  const isRight = random() < truth.accuracy(week);
  const at = taxonomy.categories.findIndex(({ id }) => id === right.category);
  const next = taxonomy.categories[(at + 1) % taxonomy.categories.length]!.id;
  const wrong = random() < 0.7 ? next : pick(taxonomy.categories, random).id;
  const category = isRight ? right.category : wrong;
  const isFound = right.priority === "urgent" ? random() < truth.urgentFound : random() < 0.9;
  const priority = isFound
    ? right.priority
    : right.priority === "urgent"
      ? "normal"
      : pick(priorities, random);
  const confidence = Math.min(0.99, Math.max(0.3, (isRight ? 0.8 : 0.6) + 0.4 * (random() - 0.5)));
  return { category, priority, confidence };
}

function predictionOf(
  call: { category: string; priority: Priority; confidence: number },
  week: number,
): Prediction {
  return {
    categories: [{ category: call.category, probability: call.confidence }],
    priorities: [{ priority: call.priority, probability: 0.8 }],
    likely: [call.category],
    modelVersion: version(week),
    evidence: [],
  };
}

/** @param id names the message; made of digits, so that it sorts in the order of the year */
export function messageOf(day: Day, id: string, random: () => number): MadeMessage {
  const right = truthOf(day, random);
  const call = predictedFor(day, right, random);
  const openedAt = day.start + Math.floor(random() * 9 * 60) * minuteMs;
  const person = `${day.department.split("/")[0]}/${personOf(day, Math.floor(random() * day.truth.people))}`;
  const opening: OpeningRow = {
    department: day.department,
    prediction_id: `01900000-0000-7000-8000-${id}`,
    message_key: `year-${id}`.padEnd(43, "0"),
    person,
    arm: drawArm(random(), day.blindShare),
    blind_share: day.blindShare,
    ask_skipped: null,
    taxonomy_version: day.taxonomy.version,
    policy_version: 1,
    model_version: version(day.week),
    prediction: JSON.stringify(predictionOf(call, day.week)),
    body_read: 1,
    received_at: openedAt - around(25 * minuteMs, random),
    opened_at: openedAt,
    stored_at: openedAt,
  };
  const rows = rowsOf(opening, day, right, call, random);
  return { opening, rows, ...settled(rows) };
}

/** The same people all year. */
const personOf = ({ truth }: Day, n: number) =>
  `00000000-0000-4000-9000-${String(100 * truth.id.length + n).padStart(12, "0")}`;

function rowsOf(
  opening: OpeningRow,
  day: Day,
  right: { category: string; priority: Priority },
  call: { category: string; priority: Priority },
  random: () => number,
): StoredFeedback[] {
  const { opened_at: at } = opening;
  const rows = [rowFor(opening, "opened", { happened_at: at, stored_at: at })];
  if (random() < 0.04) return numbered(rows);
  rows.push(rowFor(opening, "shown", { happened_at: at, stored_at: at }));
  const isRight = call.category === right.category && call.priority === right.priority;
  const rate = opening.arm === "open" ? (isRight ? 0.35 : 0.55) : 0.85;
  if (random() >= rate) return numbered(rows);
  const isTaken = opening.arm !== "blind" && random() < day.truth.wavedThrough;
  const said = isTaken ? call : right;
  const isUnsure = random() < 0.02;
  const isCorrected = said.category !== call.category || said.priority !== call.priority;
  const handling = around(isCorrected ? 9_000 : 3_500, random);
  const feedback_id = opening.prediction_id.replace("01900000", "01910000");
  rows.push(
    rowFor(opening, "verdict", {
      feedback_id,
      ...(isUnsure
        ? { kind: "unsure" }
        : { kind: "holds", category: said.category, priority: said.priority }),
      presses: isCorrected && random() < 0.4 ? 2 : 1,
      handling_ms: Math.min(handling, 86_400_000),
      reason: isCorrected && random() < 0.3 ? pick(reasons, random) : null,
      note: isCorrected && random() < 0.1 ? pick(notes, random) : null,
      happened_at: at + handling,
      stored_at: at + handling,
    }),
  );
  if (random() < 0.01)
    rows.push(rowFor(opening, "undone", { feedback_id, happened_at: at + 60_000, stored_at: at + 60_000 }));
  return numbered(rows);
}

const numbered = (rows: readonly Omit<StoredFeedback, "position">[]): StoredFeedback[] =>
  rows.map((row, i) => ({ ...row, position: i + 1 }));

/** What stands in the tables beside the rows, by the same functions as in the API. */
function settled(rows: readonly StoredFeedback[]): Pick<MadeMessage, "current" | "answer"> {
  const stay = lastStay(rows)!;
  const { state, arm } = contributionOf(stay.rows)!;
  const [counted] = stay.standing;
  const last = rows.at(-1)!;
  const current: CurrentRow = {
    department: last.department,
    message_key: last.message_key,
    state,
    arm,
    prediction_id: counted?.prediction_id ?? null,
    feedback_id: counted?.feedback_id ?? null,
    person: counted?.person ?? null,
    updated_at: last.stored_at,
  };
  return { current, answer: counted && answerOf(counted) };
}

/** Its features are not kept, so nothing of it is left to learn: `trained_in` 0. */
const answerOf = (row: StoredFeedback): AnswerRow => ({
  department: row.department,
  prediction_id: row.prediction_id,
  message_key: row.message_key,
  person: row.person,
  feedback_id: row.feedback_id!,
  outcome: outcomeOf(row),
  kind: row.kind!,
  category: row.category,
  priority: row.priority,
  state: row.kind === "holds" ? "learned" : "received",
  accepted_at: row.kind === "holds" ? row.stored_at : null,
  trained_in: row.kind === "holds" ? 0 : null,
  learned_in: row.kind === "holds" ? row.model_version : null,
  now: row.kind === "holds" ? (Number(row.stored_at) % 5 === 0 ? "wrong" : "right") : null,
  declined_because: null,
  at: row.stored_at,
});
