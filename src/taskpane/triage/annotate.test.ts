/** A reason or note right after the verdict: a newer wording of the same verdict, on the same message. */
import type { RecentVerdict } from "../../triage/receipt.ts";
import type { KnownVerdict } from "../../triage/verdict.ts";
import type { Entry } from "../outbox/outboxEntry.ts";
import { watchRecents } from "../outbox/recents.ts";
import { makeFakeApi } from "../testing/fakeApi.ts";
import { makeClock, makeFakeOutlook, makeIds, settle, startFakePane } from "../testing/fakePane.ts";

async function answered() {
  const clock = makeClock();
  const outlook = makeFakeOutlook();
  const api = makeFakeApi(clock.now);
  const { desk, outbox } = await startFakePane({
    outlook,
    api,
    clock,
    newId: makeIds(),
    entries: new Map<string, Entry>(),
  });
  const recents = watchRecents(outbox);
  outlook.open("invoice");
  desk.follow();
  await settle();
  const { generation } = desk.state();
  clock.pass(2_000);
  desk.choose({ category: "complaint" }, generation);
  await settle();
  return { desk, outbox, outlook, api, clock, recents, generation };
}

const givenIn = (state: ReturnType<Awaited<ReturnType<typeof answered>>["desk"]["state"]>) =>
  state.screen.kind === "answered" ? state.screen.given : undefined;

test("a note added afterwards is stored with the same verdict, presses and time as before", async () => {
  const { desk, api, clock, recents, generation } = await answered();
  clock.pass(60_000);
  desk.annotate({ reason: "wrongTopic", note: "  a refund  " }, generation);
  await settle();
  expect(api.rows.map(({ request }) => request)).toMatchObject([
    { verdict: { category: "complaint" }, presses: 1, handlingMs: 2_000 },
    {
      verdict: { category: "complaint" },
      presses: 1,
      handlingMs: 2_000,
      reason: "wrongTopic",
      note: "a refund",
    },
  ]);
  expect(givenIn(desk.state())).toMatchObject({
    isStored: true,
    feedbackId: api.rows[1]!.request.feedbackId,
  });
  expect(recents.last([])).toHaveLength(1);
});

test("one undo takes the verdict back with its note", async () => {
  const { desk, api, generation } = await answered();
  desk.annotate({ note: "a refund" }, generation);
  await settle();
  const given = givenIn(desk.state())!;
  desk.undo({ ...given, departmentId: "customer-service" });
  await settle();
  expect(api.rows.at(-1)).toMatchObject({ isUndone: true, request: { note: "a refund" } });
  expect(desk.state().screen.kind).toBe("predicted");
});

test("a note that is refused leaves the verdict as it was stored, and says so", async () => {
  const { desk, api, generation } = await answered();
  const before = givenIn(desk.state())!;
  api.failNext("putVerdict", { code: "category_unknown" });
  desk.annotate({ note: "a refund" }, generation);
  await settle();
  expect(givenIn(desk.state())).toMatchObject({ feedbackId: before.feedbackId, isStored: true });
  expect(desk.state().notice).toEqual({ kind: "refused", failure: { code: "category_unknown" } });
});

test("a note begun and not yet added goes with its answer when another message is opened", async () => {
  const { desk, api, outlook, generation } = await answered();
  desk.note({ note: "child injured" }, generation);
  desk.note({ reason: "severalTopics" }, generation);
  expect(desk.state().screen).toMatchObject({ late: { note: "child injured", reason: "severalTopics" } });
  expect(api.rows).toHaveLength(1);
  outlook.open("other");
  desk.follow();
  await settle();
  expect(api.rows.map(({ messageRef, request }) => [messageRef, request.note, request.reason])).toEqual([
    ["ref <invoice@example>", undefined, undefined],
    ["ref <invoice@example>", "child injured", "severalTopics"],
  ]);
});

test("a note that was emptied again, or is there already, changes nothing on leaving", async () => {
  const { desk, api, outlook, generation } = await answered();
  desk.annotate({ note: "a refund" }, generation);
  await settle();
  desk.note({ note: "a refund " }, generation);
  outlook.open("other");
  desk.follow();
  await settle();
  expect(api.rows).toHaveLength(2);
});

