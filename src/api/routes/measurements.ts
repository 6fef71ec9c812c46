/** /api/departments/{id}/measurements: figures from elsewhere come in from leads and admins, and feed imported objectives. */
import { Type } from "typebox";
import { MeasurementReceipt, MeasurementRequest, Measurements } from "../../triage/measurement.ts";
import { Slug } from "../../triage/text.ts";
import { accessOf, ledDepartment, readableDepartment } from "../access.ts";
import { measurementsIn } from "../measurements/csv.ts";
import { takeMeasurements } from "../measurements/take.ts";
import type { Parts, Routes } from "../parts.ts";
import { dayOf } from "../store/periods.ts";
import { inTransaction } from "../store/store.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });
const mostBytes = 256 * 1024;

export const measurementRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    app.addContentTypeParser(
      "text/csv",
      { parseAs: "string", bodyLimit: mostBytes },
      async (_: unknown, text: string | Buffer) => measurementsIn(String(text)),
    );

    app.get(
      "/api/departments/:id/measurements",
      { schema: { params: Address, response: { 200: Measurements } } },
      async ({ params, staff }) => {
        const department = readableDepartment(await accessOf(store, staff), staff, params.id);
        const rows = await store.db
          .selectFrom("measurement")
          .selectAll()
          .where("department", "=", department.key)
          .orderBy("day_from", "desc")
          .execute();
        const measurements = rows.map(({ kpi, source, day_from, day_to, hits, trials, at }) => ({
          kpi,
          source,
          from: day_from,
          to: day_to,
          hits,
          trials,
          at,
        }));
        return { departmentId: department.id, measurements };
      },
    );

    app.post(
      "/api/departments/:id/measurements",
      {
        bodyLimit: mostBytes,
        schema: { params: Address, body: MeasurementRequest, response: { 200: MeasurementReceipt } },
      },
      async ({ body, params, staff }) => {
        const department = ledDepartment(await accessOf(store, staff), staff, params.id);
        const at = now();
        const taken = { person: staff.person, measurements: body.measurements, today: dayOf(at), now: at };
        return inTransaction(store, [department.key], (db) =>
          takeMeasurements(db, { department: department.key, ...taken }),
        );
      },
    );
  };
