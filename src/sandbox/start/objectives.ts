/** What the demo's customer service has agreed on, and its survey of the last weeks: so that a lead finds something to look at. */
import { v7 } from "uuid";
import { takeMeasurements } from "../../api/measurements/take.ts";
import { agree } from "../../api/objectives/change.ts";
import { linesOf } from "../../api/objectives/versions.ts";
import { departmentKey } from "../../api/store/departments.ts";
import { dayMs, dayOf } from "../../api/store/periods.ts";
import { inTransaction, type Store } from "../../api/store/store.ts";
import { objectiveTemplates } from "../../triage/objectiveTemplates.ts";
import { personaOf, tenantId } from "../personas.ts";

const weeks = 8;
/** Satisfied of all who answered, week by week. */
const survey = [
  [41, 47],
  [38, 44],
  [45, 50],
  [39, 43],
  [47, 52],
  [44, 48],
  [46, 51],
  [43, 47],
] as const;

/** Once: a store that has objectives already keeps them. */
export async function agreeInDemo(store: Store, now: number): Promise<void> {
  const department = departmentKey(tenantId, "customer-service");
  const { oid } = personaOf("priya")!;
  const person = `${tenantId}/${oid}`;
  await inTransaction(store, [department], async (db) => {
    if ((await linesOf(db, department)).length > 0) return;
    const began = now - weeks * 7 * dayMs;
    for (const [i, { id, formula, target, rhythmDays }] of objectiveTemplates.entries()) {
      // What nobody has checked yet begins today; the survey has been going on.
      const at = id === "satisfaction" ? began : now;
      const terms = {
        formula,
        target,
        rhythmDays,
        owner: "Priya Raman",
        agreedBy: "Team meeting",
        agreedOn: dayOf(at),
      };
      const request = { ...terms, basedOn: 0 };
      await agree(db, { department, objective: v7({ msecs: at + i }), person, request, now: at });
    }
    const measurements = survey.map(([hits, trials], i) => ({
      kpi: "satisfaction",
      source: "survey",
      from: dayOf(began + i * 7 * dayMs),
      to: dayOf(began + (i * 7 + 6) * dayMs),
      hits,
      trials,
    }));
    await takeMeasurements(db, { department, person, measurements, today: dayOf(now), now });
  });
}