test("a note is never stored for the message that was opened meanwhile", async () => {
  const { desk, api, outlook, generation } = await answered();
  outlook.open("other");
  desk.annotate({ note: "a refund" }, generation);
  desk.follow();
  await settle();
  desk.annotate({ note: "a refund" }, generation);
  await settle();
  expect(api.rows).toHaveLength(1);
});

test("looking again opens the message Outlook did not announce, and asks anew about the same one", async () => {
  const { desk, outlook, generation } = await answered();
  outlook.open("other");
  desk.lookAgain();
  await settle();
  expect(desk.state()).toMatchObject({ generation: generation + 1, screen: { kind: "predicted" } });
  desk.lookAgain();
  expect(desk.state().generation).toBe(generation + 2);
});

test("a hundred messages are triaged at one press each, and each press is stored for its own message", async () => {
  const clock = makeClock();
  const outlook = makeFakeOutlook();
  const api = makeFakeApi(clock.now);
  const { desk } = await startFakePane({
    outlook,
    api,
    clock,
    newId: makeIds(),
    entries: new Map<string, Entry>(),
  });
  for (let message = 0; message < 100; message++) {
    outlook.open(`message ${message}`);
    desk.follow();
    await settle();
    desk.choose({ category: message % 3 === 0 ? "complaint" : "billing" }, desk.state().generation);
  }
  await settle();
  expect(api.rows).toHaveLength(100);
  expect(new Set(api.rows.map(({ messageRef }) => messageRef)).size).toBe(100);
  expect(api.rows.reduce((sum, { request }) => sum + request.presses, 0)).toBe(100);
});

test("a note can still be added after the pane was started anew, and says again what the answer took", async () => {
  const { api, outlook, clock, outbox } = await answered();
  outbox.close();
  clock.pass(86_400_000);
  const { desk, outbox: another } = await startFakePane({
    outlook,
    api,
    clock,
    newId: makeIds(1_000),
    entries: new Map<string, Entry>(),
  });
  const recents = watchRecents(another);
  desk.follow();
  await settle();
  const before = givenIn(desk.state())!;
  desk.annotate({ note: "a refund" }, desk.state().generation);
  await settle();
  const [first, second] = api.rows.map(({ request }) => request);
  expect(second).toEqual({ ...first, feedbackId: second!.feedbackId, note: "a refund" });
  expect(givenIn(desk.state())).toMatchObject({ isStored: true, wording: { note: "a refund" } });
  // The list names the answer once, of the day it was given; one press elsewhere never takes it back.
  const known = { ...(recents.last([])[0] as RecentVerdict), feedbackId: before.feedbackId };
  expect(recents.last([known])).toMatchObject([{ feedbackId: second!.feedbackId, at: first!.decidedAt }]);
  expect(recents.newest()).toBeUndefined();
});

test("a note on an earlier message leaves the newest answer the one that one press takes back", async () => {
  const { desk, outlook, recents } = await answered();
  const answer = async (name: string) => {
    outlook.open(name);
    desk.follow();
    await settle();
    desk.choose({ category: "billing" }, desk.state().generation);
    await settle();
  };
  await answer("other");
  const newest = recents.newest();
  outlook.open("invoice");
  desk.follow();
  await settle();
  desk.annotate({ note: "a refund" }, desk.state().generation);
  await settle();
  expect(recents.newest()).toEqual(newest);
  // With its note the answer is taken back as a whole, and is in no list any more.
  const given = givenIn(desk.state())!;
  desk.undo({ ...given, departmentId: "customer-service" });
  await settle();
  expect(recents.last([])).toEqual([newest]);
});

test("of an older API, which does not tell the words beside an answer, none can be changed", async () => {
  const { api, outlook, clock, outbox } = await answered();
  outbox.close();
  const predict: typeof api.predict = async (request) => {
    const answer = await api.predict(request);
    const { wording: _, ...known } = (answer.ok && answer.value.known) || {};
    return answer.ok ? { ok: true, value: { ...answer.value, known: known as KnownVerdict } } : answer;
  };
  const older = { ...api, predict };
  const { desk } = await startFakePane({
    outlook,
    api: older,
    clock,
    newId: makeIds(1_000),
    entries: new Map<string, Entry>(),
  });
  desk.follow();
  await settle();
  desk.annotate({ note: "a refund" }, desk.state().generation);
  await settle();
  expect(desk.state().screen.kind).toBe("answered");
  expect(api.rows).toHaveLength(1);
});
