/** A message is opened: the earlier prediction when it is known, else a new row under an arm drawn once and for all. */
import { type ArmDecision, decideArm, raisedBlindShare } from "../../alignment/arms.ts";
import { isConfident } from "../../triage/batch.ts";
import type { Prediction } from "../../triage/prediction.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import { type Department, slugOf } from "../store/departments.ts";
import type { Stay } from "../store/history.ts";
import type { Ledger } from "../store/ledger.ts";
import type { Wanted } from "../store/ledgerReads.ts";
import { dayOf } from "../store/periods.ts";
import type { DepartmentKey, OpeningRow, StoredFeedback } from "../store/schema.ts";
import { noting, rowFor } from "./row.ts";

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
  /** the pane predicted by itself: it could not know what had been drawn, and showed its prediction */
  offline: boolean;
  /** one of many selected together */
  batch: boolean;
  /** it comes from another department, so nobody here has opened it yet */
  arrives: boolean;
  receivedAt?: number | undefined;
  openedAt: number;
  now: number;
}

const longestDelayMs = 7 * 86_400_000;

/** What came of it; the answer to the reader is made of it once it is stored. */
export interface OpenedRow {
  row: OpeningRow;
  stay: Stay;
}

export const wantedFor = (opening: Opening): Wanted => ({
  department: opening.department.key,
  messageKey: opening.messageKey,
  opens: opening.predictionId,
  ...(mayAsk(opening)
    ? {
        asks: {
          departments: opening.askedIn.includes(opening.department.key)
            ? opening.askedIn
            : [...opening.askedIn, opening.department.key],
          person: opening.staff.person,
          day: dayOf(opening.now),
        },
      }
    : {}),
});

/** Only of a message that may be asked about, the asks of the day have to be known. */
const mayAsk = ({ draw, department, now }: Opening): boolean => draw < 2 * blindShareOf(department, now);

export function openMessage(ledger: Ledger, opening: Opening): OpenedRow {
  const { department, messageKey, staff } = opening;
  const stay = ledger.stayOf(department.key, messageKey);
  if (stay?.hasMoved && !opening.arrives) throw new Refusal("message_moved", movedTo(ledger, opening));
  const here = stay?.hasMoved ? undefined : stay;
  if (opening.batch) refuseAlone(ledger, opening, here);
  const own = here?.openings.findLast(
    (row) => row.person === staff.person && (row.arm === "batch") === opening.batch,
  );
  if (own && here && keepsOwn(own, here, opening)) return reopened(ledger, opening, own, here);
  return openedAfresh(ledger, opening, here);
}

/** Who moved it there by mistake fetches it back under the move's id. */
function movedTo(ledger: Ledger, { department, messageKey, staff }: Opening) {
  const { to_department, feedback_id, person } = ledger
    .rowsOf(department.key, messageKey)
    .findLast(({ event }) => event === "retracted")!;
  const to = slugOf(to_department!);
  return { moved: person === staff.person ? { to, moveId: feedback_id! } : { to } };
}

/** An unanswered message is predicted anew when the model has changed since. */
const keepsOwn = (
  own: StoredFeedback,
  stay: Stay,
  { prediction, predictionId, offline }: Opening,
): boolean => {
  if (own.prediction_id === predictionId) return true;
  // What was seen offline is volunteered; it must not speak under an arm that was drawn for an earlier opening.
  if (offline) return false;
  return stay.standing.length > 0 || prediction === null || own.model_version === prediction.modelVersion;
};

function reopened(ledger: Ledger, opening: Opening, own: StoredFeedback, stay: Stay): OpenedRow {
  const row = ledger.opening(opening.department.key, own.prediction_id)!;
  if (showsSomething(opening, row) && !stay.wasShown) ledger.append([shownRow(row, opening)]);
  return settled(ledger, row);
}

const settled = (ledger: Ledger, row: OpeningRow): OpenedRow => ({
  row,
  stay: ledger.stayOf(row.department, row.message_key)!,
});

const showsSomething = ({ unseen }: Opening, row: OpeningRow) => !unseen && row.prediction !== null;
const shownRow = (row: OpeningRow, { now }: Opening) =>
  rowFor(row, "shown", { happened_at: now, stored_at: now });

