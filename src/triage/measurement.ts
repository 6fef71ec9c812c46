/** A share measured outside of Concord, for example satisfaction: k of n in some days, under a KPI's name. */
import { type Static, Type } from "typebox";
import { EpochMs, Slug } from "./text.ts";

const strict = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const Day = Type.String({ format: "date" });

export const Measurement = Type.Object(
  {
    /** as the objective names it */
    kpi: Slug,
    /** where it was measured; two sources of one KPI add up */
    source: Slug,
    /** calendar days, UTC, both inclusive; periods of one KPI and source do not overlap */
    from: Day,
    to: Day,
    hits: Count,
    trials: Count,
  },
  strict,
);
export type Measurement = Static<typeof Measurement>;

/** The columns of the CSV form, in any order. */
export const measurementColumns = ["kpi", "source", "from", "to", "hits", "trials"] as const;

/** POST /api/departments/{id}/measurements, as JSON or as text/csv: all of them are taken, or none. */
export const MeasurementRequest = Type.Object(
  { measurements: Type.Array(Measurement, { minItems: 1, maxItems: 1_000 }) },
  strict,
);
export type MeasurementRequest = Static<typeof MeasurementRequest>;

/** The same period posted again replaces the figures; with the same figures nothing changes. */
export const MeasurementReceipt = Type.Object({ added: Count, replaced: Count, unchanged: Count });
export type MeasurementReceipt = Static<typeof MeasurementReceipt>;

/** GET /api/departments/{id}/measurements: newest first. */
export const Measurements = Type.Object({
  departmentId: Slug,
  measurements: Type.Array(Type.Object({ ...Measurement.properties, at: EpochMs })),
});
export type Measurements = Static<typeof Measurements>;
