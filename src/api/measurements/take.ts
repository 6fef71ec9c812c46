/** Takes measurements: all rows or none, the same rows again without effect, every change in the audit log. */
import type { Kysely } from "kysely";
import type { Measurement, MeasurementReceipt } from "../../triage/measurement.ts";
import { Refusal } from "../refusal.ts";
import { aliasOf } from "../store/aliases.ts";
import { record } from "../store/audit.ts";
import type { DepartmentKey, MeasurementRow, PersonKey, Schema } from "../store/schema.ts";

export interface Taken {
  department: DepartmentKey;
  person: PersonKey;
  measurements: readonly Measurement[];
  today: string;
  now: number;
}

type Fault = { path: string; expected: string };

/** In a transaction that holds the department. Throws a Refusal that names every row that cannot be taken. */
export async function takeMeasurements(db: Kysely<Schema>, taken: Taken): Promise<MeasurementReceipt> {
  const { department, measurements, person, now } = taken;
  const known = await db.selectFrom("measurement").selectAll().where("department", "=", department).execute();
  const faults = [...faultsIn(taken), ...overlapsIn(measurements, known)];
  if (faults.length > 0) throw new Refusal("request_invalid", { errors: faults.slice(0, 20) });
  const receipt = { added: 0, replaced: 0, unchanged: 0 };
  const alias = await aliasOf(db, person);
  for (const one of measurements) {
    const before = known.find((row) => isSamePeriod(one, row));
    if (before?.hits === one.hits && before.trials === one.trials) {
      receipt.unchanged++;
      continue;
    }
    receipt[before ? "replaced" : "added"]++;
    const figures = { hits: one.hits, trials: one.trials, at: now, person: alias };
    const key = { department, kpi: one.kpi, source: one.source, day_from: one.from };
    await db
      .insertInto("measurement")
      .values({ ...key, day_to: one.to, ...figures })
      .onConflict((conflict) =>
        conflict.columns(["department", "kpi", "source", "day_from"]).doUpdateSet(figures),
      )
      .execute();
    const subject = `${one.kpi} ${one.source} ${one.from} ${one.to} ${one.hits}/${one.trials}`;
    await record(db, department, { at: now, person, action: "measurement", subject });
  }
  return receipt;
}

function faultsIn({ measurements, today }: Taken): Fault[] {
  return measurements.flatMap(({ from, to, hits, trials }, i): Fault[] => [
    ...(to < from ? [{ path: at(i, "to"), expected: "no earlier than from" }] : []),
    ...(to > today ? [{ path: at(i, "to"), expected: "no later than today" }] : []),
    ...(hits > trials ? [{ path: at(i, "hits"), expected: "no more than trials" }] : []),
  ]);
}

const at = (i: number, name: string) => `/body/measurements/${i}/${name}`;

type Period = Pick<Measurement, "kpi" | "source" | "from" | "to">;
const periodOf = ({ kpi, source, day_from, day_to }: MeasurementRow): Period => ({
  kpi,
  source,
  from: day_from,
  to: day_to,
});
const isSamePeriod = (one: Period, row: MeasurementRow) => {
  const other = periodOf(row);
  return isSameSeries(one, other) && one.from === other.from && one.to === other.to;
};
const isSameSeries = (a: Period, b: Period) => a.kpi === b.kpi && a.source === b.source;
const doOverlap = (a: Period, b: Period) => isSameSeries(a, b) && a.from <= b.to && b.from <= a.to;

/** Counted twice, a day would weigh twice. */
function overlapsIn(measurements: readonly Measurement[], known: readonly MeasurementRow[]): Fault[] {
  return measurements.flatMap((one, i): Fault[] => {
    const isTwice = measurements.slice(0, i).some((other) => doOverlap(one, other));
    const isKnown = known.some((row) => !isSamePeriod(one, row) && doOverlap(one, periodOf(row)));
    return isTwice || isKnown
      ? [{ path: at(i, "from"), expected: "a period that overlaps no other of this kpi and source" }]
      : [];
  });
}
