/** One believable message of the year as the rows the API would have stored: opened, shown, answered, sometimes taken back. */
import { drawArm } from "../../alignment/arms.ts";
import { contributionOf } from "../../alignment/contribution.ts";
import { outcomeOf, rowFor } from "../../api/feedback/row.ts";
import { lastStay } from "../../api/store/history.ts";
import type { AnswerRow, CurrentRow, OpeningRow, StoredFeedback } from "../../api/store/schema.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import type { Reason } from "../../triage/verdict.ts";
import { type Call, callOf, meaningOf, pick } from "./call.ts";
import type { Meaning } from "./text.ts";
import type { PlantedTruth } from "./truth.ts";

export interface Day {
  department: string;
  taxonomy: Taxonomy;
  truth: PlantedTruth;
  week: number;
  /** the first moment of the working day */
  start: number;
  blindShare: number;
  /** person keys */
  people: readonly string[];
  modelVersion: string;
}

export interface MadeMessage {
  right: Meaning;
  call: Call;
  openings: OpeningRow[];
  rows: StoredFeedback[];
  current: CurrentRow;
  answers: AnswerRow[];
}

const minuteMs = 60_000;
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
/** Of blind checks, how many a colleague answers blind, too; and how often the two agree. */
const askedTwice = 0.3;
const colleaguesAgree = 0.93;

/** A skewed time around a median: most are near it, some take much longer. */
const around = (median: number, random: () => number) =>
  Math.round(median * Math.exp(1.1 * (random() + random() + random() - 1.5)));

const predictionOf = (call: Call, modelVersion: string): Prediction => ({
  categories: [{ category: call.category, probability: call.confidence }],
  priorities: [{ priority: call.priority, probability: 0.8 }],
  likely: [call.category],
  modelVersion,
  evidence: [],
});

/** @param id names the message; made of digits, so that it sorts in the order of the year */
export function messageOf(day: Day, id: string, random: () => number): MadeMessage {
  const right = meaningOf(day.taxonomy, day.truth, random);
  const call = callOf(day.taxonomy, day.truth, day.week, right, random);
  const first = openingOf(day, id, call, random);
  const rows = rowsOf(first, day, right, call, random);
  const openings = [first];
  const last = rows.at(-1)!;
  if (first.arm === "blind" && last.kind === "holds" && random() < askedTwice) {
    const second = secondOf(first, day, last.stored_at, random);
    openings.push(second);
    rows.push(...secondRows(second, day, right, random));
  }
  const stored = rows.map((row, i) => ({ ...row, position: i + 1 }));
  return { right, call, openings, rows: stored, ...settled(stored) };
}

function openingOf(day: Day, id: string, call: Call, random: () => number): OpeningRow {
  const openedAt = day.start + Math.floor(random() * 9 * 60) * minuteMs;
  return {
    department: day.department,
    prediction_id: `01900000-0000-7000-8000-${id}`,
    message_key: `year-${id}`.padEnd(43, "0"),
    person: pick(day.people, random),
    arm: drawArm(random(), day.blindShare),
    blind_share: day.blindShare,
    ask_skipped: null,
    taxonomy_version: day.taxonomy.version,
    policy_version: 1,
    model_version: day.modelVersion,
    prediction: JSON.stringify(predictionOf(call, day.modelVersion)),
    body_read: 1,
    received_at: openedAt - around(25 * minuteMs, random),
    opened_at: openedAt,
    stored_at: openedAt,
  };
}

/** A colleague is asked blind, too: what people agree on among themselves. */
function secondOf(first: OpeningRow, day: Day, after: number, random: () => number): OpeningRow {
  const others = day.people.filter((person) => person !== first.person);
  const at = after + Math.ceil(random() * 30) * minuteMs;
  return {
    ...first,
    prediction_id: first.prediction_id.replace("01900000", "01920000"),
    person: pick(others, random),
    ask_skipped: "second",
    opened_at: at,
    stored_at: at,
  };
}

type Made = Omit<StoredFeedback, "position">;

function rowsOf(opening: OpeningRow, day: Day, right: Meaning, call: Call, random: () => number): Made[] {
  const { opened_at: at } = opening;
  const rows: Made[] = [rowFor(opening, "opened", { happened_at: at, stored_at: at })];
  if (random() < 0.04) return rows;
  rows.push(rowFor(opening, "shown", { happened_at: at, stored_at: at }));
  const isRight = call.category === right.category && call.priority === right.priority;
  const rate = opening.arm === "open" ? (isRight ? 0.35 : 0.55) : 0.85;
  if (random() >= rate) return rows;
  const isTaken = opening.arm !== "blind" && random() < day.truth.wavedThrough;
  const verdict = verdictOf(opening, isTaken ? call : right, call, random);
  rows.push(verdict);
  const { feedback_id } = verdict;
  if (random() < 0.01)
    rows.push(rowFor(opening, "undone", { feedback_id, happened_at: at + 60_000, stored_at: at + 60_000 }));
  return rows;
}

function secondRows(opening: OpeningRow, { taxonomy }: Day, right: Meaning, random: () => number): Made[] {
  const { opened_at: at } = opening;
  const category = random() < colleaguesAgree ? right.category : pick(taxonomy.categories, random).id;
  return [
    rowFor(opening, "opened", { happened_at: at, stored_at: at }),
    rowFor(opening, "shown", { happened_at: at, stored_at: at }),
    verdictOf(opening, { ...right, category }, right, random),
  ];
}

function verdictOf(opening: OpeningRow, said: Meaning, call: Meaning, random: () => number): Made {
  const isCorrected = said.category !== call.category || said.priority !== call.priority;
  const handling = around(isCorrected ? 9_000 : 3_500, random);
  const answer = { category: said.category, priority: said.priority };
  return rowFor(opening, "verdict", {
    feedback_id: opening.prediction_id.replace("-7000-", "-7001-"),
    ...(random() < 0.02 ? { kind: "unsure" } : { kind: "holds", ...answer }),
    presses: isCorrected && random() < 0.4 ? 2 : 1,
    handling_ms: Math.min(handling, 86_400_000),
    reason: isCorrected && random() < 0.3 ? pick(reasons, random) : null,
    note: isCorrected && random() < 0.1 ? pick(notes, random) : null,
    happened_at: opening.opened_at + handling,
    stored_at: opening.opened_at + handling,
  });
}

/** What stands in the tables beside the rows, by the same functions as in the API. */
function settled(rows: readonly StoredFeedback[]): Pick<MadeMessage, "current" | "answers"> {
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
  return { current, answers: stay.standing.map(answerOf) };
}

/** As the API leaves it: accepted at once or by the learning job, learned by nobody yet. */
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
  state: "received",
  accepted_at: null,
  trained_in: null,
  learned_in: null,
  now: null,
  declined_because: null,
  at: row.stored_at,
});
