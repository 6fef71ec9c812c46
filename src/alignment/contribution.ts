/** What one message adds to the figures, from its append-only feedback rows. */
import type { Arm } from "../triage/prediction.ts";
import type { Priority } from "../triage/taxonomy.ts";
import type { Verdict } from "../triage/verdict.ts";

/** What the model, or a person, says of a message. */
export interface Call {
  category: string;
  priority: Priority;
}

/** One append-only row about one message in one department; rows are folded in the order in which they were stored. */
export type FeedbackRow = {
  /** the message in its department; a moved message is retracted here and opened there */
  department: string;
  message: string;
  /** the prediction the row belongs to: every person who opens the message has their own */
  prediction: string;
} & (
  | { event: "opened"; arm: Arm; predicted: Call | null; modelVersion: string }
  /** the prediction, or in the blind arm the question, was on the screen */
  | { event: "shown" }
  /** a first verdict, a revision of it, or a repeat */
  | { event: "verdict"; said: Verdict }
  | { event: "undone" }
  /** the message left the department */
  | { event: "retracted" }
);

/** `shown` is shown without a verdict; `unpredicted` is answered where there was no prediction to agree with. */
export const states = ["neverShown", "shown", "confirmed", "corrected", "unsure", "unpredicted"] as const;
export type State = (typeof states)[number];

/** What one message adds to the figures of its department. */
export interface Contribution {
  department: string;
  message: string;
  /** the arm that was drawn: the ask counts here, answered or not */
  drawnArm: Arm;
  /** the arm under which the state counts: that of the counted verdict, or else the drawn one */
  arm: Arm;
  state: State;
  /** the prediction, or in the blind arm the question about it, was put to somebody */
  asked: boolean;
  modelVersion: string;
  predicted: Call | null;
  /** the counted verdict: the first one that was not undone (of a blind one its first wording) */
  said: Verdict | null;
  /** what may be learned: the newest wording that was not undone */
  learned: Verdict | null;
}

interface Answer {
  prediction: string;
  arm: Arm;
  first: Verdict;
  latest: Verdict;
}

interface Fold {
  openings: Map<string, Extract<FeedbackRow, { event: "opened" }>>;
  shown: boolean;
  everAnswered: boolean;
  answers: readonly Answer[];
  newest: string | null;
}

/**
 * What one message contributes, from all its rows in order; null when it was never opened here or has moved away.
 *
 * The unit is the message: its first verdict that was not undone. Of a blind verdict the first wording counts for
 * agreement, since the prediction is revealed by it; a revision changes only what is learned. A verdict given after
 * the reveal (by a colleague, or afresh after an undo) is `open`. In the other arms a revision replaces the wording,
 * for nothing new was shown in between. Without a prediction there is nothing to confirm or correct: `unpredicted`.
 * A verdict on a prediction that was opened as one of many is `batch`, and says nothing of agreement or learning.
 */
export function contributionOf(rows: readonly FeedbackRow[]): Contribution | null {
  const fold = rows.reduce(next, nothing());
  const opened = fold.openings.values().next().value;
  if (!opened) return null;
  const counted = fold.answers[0];
  const about = (counted && fold.openings.get(counted.prediction)) ?? opened;
  const said = counted ? (counted.arm === "blind" ? counted.first : counted.latest) : null;
  const asked = about.predicted !== null && (fold.shown || fold.everAnswered);
  return {
    department: opened.department,
    message: opened.message,
    drawnArm: opened.arm,
    arm: counted?.arm ?? opened.arm,
    state: stateOf(about.predicted, said, asked),
    asked,
    modelVersion: about.modelVersion,
    predicted: about.predicted,
    said,
    learned: learnedOf(fold),
  };
}

/** A batch tells the model only what it said itself. */
function learnedOf({ answers, newest }: Fold): Verdict | null {
  const answer = answers.find(({ prediction }) => prediction === newest);
  return answer && answer.arm !== "batch" ? answer.latest : null;
}

const nothing = (): Fold => ({
  openings: new Map(),
  shown: false,
  everAnswered: false,
  answers: [],
  newest: null,
});

function next(fold: Fold, row: FeedbackRow): Fold {
  switch (row.event) {
    case "opened":
      if (fold.openings.has(row.prediction)) return fold;
      return { ...fold, openings: new Map(fold.openings).set(row.prediction, row) };
    case "shown":
      return { ...fold, shown: true };
    case "verdict":
      return answered(fold, row.prediction, row.said);
    case "undone":
      return withoutVerdict(fold, row.prediction);
    case "retracted":
      return nothing();
  }
}

function answered(fold: Fold, prediction: string, said: Verdict): Fold {
  const first = fold.openings.values().next().value?.arm ?? "open";
  // One of many on a screen, then looked at by itself: nobody was asked.
  const drawn = first === "batch" ? "open" : first;
  const own = fold.openings.get(prediction)?.arm;
  // Seen where nothing was drawn (offline): volunteered, whatever was drawn for whoever opened it first.
  const isVolunteered = own === "open";
  const revised = fold.answers.map((v) => (v.prediction === prediction ? { ...v, latest: said } : v));
  const fresh: Answer = {
    prediction,
    arm: own === "batch" ? own : isVolunteered || (drawn === "blind" && fold.everAnswered) ? "open" : drawn,
    first: said,
    latest: said,
  };
  const known = fold.answers.some((verdict) => verdict.prediction === prediction);
  return { ...fold, everAnswered: true, newest: prediction, answers: known ? revised : [...revised, fresh] };
}

function withoutVerdict(fold: Fold, prediction: string): Fold {
  const answers = fold.answers.filter((verdict) => verdict.prediction !== prediction);
  const newest = fold.newest === prediction ? (answers.at(-1)?.prediction ?? null) : fold.newest;
  return { ...fold, answers, newest };
}

function stateOf(predicted: Call | null, said: Verdict | null, asked: boolean): State {
  if (!predicted) return said ? "unpredicted" : "neverShown";
  if (!said) return asked ? "shown" : "neverShown";
  if (said.kind === "unsure") return "unsure";
  return said.category === predicted.category && said.priority === predicted.priority
    ? "confirmed"
    : "corrected";
}

/** Every message's contribution, from rows of many messages in stored order. */
export function contributionsOf(rows: Iterable<FeedbackRow>): Contribution[] {
  const byMessage = new Map<string, FeedbackRow[]>();
  for (const row of rows) {
    const key = `${row.department}\n${row.message}`;
    const known = byMessage.get(key);
    if (known) known.push(row);
    else byMessage.set(key, [row]);
  }
  return [...byMessage.values()].flatMap((own) => contributionOf(own) ?? []);
}
