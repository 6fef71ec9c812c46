/** /api/departments/{id}/objectives: what was agreed and how it stands, for all of the department; changed by its leads. */
import { Type } from "typebox";
import {
  Objective,
  ObjectiveHistory,
  ObjectiveRequest,
  Objectives,
  WithdrawalRequest,
} from "../../triage/objective.ts";
import { hasCategory } from "../../triage/taxonomy.ts";
import { Slug, Uuid } from "../../triage/text.ts";
import { accessOf, ledDepartment, readableDepartment } from "../access.ts";
import { agree, withdraw } from "../objectives/change.ts";
import { linesOf } from "../objectives/versions.ts";
import { objectiveOf, objectivesOf, versionOf } from "../objectives/view.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { declineIn } from "../reviews/decline.ts";
import { frozenIn, lastClosed } from "../reviews/rows.ts";
import { stoodIn } from "../reviews/stood.ts";
import type { Department } from "../store/departments.ts";
import { rememberPerson } from "../store/people.ts";
import { inTransaction } from "../store/store.ts";

const strict = { additionalProperties: false } as const;
const Address = Type.Object({ id: Slug }, strict);
const OneAddress = Type.Object({ id: Slug, objectiveId: Uuid }, strict);

export const objectiveRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/objectives",
      { schema: { params: Address, response: { 200: Objectives } } },
      async ({ params, staff }) => {
        const department = readableDepartment(await accessOf(store, staff), staff, params.id);
        const at = now();
        const { db } = store.scans;
        const frozen = frozenIn(await lastClosed(db, department.key, at));
        const objectives = (await objectivesOf(db, department, at)).map((one) => ({
          ...one,
          decline: one.withdrawn ? null : declineIn(frozen, one, stoodIn(frozen, one)),
        }));
        return { departmentId: department.id, objectives, computedAt: at };
      },
    );

    app.get(
      "/api/departments/:id/objectives/:objectiveId",
      { schema: { params: OneAddress, response: { 200: ObjectiveHistory } } },
      async ({ params, staff }) => {
        const department = readableDepartment(await accessOf(store, staff), staff, params.id);
        const line = await lineOf(department, params.objectiveId);
        const at = now();
        const versions = [];
        for (const version of line.versions.toReversed())
          versions.push(await versionOf(store.scans.db, department, version, at));
        return { id: line.objective, versions, computedAt: at };
      },
    );

    app.put(
      "/api/departments/:id/objectives/:objectiveId",
      { schema: { params: OneAddress, body: ObjectiveRequest, response: { 200: Objective } } },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const { formula } = body;
        if ("category" in formula && !hasCategory(department.taxonomy, formula.category!))
          throw new Refusal("category_unknown");
        const at = now();
        await rememberPerson(store.db, { ...staff, now: at });
        const change = { objective: params.objectiveId, person: staff.person, request: body, now: at };
        await inTransaction(store, [department.key], (db) =>
          agree(db, { department: department.key, ...change }),
        );
        return objectiveOf(store.scans.db, department, await lineOf(department, params.objectiveId), at);
      },
    );

    app.post(
      "/api/departments/:id/objectives/:objectiveId/withdrawal",
      { schema: { params: OneAddress, body: WithdrawalRequest, response: { 200: Objective } } },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const at = now();
        await rememberPerson(store.db, { ...staff, now: at });
        const change = { objective: params.objectiveId, person: staff.person, request: body, now: at };
        await inTransaction(store, [department.key], (db) =>
          withdraw(db, { department: department.key, ...change }),
        );
        return objectiveOf(store.scans.db, department, await lineOf(department, params.objectiveId), at);
      },
    );

    async function lineOf({ key }: Department, objective: string) {
      const [line] = await linesOf(store.db, key, objective);
      if (!line) throw new Refusal("not_found");
      return line;
    }
  };
