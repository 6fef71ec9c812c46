/** A message is opened: the earlier prediction when it is known, else a new row under an arm drawn once and for all. */
import type { Kysely } from "kysely";
import { type ArmDecision, decideArm } from "../../alignment/arms.ts";
import type { Opened, Prediction } from "../../triage/prediction.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import type { Department } from "../store/departments.ts";
import { lastStay, type Stay } from "../store/history.ts";
import { append, rowsOf } from "../store/messages.ts";
import { askedOn, insertOpening, noteAsk, openingOf } from "../store/openings.ts";
import { dayOf } from "../store/periods.ts";
import type { DepartmentKey, OpeningRow, Schema, StoredFeedback } from "../store/schema.ts";
import { openedAnswer } from "./known.ts";
import { rowFor } from "./row.ts";

export interface Opening {
  department: Department;
  /** all departments in which this person's asks of the day count */
  askedIn: readonly DepartmentKey[];
  staff: Staff;
  predictionId: string;
  messageKey: string;
  /** the keyed draw, in [0, 1) */
  draw: number;
  prediction: Prediction | null;
  bodyRead: boolean;
  /** nothing of it was on a screen */
  unseen: boolean;
  /** it comes from another department, so nobody here has opened it yet */
  arrives: boolean;
  receivedAt?: number | undefined;
  openedAt: number;
  now: number;
}

const longestDelayMs = 7 * 86_400_000;

/** In a transaction that holds the department. */
export async function openMessage(db: Kysely<Schema>, opening: Opening): Promise<Opened> {
  const { department, messageKey, staff } = opening;
  const rows = await rowsOf(db, department.key, messageKey);
  const stay = lastStay(rows);
  if (stay?.hasMoved && !opening.arrives) throw new Refusal("message_moved");
  const here = stay?.hasMoved ? undefined : stay;
  const own = here?.openings.findLast((row) => row.person === staff.person);
  if (own && here && keepsOwn(own, here, opening)) return reopened(db, opening, own, rows);
  return openedAfresh(db, opening, here, rows);
}

/** An unanswered message is predicted anew when the model has changed since. */
const keepsOwn = (own: StoredFeedback, stay: Stay, { prediction, predictionId }: Opening): boolean =>
  own.prediction_id === predictionId ||
  stay.standing.length > 0 ||
  prediction === null ||
  own.model_version === prediction.modelVersion;

async function reopened(
  db: Kysely<Schema>,
  opening: Opening,
  own: StoredFeedback,
  rows: StoredFeedback[],
): Promise<Opened> {
  const row = (await openingOf(db, opening.department.key, own.prediction_id))!;
  const stay = lastStay(rows)!;
  const shown = showsSomething(opening, row) && !stay.wasShown ? [shownRow(row, opening)] : [];
  const after = await append(db, rows, shown);
  return openedAnswer(db, row, lastStay(after)!, opening.staff);
}

const showsSomething = ({ unseen }: Opening, row: OpeningRow) => !unseen && row.prediction !== null;
const shownRow = (row: OpeningRow, { now }: Opening) =>
  rowFor(row, "shown", { happened_at: now, stored_at: now });

async function openedAfresh(
  db: Kysely<Schema>,
  opening: Opening,
  stay: Stay | undefined,
  rows: StoredFeedback[],
): Promise<Opened> {
  const { department, predictionId, staff, now } = opening;
  if (await openingOf(db, department.key, predictionId)) throw new Refusal("verdict_for_other_message");
  const first = stay?.openings[0];
  const decision = first ? armOf(first) : await decide(db, opening);
  const row = openingRow(opening, decision);
  await insertOpening(db, row);
  const isNew = !stay?.openings.some((known) => known.person === staff.person);
  if (decision.arm !== "open" && isNew && showsSomething(opening, row))
    await noteAsk(db, department.key, staff.person, dayOf(now));
  const added = [rowFor(row, "opened", { happened_at: row.opened_at, stored_at: now })];
  if (showsSomething(opening, row) && !stay?.wasShown) added.push(shownRow(row, opening));
  const after = await append(db, rows, added);
  return openedAnswer(db, row, lastStay(after)!, staff);
}

type Decision = Omit<ArmDecision, "askSkipped"> & { askSkipped: string | null };

const armOf = ({ arm, blind_share, ask_skipped }: StoredFeedback): Decision => ({
  arm,
  blindShare: blind_share,
  askSkipped: ask_skipped,
});

/** What nobody saw was not asked: such a row is volunteered, whatever was drawn. */
async function decide(db: Kysely<Schema>, opening: Opening): Promise<Decision> {
  const { department, draw, prediction, staff, unseen, arrives, askedIn, now } = opening;
  const { blindShare, askBudget, blindSkipsUrgent } = department.policy;
  if (unseen && !arrives) return { arm: "open", blindShare, askSkipped: "unseen" };
  const decision = decideArm({
    u: draw,
    blindShare,
    askedToday: arrives ? 0 : await askedOn(db, askedIn, staff.person, dayOf(now)),
    askBudget,
    blindSkipsUrgent,
    predictedUrgent: prediction?.priorities[0]?.priority === "urgent",
  });
  return { arm: decision.arm, blindShare, askSkipped: decision.askSkipped ?? null };
}

function openingRow(opening: Opening, decision: Decision): OpeningRow {
  const { department, prediction, now } = opening;
  return {
    department: department.key,
    prediction_id: opening.predictionId,
    message_key: opening.messageKey,
    person: opening.staff.person,
    arm: decision.arm,
    blind_share: decision.blindShare,
    ask_skipped: decision.askSkipped,
    taxonomy_version: department.taxonomy.version,
    policy_version: department.policy.version,
    model_version: prediction?.modelVersion ?? "",
    prediction: prediction && JSON.stringify(prediction),
    body_read: opening.bodyRead ? 1 : 0,
    received_at: opening.receivedAt ?? null,
    // A wrong clock must not count a message in a week of its own choice.
    opened_at: Math.min(Math.max(opening.openedAt, now - longestDelayMs), now),
    stored_at: now,
  };
}
