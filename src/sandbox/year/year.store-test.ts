/** A generated year is what the API would have stored: every counter a recount, and what was planted is found again. */
import { figuresOf } from "../../api/figures/figures.ts";
import { departmentsOf } from "../../api/store/departments.ts";
import { openStore } from "../../api/store/store.ts";
import { summaryOf } from "../../api/store/summary.ts";
import { tenantId } from "../personas.ts";
import { checkYear } from "./check.ts";
import { fillYear } from "./fill.ts";

const today = Date.UTC(2026, 10, 23, 12);

test("figures equal a recount, and drift, anchoring, missed urgents and the worst served department are found", async () => {
  const store = await openStore({ file: ":memory:" }, today);
  await fillYear(store, { messages: 24_000, today, seed: 1, blindShare: 0.25 });
  for (const { differences } of await checkYear(store, today)) expect(differences).toEqual([]);
  const all = await departmentsOf(store.db, tenantId);
  const of = async (id: string) => {
    const department = all.find((one) => one.id === id)!;
    const query = { department, all, from: "2025-11-25", to: "2026-11-23", now: today };
    return {
      figures: await figuresOf(store.db, query),
      summary: await summaryOf(store.db, department.key, query.from, query.to),
    };
  };
  const service = await of("customer-service");
  expect(service.figures.drift.errors).toMatchObject({ monday: expect.stringMatching(/^2026-(09|10|11)/) });
  expect((await of("payroll")).figures.drift.errors).toBeNull();

  const helpDesk = (await of("it-help-desk")).figures.priority.urgentRecall!;
  expect(helpDesk.low).toBeLessThan(0.5);
  expect(helpDesk.high).toBeGreaterThan(0.5);
  expect(helpDesk.high).toBeLessThan(0.9);

  const office = (await of("public-administration")).summary.agreement.category;
  expect(office.blind.low).toBeLessThan(0.8);
  expect(office.blind.high).toBeGreaterThan(0.8);
  expect(office.gap.gap!).toBeGreaterThan(0.05);

  expect((await of("city-library")).figures.fairness.kind).toBe("worse");
  expect((await of("human-resources")).figures).toMatchObject({ fewPeople: true, times: null });
  await store.close();
}, 120_000);
