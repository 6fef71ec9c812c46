/** Whatever staff do, in whatever order, the figures that are kept equal a recount, and blind stays blind until answered. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { v7 } from "uuid";
import { anchoringGap } from "../../alignment/agreement.ts";
import { cellsOf as confusionOf, mostConfused } from "../../alignment/confusion.ts";
import { contributionsOf, type FeedbackRow } from "../../alignment/contribution.ts";
import { type Counts, countsOf } from "../../alignment/counts.ts";
import type { Opened, Prediction } from "../../triage/prediction.ts";
import type { Summary } from "../../triage/summary.ts";
import type { Verdict } from "../../triage/verdict.ts";
import { openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { startIssuer, type TestIssuer } from "../testing/issuer.ts";
import { amara, jonas, mei } from "../testing/organisation.ts";
import { type Cells, cellOf, cellsOf, difference } from "./cells.ts";
import type { StoredFeedback } from "./schema.ts";

const staff = [amara, jonas] as const;
const verdicts: Verdict[] = [
  { kind: "holds", category: "billing", priority: "normal" },
  { kind: "holds", category: "billing", priority: "low" },
  { kind: "holds", category: "contract", priority: "urgent" },
  { kind: "unsure" },
];

/** What somebody does with one of the messages. */
const deed = fc.record({
  message: fc.nat(2),
  who: fc.constantFrom(...staff),
  does: fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: "open" as const, unseen: false }) },
    { weight: 1, arbitrary: fc.constant({ kind: "open" as const, unseen: true }) },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant("say" as const),
        verdict: fc.constantFrom(...verdicts),
        how: fc.constantFrom("once", "twice", "afterItsUndo"),
      }),
    },
    { weight: 4, arbitrary: fc.constant({ kind: "undo" as const, which: "newest" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "undo" as const, which: "older" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "move" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "moveBack" as const }) },
  ),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** Keeps, in the alignment's words, what each deed should mean; knows nothing of how the store keeps it. */
