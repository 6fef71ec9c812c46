/** A quarter of planted verdicts: every figure of the summary equals a recount by the alignment from the feedback rows. */

import Value from "typebox/value";
import { agreementOf, anchoringGap, type Field } from "../../alignment/agreement.ts";
import { contributionsOf, type FeedbackRow } from "../../alignment/contribution.ts";
import { countsOf } from "../../alignment/counts.ts";
import { confidenceSequence } from "../../alignment/intervals.ts";
import type { Prediction } from "../../triage/prediction.ts";
import { Summary } from "../../triage/summary.ts";
import { noon, open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { amara, mei, priya } from "../testing/organisation.ts";
import { staysOf } from "./history.ts";
import { dayOf } from "./periods.ts";
import type { StoredFeedback } from "./schema.ts";
import { rebuild, verify } from "./verify.ts";

const dayMs = 86_400_000;
/** The period begins three days later, on a Sunday: within a week. */
const first = noon - 67 * dayMs;
const messages = 240;

const prediction: Prediction = {
  categories: ["billing", "delivery", "contract"].map((category, i) => ({
    category,
    probability: [0.8, 0.15, 0.05][i]!,
  })),
  priorities: (["normal", "high", "low", "urgent"] as const).map((priority, i) => ({
    priority,
    probability: [0.7, 0.15, 0.1, 0.05][i]!,
  })),
  likely: ["billing"],
  modelVersion: "v1",
  evidence: [],
};
const predictor = { predict: async () => prediction };

/** What is said of the n-th message; nothing of every fifth. */
function verdictOf(n: number) {
  if (n % 5 === 0) return null;
  if (n % 11 === 0) return { kind: "unsure" as const };
  const category = n % 7 === 0 ? "contract" : n % 9 === 0 ? "delivery" : "billing";
  return {
    kind: "holds" as const,
    category,
    priority: n % 4 === 0 ? ("high" as const) : ("normal" as const),
  };
}

async function plant(api: TestApi): Promise<void> {
  for (let n = 1; n <= messages; n++) {
    api.clock.now = first + Math.floor((n * 67) / messages) * dayMs;
    const { request, opened } = await open(api, amara);
    const verdict = verdictOf(n);
    if (!verdict) continue;
    const body = verdictOn(request, { verdict, decidedAt: api.clock.now });
    const url = `/api/verdicts/${opened.predictionId}`;
    expect((await api.send("PUT", url, await api.token(amara), body)).status).toBe(200);
  }
}

async function rowsSince(api: TestApi, from: string, to = "9999"): Promise<FeedbackRow[]> {
  const stored = await api.store.db
    .selectFrom("feedback")
    .selectAll()
    .orderBy("message_key")
    .orderBy("position")
    .execute();
  const byMessage = new Map<string, StoredFeedback[]>();
  for (const row of stored) byMessage.set(row.message_key, [...(byMessage.get(row.message_key) ?? []), row]);
  return [...byMessage.values()]
    .flatMap(staysOf)
    .filter(({ openedAt }) => dayOf(openedAt) >= from && dayOf(openedAt) <= to)
    .flatMap(({ rows }) => rows);
}

function agreementFrom(rows: readonly FeedbackRow[], field: Field) {
  const counts = countsOf(rows);
  const armOf = (arm: "blind" | "assisted") => {
    const { share, low, high, missing, manyUnanswered, bounds } = agreementOf(counts[arm], field);
    const { unsure, asked, answered } = counts[arm];
    return {
      ...counts[arm][field],
      ...{ share, low, high, missing, manyUnanswered, unsure, asked, answered },
      bounds: bounds && { low: bounds[0], high: bounds[1] },
    };
  };
  return { blind: armOf("blind"), assisted: armOf("assisted"), gap: anchoringGap(counts, field) };
}

describe.each(engines())("on %s", (_, engine: Engine) => {
  let api: TestApi;
  const summary = async (query = "", who = priya) =>
    api.send("GET", `/api/departments/service/summary${query}`, await api.token(who));
  const figures = async (query = "") => (await summary(query)).json() as Summary;

  beforeAll(async () => {
    await engine.start();
    const policy = { blindShare: 0.25, askBudget: 100 };
    api = await startTestApi({ place: await engine.newPlace(), policy, predictor, from: first });
    await plant(api);
    api.clock.now = noon;
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await engine.stop();
  });

  const from = dayOf(first + 3 * dayMs);
  const query = `?from=${from}`;

  test("agreement of each field and arm, its interval, bounds and gap equal the recount", async () => {
    const told = await figures(query);
    expect(Value.Check(Summary, told)).toBe(true);
    const rows = await rowsSince(api, from);
    expect(told.agreement.both.blind.equal + told.agreement.both.blind.different).toBeGreaterThan(10);
    for (const field of ["category", "priority", "both"] as const)
      expect(told.agreement[field]).toEqual(agreementFrom(rows, field));
  });

  test("each week has its own share and interval, and the weeks add up to the period", async () => {
    const { weeks, agreement } = await figures(query);
    expect(weeks[0]!.monday <= from).toBe(true);
    expect(weeks).toHaveLength(11);
    for (const [i, { monday, equal, different, low, high }] of weeks.entries()) {
      const start = i === 0 ? from : monday;
      const sunday = dayOf(Date.parse(monday) + 6 * dayMs);
      expect({ equal, different }).toEqual(countsOf(await rowsSince(api, start, sunday)).blind.category);
      expect([low, high]).toEqual(confidenceSequence(equal, equal + different));
      if (i > 0) expect(Date.parse(monday) - Date.parse(weeks[i - 1]!.monday)).toBe(7 * dayMs);
    }
    const sum = (of: "equal" | "different") => weeks.reduce((all, week) => all + week[of], 0);
    expect(sum("equal")).toBe(agreement.category.blind.equal);
    expect(sum("different")).toBe(agreement.category.blind.different);
  });

  test("the most confused categories keep their direction", async () => {
    const rows = contributionsOf(await rowsSince(api, from));
    const said = (category: string) =>
      rows.filter(({ said }) => said?.kind === "holds" && said.category === category).length;
    expect((await figures(query)).confused).toEqual([
      { predicted: "billing", said: "contract", count: said("contract") },
      { predicted: "billing", said: "delivery", count: said("delivery") },
    ]);
  });

  test("counters made anew tell the same, and a verification finds no difference", async () => {
    const before = await figures(query);
    const { department } = await api.store.db
      .selectFrom("department")
      .select("department")
      .where("slug", "=", "service")
      .executeTakeFirstOrThrow();
    await rebuild(api.store, department);
    expect(await figures(query)).toEqual(before);
    expect((await verify(api.store, department)).differences).toEqual([]);
  });

  test("today alone, with nothing opened, knows nothing and says what is missing", async () => {
    api.clock.now = noon + 30 * dayMs;
    const { agreement, weeks, confused } = await figures();
    expect(agreement.both.blind).toMatchObject({ share: null, low: 0, high: 1, missing: 30, bounds: null });
    expect(agreement.both.gap.gap).toBeNull();
    expect([weeks.map(({ share }) => share), confused]).toEqual([[null], []]);
    api.clock.now = noon;
  });

  test("a period has at most 366 days, and another department's figures are not found", async () => {
    expect((await summary("?from=2025-11-23&to=2026-11-23")).status).toBe(200);
    const tooLong = await summary("?from=2025-11-22&to=2026-11-23");
    expect([tooLong.status, tooLong.json().code]).toEqual([400, "request_invalid"]);
    expect((await summary(query, mei)).status).toBe(404);
  });
});
