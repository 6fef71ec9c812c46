/** GET /api/departments/{id}/figures: what stands behind the summary, from the counters alone. */
import { Type } from "typebox";
import { Figures } from "../../triage/figures.ts";
import { SummaryQuery } from "../../triage/summary.ts";
import { Slug } from "../../triage/text.ts";
import { accessOf, readableDepartment } from "../access.ts";
import { figuresOf } from "../figures/figures.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { dayMs, dayOf } from "../store/periods.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });

const mostDays = 366;

export const figureRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/figures",
      { schema: { params: Address, querystring: SummaryQuery, response: { 200: Figures } } },
      async ({ params, query, staff }) => {
        const access = await accessOf(store, staff);
        const department = readableDepartment(access, staff, params.id);
        const today = dayOf(now());
        const { from = query.to ?? today, to = today } = query;
        const days = (Date.parse(to) - Date.parse(from)) / dayMs;
        if (days < 0 || days >= mostDays)
          throw new Refusal("request_invalid", {
            errors: [{ path: "/querystring/from", expected: `at most ${mostDays} days before to` }],
          });
        return figuresOf(store.scans.db, { department, all: access.all, from, to, now: now() });
      },
    );
  };
