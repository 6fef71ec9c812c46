/** GET /api/messages/{messageKey}: what is known of a message in a department. */
import { Type } from "typebox";
import { contributionOf } from "../../alignment/contribution.ts";
import { Digest, Slug } from "../../triage/text.ts";
import { KnownMessage } from "../../triage/verdict.ts";
import { accessOf, ownDepartment } from "../access.ts";
import { isAskedSecond, knownVerdict } from "../feedback/known.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { lastStay } from "../store/history.ts";
import { rowsOf } from "../store/messages.ts";

const Address = Type.Object({ messageKey: Digest }, { additionalProperties: false });
const Query = Type.Object({ departmentId: Slug }, { additionalProperties: false });

export const messageRoutes =
  ({ store }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/messages/:messageKey",
      { schema: { params: Address, querystring: Query, response: { 200: KnownMessage } } },
      async ({ params: { messageKey }, query, staff }) => {
        const department = ownDepartment(await accessOf(store, staff), query.departmentId);
        const stay = lastStay(await rowsOf(store.db, department.key, messageKey));
        const contribution = stay && contributionOf(stay.rows);
        if (!contribution) throw new Refusal("message_unknown");
        const own = stay.openings.find(({ person }) => person === staff.person);
        const isAsked = own !== undefined && isAskedSecond(own, stay);
        const known = isAsked ? undefined : await knownVerdict(store.db, stay, staff);
        const { state } = contribution;
        return { messageKey, departmentId: department.id, state, ...(known ? { known } : {}) };
      },
    );
  };
