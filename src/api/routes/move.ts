/** POST /api/predictions/{predictionId}/move: the message belongs to another department. */
import { Type } from "typebox";
import { Moved, MoveRequest } from "../../triage/department.ts";
import { Uuid } from "../../triage/text.ts";
import { accessOf } from "../access.ts";
import { moveMessage, wantedFor } from "../feedback/move.ts";
import { drawOf, messageKeysOf } from "../keys.ts";
import type { Parts, Routes } from "../parts.ts";
import { featuresFrom } from "../predictors/featureBytes.ts";
import { Refusal } from "../refusal.ts";
import { featuresOfMessage } from "../store/features.ts";
import { takeIn } from "../store/intake.ts";
import { knownKey } from "../store/messages.ts";
import { ownOpenings } from "../store/openings.ts";

const Address = Type.Object({ predictionId: Uuid }, { additionalProperties: false });

export const moveRoutes =
  ({ store, predictor, keysOf, now }: Parts): Routes =>
  async (app) => {
    app.post(
      "/api/predictions/:predictionId/move",
      { schema: { params: Address, body: MoveRequest, response: { 200: Moved } } },
      async ({ body, params, staff }) => {
        const { all, own } = await accessOf(store, staff);
        const everywhere = all.map((department) => department.key);
        // Who moved a message away by mistake may fetch it back, also from where they do not work.
        const found = await ownOpenings(store, everywhere, params.predictionId, staff.person);
        if (found.length === 0) throw new Refusal("prediction_unknown");
        const keys = keysOf(staff.tenant);
        const namesIn = (department: string) => messageKeysOf(keys, department, body.messageRef);
        const opening = found.find((one) => namesIn(one.department).includes(one.message_key));
        if (!opening) throw new Refusal("verdict_for_other_message");
        const target = all.find((department) => department.id === body.toDepartmentId);
        if (!target || target.key === opening.department) throw new Refusal("department_unknown");
        const bytes = await featuresOfMessage(store.db, opening.department, opening.message_key);
        const prediction = bytes && (await predictor.predict(target, featuresFrom(bytes)));
        const messageKey = await knownKey(store.db, target.key, namesIn(target.key));
        const at = now();
        const there = {
          department: target,
          askedIn: own.map((one) => one.department.key),
          staff,
          predictionId: body.moveId,
          messageKey,
          draw: drawOf(keys, target.key, messageKey),
          prediction,
          bodyRead: opening.body_read === 1,
          unseen: true,
          offline: false,
          batch: false,
          arrives: true,
          receivedAt: opening.received_at ?? undefined,
          openedAt: body.decidedAt,
          now: at,
        };
        const move = { opening, there, decidedAt: body.decidedAt };
        return takeIn(store, {
          wanted: wantedFor(move),
          decide: (ledger) => {
            const moved = moveMessage(ledger, move);
            if (bytes && target.policy.learning) ledger.keepFeatures(target.key, messageKey, bytes, at);
            return moved;
          },
        });
      },
    );
  };
