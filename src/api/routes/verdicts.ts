/** PUT and DELETE /api/verdicts/{predictionId}: a verdict is given, given anew, or taken back. */
import { Type } from "typebox";
import { Receipt, Undone } from "../../triage/receipt.ts";
import { hasCategory } from "../../triage/taxonomy.ts";
import { Uuid } from "../../triage/text.ts";
import { UndoQuery, VerdictRequest } from "../../triage/verdict.ts";
import { type Access, accessOf } from "../access.ts";
import { keepReference, sealReference } from "../corrections/messageReference.ts";
import { answerMessage, receiptFor, wantedFor as wantedByAnswer } from "../feedback/answer.ts";
import { undoneAnswer, undoVerdict, wantedFor as wantedByUndo } from "../feedback/undo.ts";
import { messageKeysOf } from "../keys.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import { takeIn } from "../store/intake.ts";
import type { Ledger } from "../store/ledger.ts";
import { ownOpenings, recentOpening } from "../store/openings.ts";
import type { OpeningRow } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

const Address = Type.Object({ predictionId: Uuid }, { additionalProperties: false });

export const verdictRoutes =
  ({ store, keysOf, now }: Parts): Routes =>
  async (app) => {
    app.put(
      "/api/verdicts/:predictionId",
      { schema: { params: Address, body: VerdictRequest, response: { 200: Receipt } } },
      async ({ body, params, staff }) => {
        const access = await accessOf(store, staff);
        const keys = keysOf(staff.tenant);
        const isIt = (one: OpeningRow) =>
          messageKeysOf(keys, one.department, body.messageRef).includes(one.message_key);
        const recent = recentIn(store, access, staff, params.predictionId);
        const opening =
          recent && isIt(recent)
            ? recent
            : (await openingsIn(store, access, staff, params.predictionId)).find(isIt);
        if (!opening) throw new Refusal("verdict_for_other_message");
        const department = everyDepartment(access).find((one) => one.key === opening.department)!;
        if (body.verdict.kind === "holds" && !hasCategory(department.taxonomy, body.verdict.category))
          throw new Refusal("category_unknown");
        const answer = { department, staff, opening, request: body, now: now() };
        const decision = {
          wanted: [wantedByAnswer(answer)],
          decide: (ledger: Ledger) => answerMessage(ledger, answer),
        };
        const answered = await takeIn(store, decision);
        const { messageReferences } = department.policy;
        if (body.itemId !== undefined && messageReferences && department.mailboxes.length > 0)
          await keepReference(store.db, {
            department: department.key,
            message_key: opening.message_key,
            value: sealReference(keys.reference, department.key, opening.message_key, body.itemId),
            stored_at: now(),
          });
        return receiptFor(store.db, answer, answered);
      },
    );

    app.delete(
      "/api/verdicts/:predictionId",
      { schema: { params: Address, querystring: UndoQuery, response: { 200: Undone } } },
      async ({ params, query, staff }) => {
        const access = await accessOf(store, staff);
        const [opening] = await openingsIn(store, access, staff, params.predictionId);
        const undo = { staff, opening: opening!, feedbackId: query.feedbackId, now: now() };
        const decision = {
          wanted: [wantedByUndo(undo)],
          decide: (ledger: Ledger) => undoVerdict(ledger, undo),
        };
        return undoneAnswer(store.db, undo, await takeIn(store, decision));
      },
    );
  };

/** A verdict given before its department was closed still arrives: what was said is not lost. */
const everyDepartment = ({ all, closed }: Access) => [...all, ...closed.map(({ department }) => department)];

/** Most verdicts follow an opening that this very process made. */
function recentIn({ db }: Store, { own }: Access, { person }: Staff, predictionId: string) {
  const recent = recentOpening(db, predictionId);
  const isOwn = own.some(({ department }) => department.key === recent?.department);
  return isOwn && recent?.person === person ? recent : undefined;
}

/** At least one, or a refusal. */
async function openingsIn(store: Store, access: Access, { person }: Staff, predictionId: string) {
  const { own, closed } = access;
  const departments = [...own, ...closed].map(({ department }) => department.key);
  const found = await ownOpenings(store, departments, predictionId, person);
  if (found.length === 0) throw new Refusal("prediction_unknown");
  return found;
}
