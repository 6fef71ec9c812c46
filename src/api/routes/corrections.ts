/** /api/departments/{id}/corrections: for leads; list, accept, decline, and the way back to a message. */
import { Type } from "typebox";
import {
  CorrectionDecision,
  CorrectionQuery,
  Corrections,
  MessageReference,
} from "../../triage/correction.ts";
import { Slug, Uuid } from "../../triage/text.ts";
import { accessOf, ledDepartment } from "../access.ts";
import { decideCorrection } from "../corrections/decide.ts";
import { correctionsOf } from "../corrections/list.ts";
import { openReference, referenceOf } from "../corrections/messageReference.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { record } from "../store/audit.ts";
import { inTransaction } from "../store/store.ts";

const strict = { additionalProperties: false } as const;
const Address = Type.Object({ id: Slug }, strict);
const OneAddress = Type.Object({ id: Slug, predictionId: Uuid }, strict);

export const correctionRoutes =
  ({ store, keysOf, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/corrections",
      { schema: { params: Address, querystring: CorrectionQuery, response: { 200: Corrections } } },
      async ({ params, query, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        return {
          departmentId: department.id,
          ...(await correctionsOf(store.scans.db, department.key, query)),
        };
      },
    );

    app.put(
      "/api/departments/:id/corrections/:predictionId",
      { schema: { params: OneAddress, body: CorrectionDecision, response: { 200: Corrections } } },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        if (body.decision === "decline" && body.because === undefined)
          throw new Refusal("request_invalid", { errors: [{ path: "/body/because", expected: "a reason" }] });
        const decision = {
          department: department.key,
          predictionId: params.predictionId,
          request: body,
          person: staff.person,
          now: now(),
        };
        await inTransaction(store, [department.key], (db) => decideCorrection(db, decision));
        return { departmentId: department.id, ...(await correctionsOf(store.scans.db, department.key, {})) };
      },
    );

    app.get(
      "/api/departments/:id/corrections/:predictionId/message",
      { schema: { params: OneAddress, response: { 200: MessageReference } } },
      async ({ params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const { key, policy } = department;
        const kept = policy.messageReferences
          ? await referenceOf(store.db, key, params.predictionId)
          : undefined;
        const itemId =
          kept && openReference(keysOf(staff.tenant).reference, key, kept.messageKey, kept.sealed);
        if (itemId === undefined) throw new Refusal("message_unknown");
        const deed = { at: now(), person: staff.person, action: "openMessage", subject: params.predictionId };
        await inTransaction(store, [key], (db) => record(db, key, deed));
        return { itemId };
      },
    );
  };
