/** A generated year is what the API would have stored: every counter a recount, and what was planted is found again. */
import { figuresOf } from "../../api/figures/figures.ts";
import { modelVersionsOf } from "../../api/jobs/list.ts";
import { tenantKeysOf } from "../../api/keys.ts";
import { objectivesOf } from "../../api/objectives/view.ts";
import { reviewsOf } from "../../api/reviews/view.ts";
import { departmentsOf } from "../../api/store/departments.ts";
import { receiptSummary } from "../../api/store/receipts.ts";
import { openStore, type Store } from "../../api/store/store.ts";
import { summaryOf } from "../../api/store/summary.ts";
import { personaOf, tenantId } from "../personas.ts";
import { checkYear } from "./check.ts";
import { simulatedOrganisation } from "./organisation.ts";
import { fillYear } from "./year.ts";

jest.setTimeout(180_000);

const today = Date.UTC(2026, 10, 23, 12);
const keysOf = tenantKeysOf(Buffer.alloc(32, 7));

let store: Store;
beforeAll(async () => {
  store = await openStore({ file: ":memory:" }, today);
  await fillYear(store, {
    organisation: simulatedOrganisation(0.25),
    messages: 24_000,
    today,
    seed: 1,
    versions: "few",
    featureKeyOf: (tenant) => keysOf(tenant).feature,
  });
});
afterAll(() => store.close());

const find = async (id: string) => {
  const all = await departmentsOf(store.db, tenantId);
  return { all, department: all.find((one) => one.id === id)! };
};
const of = async (id: string) => {
  const query = { ...(await find(id)), from: "2025-11-25", to: "2026-11-23", now: today };
  return {
    figures: await figuresOf(store.db, query),
    summary: await summaryOf(store.db, query.department.key, query.from, query.to),
  };
};

test("every counter equals a recount", async () => {
  for (const { differences } of await checkYear(store, today)) expect(differences).toEqual([]);
});

test("drift, anchoring, missed urgents and the worst served department are found", async () => {
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
  expect(service.figures.ceiling.agreement!).toBeGreaterThan(0.85);
});

test("there is a live version, objectives with a baseline, reviews with scored forecasts, one of them open", async () => {
  const { department } = await find("customer-service");
  const { live, versions } = await modelVersionsOf(store.db, department, today);
  expect([live, versions.length]).toEqual([2, 2]);
  const objectives = await objectivesOf(store.db, department, today);
  expect(objectives).toHaveLength(5);
  for (const { formula, baseline } of objectives)
    if (formula.kind !== "imported") expect(baseline).toMatchObject({ kind: "measured" });
  const { reviews, forecasts } = await reviewsOf(store.db, department, today);
  expect(reviews.map(({ closedAt }) => closedAt === null)).toEqual([true, false, false]);
  expect(forecasts.scored).toBeGreaterThan(0);
});

test("the demo's staff find what became of their corrections, in versions that exist", async () => {
  const person = `${tenantId}/${personaOf("amara")!.oid}`;
  const { department } = await find("customer-service");
  const receipts = await receiptSummary(store.db, [department.key], person, 0);
  expect(receipts.nowRight).toBeGreaterThan(0);
  expect(receipts.corrections).toBeGreaterThan(receipts.nowRight);
});
