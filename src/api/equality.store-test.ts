/** Undo, double posting, moves, a taxonomy renamed, split and merged, and model rollbacks in one story: every figure stays a recount. */
import fc from "fast-check";
import { v7 } from "uuid";
import {
  countedIn,
  differing,
  type Numbers,
  numbersIn,
  objectiveNumbers,
  standingNumbers,
  summaryNumbers,
} from "../sandbox/year/recount.ts";
import type { ConfiguredDepartment } from "../triage/configuration.ts";
import type { Figures } from "../triage/figures.ts";
import type { ModelVersions } from "../triage/model.ts";
import type { Formula } from "../triage/objective.ts";
import type { Overview } from "../triage/overview.ts";
import type { Opened } from "../triage/prediction.ts";
import type { Summary } from "../triage/summary.ts";
import { byMessage } from "./store/messages.ts";
import type { StoredFeedback } from "./store/schema.ts";
import { rebuild, verify } from "./store/verify.ts";
import { newRef, open, openingOf, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { engines } from "./testing/engines.ts";
import { type TestIssuer, tid } from "./testing/issuer.ts";
import { issuerOn } from "./testing/issuerOn.ts";
import { agreeOn } from "./testing/objectives.ts";
import { amara, jonas, mei, priya } from "./testing/organisation.ts";

jest.setTimeout(280_000);

const departments = ["service", "help-desk"] as const;
const at = "/api/departments/service";
const hour = 3_600_000;
const admin = { roles: ["Triage.Admin"] };

const formulas: Formula[] = [
  { kind: "category" },
  { kind: "category", category: "contract" },
  { kind: "both" },
  { kind: "onePress" },
  { kind: "triagedWithin", minutes: 60 },
];

/** One message, and what becomes of its verdict. */
const deed = fc.record({
  who: fc.constantFrom(amara, jonas),
  subject: fc.constantFrom("wrong amount on the invoice", "the parcel has not arrived", "cancel my contract"),
  category: fc.constantFrom("billing", "delivery", "contract", "refund"),
  posts: fc.integer({ min: 1, max: 3 }),
  after: fc.constantFrom("stays", "stays", "undone", "revised", "moved", "movedBack"),
});
type Deed = Omit<typeof deed extends fc.Arbitrary<infer D> ? D : never, "subject" | "category"> & {
  subject: string;
  category: string;
};

/** What happens to all of them at once, each at some point of the story. */
const events = ["rename", "split", "merge", "rollback", "nextDay"] as const;
const story = fc.record({
  deeds: fc.array(deed, { minLength: 26, maxLength: 34 }),
  order: fc.shuffledSubarray([...events], { minLength: events.length }),
  places: fc.array(fc.integer({ min: 2, max: 24 }), { minLength: events.length, maxLength: events.length }),
});

function livesIn(api: TestApi) {
  const send = async (
    oid: string,
    method: "GET" | "PUT" | "POST" | "DELETE",
    url: string,
    body?: object,
    extra: object = {},
  ) => {
    const answer = await api.send(method, url, await api.token(oid, extra), body);
    if (answer.status !== 200) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
    return answer.json();
  };
  const seen = { merged: false, split: false, rollbacks: 0 };
  /** A category one can say today. */
  const sayable = (category: string) =>
    (category === "refund" && !seen.split) || (category === "contract" && seen.merged)
      ? "delivery"
      : category;

  async function lives({ who, subject, category, posts, after }: Deed): Promise<void> {
    const messageRef = newRef();
    const features = api.featuresFor(subject);
    const receivedAt = api.clock.now - hour / 2;
    const { opened } = await open(api, who, { messageRef, features, receivedAt });
    const url = `/api/verdicts/${opened.predictionId}`;
    const saying = (said: string) =>
      verdictOn(
        { messageRef },
        {
          verdict: { kind: "holds", category: sayable(said), priority: "normal" },
          decidedAt: api.clock.now,
        },
      );
    const first = saying(category);
    for (let i = 0; i < posts; i++) await send(who, "PUT", url, first);
    if (after === "undone") await send(who, "DELETE", `${url}?feedbackId=${first.feedbackId}`);
    if (after === "revised") await send(who, "PUT", url, saying("billing"));
    if (after === "moved" || after === "movedBack") await moves(who, opened.predictionId, messageRef, posts);
    if (after === "movedBack") await comesBack(messageRef, features);
  }

  async function moves(who: string, id: string, messageRef: string, times: number) {
    const move = { moveId: v7(), messageRef, toDepartmentId: "help-desk", decidedAt: api.clock.now };
    for (let i = 0; i < times; i++) await send(who, "POST", `/api/predictions/${id}/move`, move);
  }

  async function comesBack(messageRef: string, features: ReturnType<TestApi["featuresFor"]>) {
    const request = openingOf(api, { messageRef, features, departmentId: "help-desk" });
    const there = (await send(mei, "POST", "/api/predictions", request)) as Opened;
    const back = { moveId: v7(), messageRef, toDepartmentId: "service", decidedAt: api.clock.now };
    await send(mei, "POST", `/api/predictions/${there.predictionId}/move`, back);
  }

  async function changes(categories: (all: ConfiguredDepartment["taxonomy"]["categories"]) => typeof all) {
    const url = "/api/admin/departments/service";
    const { id: _, ...content } = (await send(priya, "GET", url, undefined, admin)) as ConfiguredDepartment;
    const taxonomy = { ...content.taxonomy, categories: categories(content.taxonomy.categories) };
    await send(priya, "PUT", url, { ...content, taxonomy }, admin);
  }

  /** The next versions, and back to whichever of the kept ones is not live. */
  async function rollsBack() {
    for (let round = 0; round < 2; round++) {
      for (const subject of ["okapi", "tapir"])
        await lives({ who: amara, subject, category: "delivery", posts: 1, after: "stays" });
      api.clock.now += hour;
      await api.learn();
    }
    const { live, versions } = (await send(priya, "GET", `${at}/models`)) as ModelVersions;
    const other = versions.find(({ version, isKept }) => isKept && version !== live);
    if (!other) return;
    await send(priya, "PUT", `${at}/models/live`, { version: other.version });
    seen.rollbacks++;
  }

  const happens: Record<(typeof events)[number], () => Promise<void>> = {
    rename: () =>
      changes((all) =>
        all.map((one) => ({
          ...one,
          name: { en: one.id === "billing" ? "Invoices and money" : one.name.en },
        })),
      ),
    async split() {
      await changes((all) => [
        ...all,
        {
          id: "refund",
          name: { en: "Refunds" },
          definition: { en: "Money that goes back." },
          phrases: { en: ["refund of a payment"] },
        },
      ]);
      seen.split = true;
    },
    async merge() {
      await send(priya, "PUT", `${at}/categories/contract/into`, { into: "delivery" });
      seen.merged = true;
    },
    rollback: rollsBack,
    async nextDay() {
      api.clock.now += 24 * hour;
    },
  };
  return { lives, happens, seen, send };
}

async function rowsOf(api: TestApi, id: string) {
  const rows = await api.store.db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", `${tid}/${id}`)
    .orderBy("message_key")
    .orderBy("position")
    .execute();
  return [...byMessage(rows).values()];
}

/** In today's categories, as the figures are told. */
const inToday = (rows: readonly StoredFeedback[], today: (name: string) => string) =>
  rows.map((row) => ({
    ...row,
    predicted_category: row.predicted_category === null ? null : today(row.predicted_category),
    category: row.category === null ? null : today(row.category),
  }));

/** From the raw feedback alone. What staff did then, confirmed or corrected, is not judged anew by a merge. */
async function recounted(api: TestApi, overview: Overview, merged: boolean, to: string): Promise<Numbers[]> {
  const today = (name: string) => (merged && name === "contract" ? "delivery" : name);
  const rows = await rowsOf(api, "service");
  const [then, now] = [countedIn(rows), countedIn(rows.map((one) => inToday(one, today)))];
  const from = "2026-11-23";
  const isState = ([name]: [string, number]) => name.startsWith("state ");
  const asked = overview.objectives.map((one) =>
    "category" in one.formula && one.formula.category
      ? { ...one, formula: { ...one.formula, category: today(one.formula.category) } }
      : one,
  );
  return [
    new Map([
      ...[...summaryNumbers(then, from, to)].filter(isState),
      ...[...summaryNumbers(now, from, to)].filter((one) => !isState(one)),
    ]),
    objectiveNumbers(now, { ...overview, objectives: asked }, api.clock.now),
  ];
}

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  test("whatever the order, every figure equals a recount of the feedback and counters made anew", async () => {
    let rollbacks = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ deeds, order, places }) => {
        const place = await engine.newPlace();
        const api = await startTestApi({ place, issuer, policy: { blindShare: 0.25, askBudget: 100 } });
        try {
          const { lives, happens, seen, send } = livesIn(api);
          for (const formula of formulas) await agreeOn(api, { formula, target: 0.5 });
          for (const [i, one] of deeds.entries()) {
            for (const [n, event] of order.entries()) if (places[n] === i) await happens[event]();
            await lives(one);
          }
          const to = new Date(api.clock.now).toISOString().slice(0, 10);
          const told = async () => ({
            summary: (await send(priya, "GET", `${at}/summary?from=2026-11-23&to=${to}`)) as Summary,
            figures: (await send(priya, "GET", `${at}/figures?from=2026-11-23&to=${to}`)) as Figures,
            overview: (await send(priya, "GET", `${at}/overview`)) as Overview,
          });
          const before = await told();
          const [summary, standing] = await recounted(api, before.overview, seen.merged, to);
          expect(differing(numbersIn(before.summary), summary!)).toEqual([]);
          expect(differing(standingNumbers(before.overview), standing!)).toEqual([]);
          for (const id of departments)
            expect((await verify(api.store, `${tid}/${id}`)).differences).toEqual([]);
          await api.store.db.deleteFrom("counter").execute();
          for (const id of departments) await rebuild(api.store, `${tid}/${id}`);
          expect(await told()).toEqual(before);
          expect([seen.split, seen.merged]).toEqual([true, true]);
          expect(api.faults).toEqual([]);
          rollbacks += seen.rollbacks;
        } finally {
          await api.close();
        }
      }),
      { numRuns: 3, seed: 4, endOnFailure: true },
    );
    expect(rollbacks).toBeGreaterThan(0);
  });

  test("a split keeps the past under the old category, and the new one begins without evidence", async () => {
    const place = await engine.newPlace();
    const api = await startTestApi({ place, issuer, policy: { blindShare: 0.25, askBudget: 100 } });
    const { lives, happens, send } = livesIn(api);
    const says = async (category: string, times: number) => {
      for (let i = 0; i < times; i++)
        await lives({
          who: amara,
          subject: "wrong amount on the invoice",
          category,
          posts: 1,
          after: "stays",
        });
    };
    const figures = async () => (await send(priya, "GET", `${at}/figures?from=2026-11-23`)) as Figures;
    const supportOf = ({ categories }: Figures, id: string) =>
      categories.find(({ category }) => category === id)?.support ?? 0;
    await says("billing", 24);
    const before = await figures();
    expect(supportOf(before, "billing")).toBeGreaterThan(0);
    await happens.split();
    const split = await figures();
    expect(supportOf(split, "billing")).toBe(supportOf(before, "billing"));
    expect(supportOf(split, "refund")).toBe(0);
    const { id } = await agreeOn(api, { formula: { kind: "category", category: "refund" } });
    const standing = async () =>
      ((await send(priya, "GET", `${at}/overview`)) as Overview).objectives.find((one) => one.id === id)!
        .standing;
    expect(await standing()).toMatchObject({ trials: 0, state: { kind: "notYetKnown" } });
    await says("refund", 24);
    const after = await figures();
    expect(supportOf(after, "refund")).toBeGreaterThan(0);
    expect((await standing()).trials).toBe(supportOf(after, "refund"));
    expect(supportOf(after, "billing")).toBe(supportOf(before, "billing"));
    expect((await verify(api.store, `${tid}/service`)).differences).toEqual([]);
    await api.close();
  });
});
