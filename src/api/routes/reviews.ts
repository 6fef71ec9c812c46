/** /api/departments/{id}/reviews: read and decided on by the department, opened, foretold and closed by its leads. */
import { type Static, Type } from "typebox";
import { DecisionRequest, ForecastRequest, OutcomeRequest, Review, Reviews } from "../../triage/review.ts";
import { Slug, Uuid } from "../../triage/text.ts";
import { accessOf, leads, ledDepartment, readableDepartment, sharedDepartment } from "../access.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import {
  closeReview,
  type Deciding,
  decide,
  evidenceToFreeze,
  foretell,
  openReview,
  settle,
  undecide,
} from "../reviews/change.ts";
import { reviewRow } from "../reviews/rows.ts";
import { reviewOf, reviewsOf } from "../reviews/view.ts";
import type { Staff } from "../staff.ts";
import type { Department } from "../store/departments.ts";
import { rememberPerson } from "../store/people.ts";
import { inSnapshot } from "../store/scans.ts";
import { type Db, inTransaction } from "../store/store.ts";

const strict = { additionalProperties: false } as const;
const Address = Type.Object({ id: Slug }, strict);
const OneAddress = Type.Object({ id: Slug, reviewId: Uuid }, strict);
const DecisionAddress = Type.Object({ id: Slug, reviewId: Uuid, decisionId: Uuid }, strict);
const ForecastAddress = Type.Object({ id: Slug, reviewId: Uuid, objectiveId: Uuid }, strict);
const Nothing = Type.Object({}, strict);

const all = "/api/departments/:id/reviews";
const one = `${all}/:reviewId`;
const answer = { 200: Review };

export const reviewRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    async function read(department: Department, reviewId: string, { person }: Staff): Promise<Review> {
      const row = await reviewRow(store.db, department.key, reviewId);
      if (!row) throw new Refusal("not_found");
      return inSnapshot(store, (db) => reviewOf(db, department, row, now(), person));
    }

    /** In one transaction; answers the review as it is then. */
    async function change(
      staff: Staff,
      { id, reviewId }: Static<typeof OneAddress>,
      work: (db: Db, doing: Deciding) => Promise<void>,
      who: "leads" | "everybody" = "leads",
    ): Promise<Review> {
      const access = await accessOf(store, staff);
      const department = (who === "leads" ? ledDepartment : sharedDepartment)(access, staff, id);
      await rememberPerson(store.db, { ...staff, now: now() });
      const isLead = leads(access, staff, department);
      const doing = { department, review: reviewId, person: staff.person, now: now(), isLead };
      await inTransaction(store, [department.key], (db) => work(db, doing));
      return read(department, reviewId, staff);
    }

    app.get(all, { schema: { params: Address, response: { 200: Reviews } } }, async ({ params, staff }) => {
      const department = readableDepartment(await accessOf(store, staff), staff, params.id);
      const at = now();
      return {
        departmentId: department.id,
        ...(await reviewsOf(store.scans.db, department, at)),
        computedAt: at,
      };
    });

    app.get(one, { schema: { params: OneAddress, response: answer } }, async ({ params, staff }) =>
      read(readableDepartment(await accessOf(store, staff), staff, params.id), params.reviewId, staff),
    );

    app.put(
      one,
      { schema: { params: OneAddress, body: Nothing, response: answer } },
      async ({ params, staff }) => change(staff, params, openReview),
    );

    app.put(
      `${one}/decisions/:decisionId`,
      { schema: { params: DecisionAddress, body: DecisionRequest, response: answer } },
      async ({ params, body, staff }) =>
        change(staff, params, (db, doing) => decide(db, doing, params.decisionId, body), "everybody"),
    );

    app.delete(
      `${one}/decisions/:decisionId`,
      { schema: { params: DecisionAddress, response: answer } },
      async ({ params, staff }) =>
        change(staff, params, (db, doing) => undecide(db, doing, params.decisionId), "everybody"),
    );

    app.put(
      `${one}/decisions/:decisionId/outcome`,
      { schema: { params: DecisionAddress, body: OutcomeRequest, response: answer } },
      async ({ params, body, staff }) =>
        change(staff, params, (db, doing) => settle(db, doing, params.decisionId, body.outcome)),
    );

    app.put(
      `${one}/forecasts/:objectiveId`,
      { schema: { params: ForecastAddress, body: ForecastRequest, response: answer } },
      async ({ params, body, staff }) =>
        change(staff, params, (db, doing) => foretell(db, doing, params.objectiveId, body.probability)),
    );

    app.post(
      `${one}/closing`,
      { schema: { params: OneAddress, body: Nothing, response: answer } },
      async ({ params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const evidence = await inSnapshot(store, (db) =>
          evidenceToFreeze(db, department, params.reviewId, now()),
        );
        return change(staff, params, (db, doing) => closeReview(db, doing, evidence));
      },
    );
  };