function openedAfresh(ledger: Ledger, opening: Opening, stay: Stay | undefined): OpenedRow {
  const { department, predictionId, staff, now } = opening;
  if (ledger.opening(department.key, predictionId)) throw new Refusal("verdict_for_other_message");
  const first = stay?.openings[0];
  const drawn = first && !opening.offline ? again(ledger, opening, stay!, first) : decide(ledger, opening);
  const decision: Decision = opening.batch ? { ...drawn, arm: "batch" } : drawn;
  const row = openingRow(opening, decision);
  ledger.addOpening(row);
  const isNew = !stay?.openings.some((known) => known.person === staff.person);
  if (isAsked(decision) && isNew && showsSomething(opening, row))
    ledger.noteAsk(department.key, staff.person, dayOf(now));
  const added = [rowFor(row, "opened", { happened_at: row.opened_at, stored_at: now })];
  if (showsSomething(opening, row) && !stay?.wasShown) added.push(shownRow(row, opening));
  ledger.append(added);
  return settled(ledger, row);
}

const isAsked = ({ arm }: Pick<Decision, "arm">) => arm === "assisted" || arm === "blind";

/**
 * A batch must not eat up the checks, or only mail the model is unsure of would be left to them: what was drawn to be asked
 * is looked at by itself, like everything the model is not sure of. Nothing has been stored then.
 */
function refuseAlone(ledger: Ledger, opening: Opening, stay: Stay | undefined): void {
  if (stay && stay.standing.length > 0) throw new Refusal("answered_already");
  const first = stay?.openings[0];
  const { prediction } = opening;
  if (isAsked(first ? armOf(first) : decide(ledger, opening)) || !prediction || !isConfident(prediction))
    throw new Refusal("ask_alone");
}

type Decision = Omit<ArmDecision, "askSkipped"> & { askSkipped: string | null };

/** What was one of many before is volunteered when it is opened by itself. */
const armOf = ({ arm, blind_share, ask_skipped }: StoredFeedback): Decision => ({
  arm: arm === "batch" ? "open" : arm,
  blindShare: blind_share,
  askSkipped: ask_skipped === "second" ? null : ask_skipped,
});

/** Of the blind messages that a second colleague opens, this share is asked blind a second time: 2 % of the mail. */
const secondShare = 0.4;

/** The arm stays what it was; where two people share a mailbox, some are asked though a colleague has answered. */
function again(ledger: Ledger, opening: Opening, stay: Stay, first: StoredFeedback): Decision {
  const { draw, staff, unseen, prediction, department, askedIn, now } = opening;
  const decision = armOf(first);
  const isSecond =
    first.arm === "blind" &&
    draw < secondShare * first.blind_share &&
    stay.standing.length > 0 &&
    !unseen &&
    prediction !== null &&
    !stay.openings.some((row) => row.person === staff.person || row.ask_skipped === "second") &&
    ledger.askedOn(askedIn, staff.person, dayOf(now)) < department.policy.askBudget;
  return isSecond ? { ...decision, askSkipped: "second" } : decision;
}

/** Raised for a while after a change of model. */
const blindShareOf = ({ policy, blindRaisedUntil }: Department, now: number): number =>
  now < blindRaisedUntil ? raisedBlindShare(policy.blindShare) : policy.blindShare;

/** What nobody saw was not asked: such a row is volunteered, whatever was drawn. */
function decide(ledger: Ledger, opening: Opening): Decision {
  const { department, draw, prediction, staff, unseen, offline, arrives, askedIn, now } = opening;
  const { askBudget, blindSkipsUrgent } = department.policy;
  const blindShare = blindShareOf(department, now);
  if (unseen && !arrives) return { arm: "open", blindShare, askSkipped: "unseen" };
  if (offline) return { arm: "open", blindShare, askSkipped: "offline" };
  const decision = decideArm({
    u: draw,
    blindShare,
    askedToday: arrives || !mayAsk(opening) ? 0 : ledger.askedOn(askedIn, staff.person, dayOf(now)),
    askBudget,
    blindSkipsUrgent,
    predictedUrgent: prediction?.priorities[0]?.priority === "urgent",
  });
  return { arm: decision.arm, blindShare, askSkipped: decision.askSkipped ?? null };
}

function openingRow(opening: Opening, decision: Decision): OpeningRow {
  const { department, prediction, now } = opening;
  const row: OpeningRow = {
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
  noting(row, prediction);
  return row;
}