function makeWitness(api: TestApi, salt: number) {
  const log: FeedbackRow[] = [];
  const refs = [0, 1, 2].map((n) => createHash("sha256").update(`${salt}.${n}`).digest("base64url"));
  const wordings = new Map<string, string[]>();
  const standing = new Map<string, string>();
  const own = new Map<string, string>();
  const away = new Set<number>();

  const tell = (message: number, prediction: string, row: object) =>
    log.push({ department: "service", message: String(message), prediction, ...row } as FeedbackRow);

  const predictedOf = async (id: string) => {
    const rows = await api.store.db
      .selectFrom("opening")
      .selectAll()
      .where("prediction_id", "=", id)
      .execute();
    const row = rows.find(({ department }) => department.endsWith("/service"))!;
    const prediction = row.prediction === null ? null : (JSON.parse(row.prediction) as Prediction);
    const [category, priority] = [prediction?.categories[0]?.category, prediction?.priorities[0]?.priority];
    return { row, predicted: category && priority ? { category, priority } : null };
  };

  async function noteOpening(message: number, id: string, isSeen: boolean) {
    const { row, predicted } = await predictedOf(id);
    const isKnown = log.some(({ prediction, event }) => prediction === id && event === "opened");
    if (!isKnown)
      tell(message, id, { event: "opened", arm: row.arm, predicted, modelVersion: row.model_version });
    if (isSeen && predicted) tell(message, id, { event: "shown" });
  }

  async function open({ message, who }: Deed, unseen: boolean) {
    const request = openingOf(api, { messageRef: refs[message]!, unseen });
    const answer = await api.send("POST", "/api/predictions", await api.token(who), request);
    expect(answer.status).toBe(away.has(message) ? 409 : 200);
    if (answer.status !== 200) return;
    const { predictionId, arm, shown } = answer.json() as Opened;
    own.set(`${who}.${message}`, predictionId);
    await noteOpening(message, predictionId, !unseen);
    const stay = log.slice(
      log.findLastIndex((row) => row.message === `${message}` && row.event === "retracted") + 1,
    );
    const about = stay.filter((row) => row.message === `${message}`);
    for (const row of about) if (row.event === "opened") expect(row.arm).toBe(arm);
    const { row } = await predictedOf(predictionId);
    const hasSaid = about.some((one) => one.event === "verdict" && one.prediction === predictionId);
    const isSecond = row.ask_skipped === "second" && !hasSaid;
    const isSecret = isSecond || (arm === "blind" && !about.some(({ event }) => event === "verdict"));
    expect(shown.kind).toBe(isSecret ? "yourCallFirst" : "prediction");
  }

  const put = async ({ message, who }: Deed, id: string, feedbackId: string, verdict: Verdict) => {
    const body = verdictOn({ messageRef: refs[message]! }, { feedbackId, verdict });
    return (await api.send("PUT", `/api/verdicts/${id}`, await api.token(who), body)).status;
  };
  const take = async ({ who }: Deed, id: string, feedbackId: string) => {
    const url = `/api/verdicts/${id}?feedbackId=${feedbackId}`;
    expect((await api.send("DELETE", url, await api.token(who))).status).toBe(200);
  };

  /** Nobody answers or moves what they have not opened. */
  async function opened(what: Deed) {
    const key = `${what.who}.${what.message}`;
    if (!own.has(key)) await open(what, false);
    return own.get(key);
  }

  async function say(what: Deed, verdict: Verdict, how: string) {
    const id = await opened(what);
    if (!id) return;
    const feedbackId = v7();
    if (how === "afterItsUndo" && away.has(what.message)) return;
    if (how === "afterItsUndo") await take(what, id, feedbackId);
    const status = await put(what, id, feedbackId, verdict);
    expect(status).toBe(away.has(what.message) ? 409 : 200);
    if (status !== 200) return;
    if (how === "afterItsUndo") {
      if (standing.has(id)) return;
      tell(what.message, id, { event: "verdict", said: verdict });
      tell(what.message, id, { event: "undone" });
      return;
    }
    if (how === "twice") expect(await put(what, id, feedbackId, verdict)).toBe(200);
    tell(what.message, id, { event: "verdict", said: verdict });
    standing.set(id, feedbackId);
    wordings.set(id, [...(wordings.get(id) ?? []), feedbackId]);
  }

  async function undo(what: Deed, which: "newest" | "older") {
    const id = own.get(`${what.who}.${what.message}`);
    const feedbackId = id && wordings.get(id)?.at(which === "newest" ? -1 : -2);
    if (!id || !feedbackId) return;
    await take(what, id, feedbackId);
    if (standing.get(id) !== feedbackId || away.has(what.message)) return;
    tell(what.message, id, { event: "undone" });
    standing.delete(id);
  }

  const moveTo = async (who: string, id: string, message: number, toDepartmentId: string, moveId: string) => {
    const body = { moveId, messageRef: refs[message]!, toDepartmentId, decidedAt: api.clock.now };
    return (await api.send("POST", `/api/predictions/${id}/move`, await api.token(who), body)).status;
  };

  function forget(message: number) {
    for (const who of [...staff, mei]) own.delete(`${who}.${message}`);
  }

  async function move(what: Deed) {
    const { message, who } = what;
    const id = await opened(what);
    if (!id || away.has(message)) return;
    expect(await moveTo(who, id, message, "help-desk", v7())).toBe(200);
    tell(message, id, { event: "retracted" });
    away.add(message);
  }

  async function moveBack({ message }: Deed) {
    if (!away.has(message)) return;
    const request = openingOf(api, { messageRef: refs[message]!, departmentId: "help-desk" });
    const there = await api.send("POST", "/api/predictions", await api.token(mei), request);
    const moveId = v7();
    expect(await moveTo(mei, (there.json() as Opened).predictionId, message, "service", moveId)).toBe(200);
    away.delete(message);
    forget(message);
    await noteOpening(message, moveId, false);
  }

  return {
    log,
    async does(what: Deed) {
      const { does } = what;
      if (does.kind === "open") await open(what, does.unseen);
      if (does.kind === "say") await say(what, does.verdict, does.how);
      if (does.kind === "undo") await undo(what, does.which);
      if (does.kind === "move") await move(what);
      if (does.kind === "moveBack") await moveBack(what);
    },
  };
}

