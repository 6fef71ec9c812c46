/** /api/admin/people: who is known, what is kept about one, and their erasure. */
import { Readable } from "node:stream";
import { Type } from "typebox";
import { People, PeopleQuery } from "../../triage/administration.ts";
import {
  AccountId,
  Erasure,
  ErasureExtent,
  ErasureRequest,
  type ErasureResult,
  Mentions,
  MentionsRequest,
} from "../../triage/privacy.ts";
import { Uuid } from "../../triage/text.ts";
import type { Parts, Routes } from "../parts.ts";
import { erasureOf, requestErasure, resumeErasures } from "../privacy/erasure.ts";
import { extentOf } from "../privacy/extent.ts";
import { mentionsOf } from "../privacy/mentions.ts";
import { personExport } from "../privacy/personExport.ts";
import { Refusal } from "../refusal.ts";
import type { Staff } from "../staff.ts";
import { knownAlias } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import { departmentsOf, membershipsOf } from "../store/departments.ts";
import type { ErasureRow } from "../store/schema.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { peopleOf } from "./people.ts";

const Address = Type.Object({ oid: AccountId }, { additionalProperties: false });
/** An admin waits for it before they decide. */
const longestCountMs = 3_000;
const ErasureAddress = Type.Object({ erasureId: Uuid }, { additionalProperties: false });

export const peopleRoutes =
  ({ store, now, log }: Parts): Routes =>
  async (app) => {
    let isClosing = false;
    app.addHook("onClose", async () => {
      isClosing = true;
    });

    app.get(
      "/api/admin/people",
      { schema: { querystring: PeopleQuery, response: { 200: People } } },
      async ({ query, staff }) => peopleOf(store, staff.tenant, query),
    );

    app.get(
      "/api/admin/people/:oid/export",
      { schema: { params: Address } },
      async ({ params, staff }, reply) => {
        const person = `${staff.tenant}/${params.oid.toLowerCase()}`;
        await noteExport(store, staff, person, now());
        reply.header(
          "content-disposition",
          `attachment; filename="concord-${params.oid.toLowerCase()}.json"`,
        );
        reply.type("application/json; charset=utf-8");
        return reply.send(Readable.from(personExport(store.scans.db, staff.tenant, person, now())));
      },
    );

    app.get(
      "/api/admin/people/:oid/extent",
      { schema: { params: Address, response: { 200: ErasureExtent } } },
      async ({ params, staff }) => {
        const until = now() + longestCountMs;
        const person = `${staff.tenant}/${params.oid.toLowerCase()}`;
        return extentOf(store.scans.db, staff.tenant, person, () => isClosing || now() > until);
      },
    );

    app.post(
      "/api/admin/people/:oid/erasure",
      { schema: { params: Address, body: ErasureRequest, response: { 200: Erasure } } },
      async ({ body, params, staff }) => {
        const { tenant, person: requestedBy } = staff;
        const person = `${tenant}/${params.oid.toLowerCase()}`;
        const { erasureId, forgetLearned: forgets, words = [] } = body;
        await requestErasure(store, { tenant, erasureId, person, forgets, words, requestedBy, now: now() });
        const work = resumeErasures(store, tenant, now, () => isClosing).catch((fault: unknown) =>
          log.error({ err: fault }, "an erasure stopped; the next round goes on with it"),
        );
        await Promise.race([work, new Promise((done) => setTimeout(done, 2_000).unref())]);
        return answerOf(await erasureOf(store, tenant, erasureId));
      },
    );

    app.post(
      "/api/admin/mentions",
      { schema: { body: MentionsRequest, response: { 200: Mentions } } },
      async ({ body, staff }) => {
        const departments = await departmentsOf(store.db, staff.tenant, { closedToo: true });
        const keys = departments.map(({ key }) => key);
        return { mentions: await mentionsOf(store.db, keys, body.words) };
      },
    );

    app.get(
      "/api/admin/erasures/:erasureId",
      { schema: { params: ErasureAddress, response: { 200: Erasure } } },
      async ({ params, staff }) => answerOf(await erasureOf(store, staff.tenant, params.erasureId)),
    );
  };

function answerOf(row: ErasureRow | undefined): Erasure {
  if (!row) throw new Refusal("not_found");
  return {
    erasureId: row.erasure_id,
    requestedAt: row.requested_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    ...(row.result === null ? {} : { result: JSON.parse(row.result) as ErasureResult }),
  };
}

/** In the log of the departments the person works in, by alias: whose data were handed out is a deed, too. */
async function noteExport(store: Store, by: Staff, person: string, at: number): Promise<void> {
  const departments = await departmentsOf(store.db, by.tenant);
  const keys = departments.map(({ key }) => key);
  const members = await membershipsOf(store.db, person, keys);
  const about = members.size > 0 ? [...members.keys()] : keys.slice(0, 1);
  const subject = (await knownAlias(store.db, person)) ?? "somebody without deeds";
  for (const key of about)
    await inTransaction(store, [key], (db) =>
      record(db, key, { at, person: by.person, action: "personExport", subject }),
    );
}
