/** /api/departments/{id}/proposals: staff propose, leads decide; and categories that go into one another. */
import { Type } from "typebox";
import {
  CategoryMove,
  CategoryMoved,
  Proposal,
  ProposalDecision,
  ProposalRequest,
  Proposals,
} from "../../triage/proposal.ts";
import { Slug, Uuid } from "../../triage/text.ts";
import { accessOf, ledDepartment, ownDepartment, readableDepartment } from "../access.ts";
import { moveCategory } from "../corrections/categoryMoves.ts";
import { withEvidence } from "../corrections/proposalEvidence.ts";
import { decideProposal, proposalsOf, propose } from "../corrections/proposals.ts";
import type { Parts, Routes } from "../parts.ts";
import { inTransaction } from "../store/store.ts";

const strict = { additionalProperties: false } as const;
const Address = Type.Object({ id: Slug }, strict);
const OneAddress = Type.Object({ id: Slug, proposalId: Uuid }, strict);
const CategoryAddress = Type.Object({ id: Slug, category: Slug }, strict);

export const proposalRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/proposals",
      { schema: { params: Address, response: { 200: Proposals } } },
      async ({ params, staff }) => {
        const department = readableDepartment(await accessOf(store, staff), staff, params.id);
        return {
          departmentId: department.id,
          proposals: await withEvidence(
            store.scans.db,
            department.key,
            await proposalsOf(store.scans.db, department, staff.person),
            now(),
          ),
        };
      },
    );

    app.put(
      "/api/departments/:id/proposals/:proposalId",
      { schema: { params: OneAddress, body: ProposalRequest, response: { 200: Proposal } } },
      async ({ body, params, staff }) => {
        const department = ownDepartment(await accessOf(store, staff), params.id);
        const { proposalId } = params;
        const proposing = { department, proposalId, content: body.content, person: staff.person, now: now() };
        return inTransaction(store, [department.key], (db) => propose(db, proposing));
      },
    );

    app.put(
      "/api/departments/:id/proposals/:proposalId/decision",
      { schema: { params: OneAddress, body: ProposalDecision, response: { 200: Proposal } } },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const { proposalId } = params;
        const deciding = { department, proposalId, request: body, person: staff.person, now: now() };
        return inTransaction(store, [department.key], (db) => decideProposal(db, deciding));
      },
    );

    app.put(
      "/api/departments/:id/categories/:category/into",
      { schema: { params: CategoryAddress, body: CategoryMove, response: { 200: CategoryMoved } } },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const move = {
          department,
          category: params.category,
          into: body.into,
          person: staff.person,
          now: now(),
        };
        await inTransaction(store, [department.key], (db) => moveCategory(db, move));
        const after = ledDepartment(await accessOf(store, staff), staff, params.id);
        return { taxonomyVersion: after.taxonomy.version };
      },
    );
  };