/** The figures by the alignment alone; all happens on one day. */
function figuresOf(log: readonly FeedbackRow[], counts: Counts) {
  const armOf = (arm: "blind" | "assisted", field: "category" | "priority" | "both") => {
    const { unsure, asked, answered } = counts[arm];
    return { ...counts[arm][field], unsure, asked, answered };
  };
  const fieldOf = (field: "category" | "priority" | "both") => ({
    blind: armOf("blind", field),
    assisted: armOf("assisted", field),
    gap: anchoringGap(counts, field),
  });
  const pairs = contributionsOf(log).flatMap(({ predicted, said }) =>
    predicted && said?.kind === "holds" ? [[predicted.category, said.category] as const] : [],
  );
  return {
    agreement: { category: fieldOf("category"), priority: fieldOf("priority"), both: fieldOf("both") },
    weeks: [{ monday: "2026-11-23", ...counts.blind.category }],
    confused: mostConfused(confusionOf(pairs), 5).map(({ predicted, final, count }) => ({
      predicted,
      said: final,
      count,
    })),
  };
}

function expected(log: readonly FeedbackRow[]) {
  const counts: Counts = countsOf(log);
  const of = (state: keyof Summary["states"]) =>
    Object.values(counts).reduce((sum, arm) => sum + arm[state], 0);
  return {
    states: {
      neverShown: of("neverShown"),
      shown: of("shown"),
      confirmed: of("confirmed"),
      corrected: of("corrected"),
      unsure: of("unsure"),
      unpredicted: of("unpredicted"),
    },
    arms: (["open", "assisted", "blind", "batch"] as const).map((arm) => ({
      arm,
      asked: counts[arm].asked,
      equal: counts[arm].both.equal,
      different: counts[arm].both.different,
      unsure: counts[arm].unsure,
    })),
    moved: log.filter(({ event }) => event === "retracted").length,
    ...figuresOf(log, counts),
  };
}

/** What the counters lack or have too much of, against all stored rows; zero cells count as too much. */
async function differencesIn(api: TestApi): Promise<[string, number][]> {
  const feedback = await api.store.db.selectFrom("feedback").selectAll().orderBy("position").execute();
  const counters = await api.store.db.selectFrom("counter").selectAll().execute();
  expect(counters.filter(({ n }) => n === 0)).toEqual([]);
  const recount: Cells = new Map();
  const messages = new Map<string, StoredFeedback[]>();
  for (const row of feedback) {
    const key = JSON.stringify([row.department, row.message_key]);
    messages.set(key, [...(messages.get(key) ?? []), row]);
  }
  for (const rows of messages.values())
    for (const [key, n] of cellsOf(rows)) {
      const cell = JSON.stringify([rows[0]!.department, cellOf(key)]);
      recount.set(cell, (recount.get(cell) ?? 0) + n);
    }
  const kept: Cells = new Map(
    counters.map(({ department, n, ...cell }) => {
      const { kind, period, arm, model_version, predicted, final } = cell;
      return [JSON.stringify([department, { kind, period, arm, model_version, predicted, final }]), n];
    }),
  );
  return difference(kept, recount);
}

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

test("after any story of opening, answering, revising, undoing and moving, the summary equals a recount", async () => {
  const story = fc.tuple(fc.nat(10_000), fc.array(deed, { minLength: 5, maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(story, async ([salt, deeds]) => {
      const api = await startTestApi({ issuer, policy: { blindShare: 0.25, askBudget: 3 } });
      try {
        const witness = makeWitness(api, salt);
        for (const what of deeds) await witness.does(what);
        const answer = await api.send("GET", "/api/departments/service/summary", await api.token(amara));
        expect(answer.json()).toMatchObject(expected(witness.log));
        expect(await differencesIn(api)).toEqual([]);
        expect(api.faults).toEqual([]);
      } finally {
        await api.close();
      }
    }),
    { numRuns: 30 },
  );
}, 240_000);
