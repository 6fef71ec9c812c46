/** POST /api/predictions: a message was opened; what does the model say of it, and may the reader see it yet? */
import { featuresOf } from "../../classifier/features.ts";
import type { Features, PredictionRequest as Request } from "../../triage/message.ts";
import { PredictionRequest } from "../../triage/message.ts";
import { Opened } from "../../triage/prediction.ts";
import { accessOf, ownDepartment } from "../access.ts";
import { openedAnswer, openedText } from "../feedback/known.ts";
import { openMessage, wantedFor } from "../feedback/open.ts";
import { drawOf, messageKeysOf, type TenantKeys } from "../keys.ts";
import type { Parts, Routes } from "../parts.ts";
import { featureBytes, isWellFormed } from "../predictors/featureBytes.ts";
import { Refusal } from "../refusal.ts";
import type { Department } from "../store/departments.ts";
import { takeIn } from "../store/intake.ts";
import { knownKey } from "../store/messages.ts";
import { noteOpening } from "../store/openings.ts";

export const predictionBytes = 512 * 1024;

export const predictionRoutes =
  ({ store, predictor, keysOf, now }: Parts): Routes =>
  async (app) => {
    app.post(
      "/api/predictions",
      {
        bodyLimit: predictionBytes,
        schema: { body: PredictionRequest, response: { 200: Opened } },
        serializerCompiler: () => openedText as never,
      },
      async ({ body, staff }) => {
        const access = await accessOf(store, staff);
        const department = ownDepartment(access, body.departmentId);
        const keys = keysOf(staff.tenant);
        const names = messageKeysOf(keys, department.key, body.messageRef);
        const messageKey = await knownKey(store.db, department.key, names);
        const features = readFeatures(body, department, keys);
        const { offlineVersion } = body;
        const prediction =
          features &&
          (offlineVersion
            ? ((await predictor.predictAs?.(department, features, offlineVersion)) ?? null)
            : await predictor.predict(department, features, { text: body.text, messageKey }));
        const at = now();
        const opening = {
          department,
          askedIn: access.own.map((one) => one.department.key),
          staff,
          predictionId: body.predictionId,
          messageKey,
          draw: drawOf(keys, department.key, messageKey),
          prediction,
          bodyRead: body.bodyRead,
          unseen: body.unseen === true,
          offline: offlineVersion !== undefined,
          batch: body.batch === true,
          arrives: false,
          receivedAt: body.receivedAt,
          openedAt: body.openedAt,
          now: at,
        };
        const { row, stay } = await takeIn(store, {
          wanted: [wantedFor(opening)],
          decide: (ledger) => {
            const opened = openMessage(ledger, opening);
            if (features && department.policy.learning && !opening.batch)
              ledger.keepFeatures(department.key, messageKey, featureBytes(features), at);
            return opened;
          },
        });
        noteOpening(store.db, row);
        return openedAnswer(store.db, row, stay, staff);
      },
    );
  };

/** Text is turned into features at once and forgotten; where the policy keeps it in the mailbox, it is refused. */
function readFeatures(
  { features, text, featureKeyId, offlineVersion, unseen }: Request,
  { policy }: Department,
  keys: TenantKeys,
): Features | null {
  if (text && policy.sending !== "text")
    throw new Refusal("request_invalid", {
      errors: [{ path: "/body/text", expected: "absent: the department's policy keeps text in the mailbox" }],
    });
  if (text) return featuresOf(withoutUndefined(text), keys.feature);
  if (features && !isWellFormed(features))
    throw new Refusal("request_invalid", {
      errors: [{ path: "/body/features", expected: "ascending ids, one count for each" }],
    });
  if (!features || featureKeyId === keys.featureKeyId) return features ?? null;
  // What was decided while the API was away still counts; only its features can be compared with nothing any more.
  if (offlineVersion !== undefined || unseen) return null;
  throw new Refusal("features_outdated");
}

const withoutUndefined = ({ subject, body, sender }: NonNullable<Request["text"]>) => ({
  subject,
  body,
  ...(sender === undefined ? {} : { sender }),
});
