/** GET /api/departments/{id}/summary: counts and agreement; today's when nothing else is asked. */
import { Type } from "typebox";
import { Summary, SummaryQuery } from "../../triage/summary.ts";
import { Slug } from "../../triage/text.ts";
import { accessOf, readableDepartment } from "../access.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { dayMs, dayOf } from "../store/periods.ts";
import { summaryOf } from "../store/summary.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });

const mostDays = 366;

export const summaryRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.get(
      "/api/departments/:id/summary",
      { schema: { params: Address, querystring: SummaryQuery, response: { 200: Summary } } },
      async ({ params, query, staff }) => {
        const department = readableDepartment(await accessOf(store, staff), staff, params.id);
        const today = dayOf(now());
        const { from = query.to ?? today, to = today } = query;
        if (from > to)
          throw new Refusal("request_invalid", {
            errors: [{ path: "/querystring/from", expected: "no later than to" }],
          });
        if (Date.parse(to) - Date.parse(from) >= mostDays * dayMs)
          throw new Refusal("request_invalid", {
            errors: [{ path: "/querystring/from", expected: `at most ${mostDays} days with to` }],
          });
        const counted = await summaryOf(store.db, department.key, from, to);
        return { departmentId: department.id, from, to, ...counted, computedAt: now() };
      },
    );
  };
