/** What a person may know of a message: the verdict that counts, and the prediction once it may be seen. */
import type { Kysely } from "kysely";
import type { Opened, Shown } from "../../triage/prediction.ts";
import type { KnownVerdict, Wording } from "../../triage/verdict.ts";
import type { Staff } from "../staff.ts";
import { slugOf } from "../store/departments.ts";
import { type Stay, saidOf } from "../store/history.ts";
import { nameOf } from "../store/people.ts";
import type { OpeningRow, Schema, StoredFeedback } from "../store/schema.ts";
import { outcomeOf, predictionIn, textOf } from "./row.ts";

export async function knownVerdict(
  db: Kysely<Schema>,
  stay: Stay | undefined,
  staff: Staff,
): Promise<KnownVerdict | undefined> {
  const counted = stay?.standing[0];
  if (!counted) return undefined;
  const isOwn = counted.person === staff.person;
  return {
    feedbackId: counted.feedback_id!,
    predictionId: counted.prediction_id,
    verdict: saidOf(counted),
    outcome: outcomeOf(counted),
    by: isOwn ? { kind: "you" } : { kind: "colleague", name: await nameOf(db, staff.tenant, counted.person) },
    // The clock it was told by may have been ahead.
    at: Math.min(counted.happened_at, counted.stored_at),
    ...(isOwn && counted.arm !== "batch" ? { wording: wordingOf(counted) } : {}),
  };
}

const wordingOf = ({ reason, note, presses, handling_ms }: StoredFeedback): Wording => ({
  ...(reason === null ? {} : { reason }),
  ...(note === null ? {} : { note }),
  presses: presses ?? 1,
  handlingMs: handling_ms ?? 0,
});

/** Asked blind though a colleague has answered, and has not said anything yet. */
export const isAskedSecond = (
  { ask_skipped, prediction_id }: Pick<OpeningRow, "ask_skipped" | "prediction_id">,
  stay: Stay,
): boolean =>
  ask_skipped === "second" &&
  !stay.rows.some(({ event, prediction }) => event === "verdict" && prediction === prediction_id);

/** A blind prediction stays in the API until somebody has answered; then it is blind for nobody. */
export function shownTo(opening: OpeningRow, stay: Stay): Shown {
  const prediction = predictionIn(opening);
  if (!prediction) return { kind: "modelUnavailable" };
  const isFirst = stay.openings[0]?.arm === "blind" && !stay.wasAnswered;
  return isFirst || isAskedSecond(opening, stay)
    ? { kind: "yourCallFirst" }
    : { kind: "prediction", prediction };
}

export async function openedAnswer(
  db: Kysely<Schema>,
  opening: OpeningRow,
  stay: Stay,
  staff: Staff,
): Promise<Opened> {
  const known = isAskedSecond(opening, stay) ? undefined : await knownVerdict(db, stay, staff);
  return {
    predictionId: opening.prediction_id,
    departmentId: slugOf(opening.department),
    messageKey: opening.message_key,
    taxonomyVersion: opening.taxonomy_version,
    arm: opening.arm,
    shown: shownTo(opening, stay),
    ...(known ? { known } : {}),
    openedAt: opening.opened_at,
  };
}

/** As JSON, with the prediction as it is stored already. */
export function openedText(opened: Opened): string {
  const { shown, ...rest } = opened;
  if (shown.kind !== "prediction") return JSON.stringify(opened);
  return `{"shown":{"kind":"prediction","prediction":${textOf(shown.prediction)}},${JSON.stringify(rest).slice(1)}`;
}
