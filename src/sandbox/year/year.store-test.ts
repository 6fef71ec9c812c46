/** A generated year is what the API would have stored: every counter a recount, and what was planted is found again. */
import { peopleOf } from "../../api/admin/people.ts";
import { correctionsOf } from "../../api/corrections/list.ts";
import { figuresOf } from "../../api/figures/figures.ts";
import { modelVersionsOf } from "../../api/jobs/list.ts";
import { tenantKeysOf } from "../../api/keys.ts";
import { objectivesOf } from "../../api/objectives/view.ts";
import { driftOf } from "../../api/reviews/drift.ts";
import { reviewsOf } from "../../api/reviews/view.ts";
import { departmentsOf } from "../../api/store/departments.ts";
import { receiptSummary } from "../../api/store/receipts.ts";
import { openStore, type Store } from "../../api/store/store.ts";
import { summaryOf } from "../../api/store/summary.ts";
import { personaOf, tenantId } from "../personas.ts";
import { checkYear } from "./check.ts";
import { simulatedOrganisation } from "./organisation.ts";
import { fillYear } from "./year.ts";

jest.setTimeout(300_000);

const today = Date.UTC(2026, 10, 23, 12);
const keysOf = tenantKeysOf(Buffer.alloc(32, 7));

/** Enough to find again what was planted, and a smaller one whose models were trained. */
let store: Store;
let trained: Store;
const fill = async (
  blindShare: number,
  messages: number,
  trains: (id: string, quarter: number) => boolean,
) => {
  const filled = await openStore({ file: ":memory:" }, today);
  const featureKeyOf = (tenant: string) => keysOf(tenant).feature;
  const organisation = simulatedOrganisation(blindShare);
  await fillYear(filled, { organisation, messages, today, seed: 1, trains, featureKeyOf });
  return filled;
};
beforeAll(async () => {
  store = await fill(0.25, 24_000, () => false);
  trained = await fill(0.25, 4_000, (id, quarter) => id === "customer-service" && quarter % 2 === 1);
});
afterAll(async () => {
  await store.close();
  await trained.close();
});

const find = async (id: string, { db } = store) => {
  const all = await departmentsOf(db, tenantId);
  return { all, department: all.find((one) => one.id === id)! };
};
const of = async (id: string, from = "2025-11-24") => {
  const query = { ...(await find(id)), from, to: "2026-11-23", now: today };
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
  expect(service.figures.drift.errors).toMatchObject({ on: expect.stringMatching(/^2026-(09|10|11)/) });
  expect((await of("payroll")).figures.drift.errors).toBeNull();
  // A shorter time begins after the change, and must not say the opposite; neither must a review.
  expect((await of("customer-service", "2026-10-26")).figures.drift.errors).toEqual(
    service.figures.drift.errors,
  );
  const { department } = await find("customer-service");
  const seen = (from: string) => driftOf(store.db, department.key, from, "2026-11-23", new Map());
  const { cut } = await seen("2026-08-24");
  expect(cut!.after).toBeGreaterThan(cut!.before + 0.15);
  // One change, told in the same words wherever it is told.
  expect(cut).toEqual(service.figures.drift.errors);

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

test("others are compared where their policy allows it, and withheld under five people", async () => {
  const { all, department } = await find("customer-service");
  const kept = all.map((one) =>
    one.id === "payroll" ? { ...one, policy: { ...one.policy, keptFromOthers: true } } : one,
  );
  const query = { department, from: "2025-11-24", to: "2026-11-23", now: today };
  const { comparison, fairness, reach } = await figuresOf(store.db, { ...query, all: kept });
  expect(comparison.map(({ departmentId }) => departmentId).sort()).toEqual(
    all.map(({ id }) => id).filter((id) => id !== "payroll" && id !== "customer-service"),
  );
  const of = (id: string) => comparison.find(({ departmentId }) => departmentId === id)!;
  expect(of("human-resources")).toMatchObject({ figure: null, gap: { kind: "tooFew" } });
  expect(of("city-library").gap.kind).toBe("worse");
  const checks = await store.db
    .selectFrom("current")
    .innerJoin("feedback", "feedback.feedback_id", "current.feedback_id")
    .select(["feedback.predicted_category", "feedback.category"])
    .where("current.department", "=", `${tenantId}/city-library`)
    .where("current.arm", "=", "blind")
    .where("feedback.event", "=", "verdict")
    .where("feedback.kind", "=", "holds")
    .execute();
  const hits = checks.filter((row) => row.predicted_category === row.category).length;
  expect(of("city-library").figure).toMatchObject({ hits, trials: checks.length });
  // Whoever is kept from others does not stand in what they are measured against either.
  const withAll = await figuresOf(store.db, { ...query, all });
  expect(withAll.fairness).not.toEqual(fairness);
  expect(reach).toMatchObject({ assigned: 15, opened: 14, saw: 14 });
});

test("there is a live version, objectives with a baseline, reviews with scored forecasts, one of them open", async () => {
  const { department } = await find("customer-service", trained);
  const { live, versions } = await modelVersionsOf(trained.db, department, today);
  // Which of the two is live is for the update gate to say.
  expect(versions.map(({ version }) => version)).toContain(live);
  const objectives = await objectivesOf(trained.db, department, today);
  expect(objectives).toHaveLength(5);
  for (const { formula, baseline } of objectives)
    if (formula.kind !== "imported") expect(baseline).toMatchObject({ kind: "measured" });
  const { reviews, forecasts } = await reviewsOf(trained.db, department, today);
  expect(reviews.map(({ closedAt }) => closedAt === null)).toEqual([true, false, false]);
  expect(forecasts.scored).toBeGreaterThan(0);
});

test("the demo's staff find what became of their corrections, in versions that exist", async () => {
  const person = `${tenantId}/${personaOf("amara")!.oid}`;
  const { department } = await find("customer-service", trained);
  const receipts = await receiptSummary(trained.db, [department.key], person, 0);
  const { corrections, nowRight, stillWrong } = receipts;
  expect(nowRight + stillWrong).toBeGreaterThan(0);
  expect(corrections).toBeGreaterThan(nowRight);
});

test("corrections wait for the demo's lead on a Monday, too", async () => {
  const { department } = await find("customer-service", trained);
  const { counts, corrections } = await correctionsOf(trained.db, department.key, { state: "received" });
  expect(counts.received).toBeGreaterThan(0);
  expect(corrections).toHaveLength(counts.received);
});

test("people were here last at times of their own, the latest on the last working day", async () => {
  const { people } = await peopleOf(trained, tenantId, { departmentId: "customer-service" });
  const seen = people.flatMap(({ seenAt }) => seenAt ?? []);
  expect(new Set(seen).size).toBeGreaterThan(seen.length / 2);
  expect(Math.max(...seen)).toBeLessThan(today);
  expect(today - Math.max(...seen)).toBeLessThan(4 * 86_400_000);
});
