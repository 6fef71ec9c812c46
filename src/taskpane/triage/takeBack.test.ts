/** What was said of another message than the open one, or sent elsewhere, can be taken back, and nothing of it stays behind. */
import type { Entry } from "../outbox/outboxEntry.ts";
import { type RecentMove, watchRecents } from "../outbox/recents.ts";
import { makeFakeApi } from "../testing/fakeApi.ts";
import { keeping, makeClock, makeFakeOutlook, makeIds, settle, startFakePane } from "../testing/fakePane.ts";
import type { Desk } from "./desk.ts";

async function open() {
  const clock = makeClock();
  const outlook = makeFakeOutlook();
  const api = makeFakeApi(clock.now);
  const parts = {
    outlook,
    api,
    clock,
    newId: makeIds(),
    entries: new Map<string, Entry>(),
    storage: keeping(),
  };
  const { desk, outbox } = await startFakePane(parts);
  const follow = async (on: Desk, name: string) => {
    outlook.open(name);
    on.follow();
    await settle();
  };
  const select = (name: string) => follow(desk, name);
  return { parts, outlook, api, desk, outbox, follow, select };
}

/** Says of a message what it is, and goes on to the next one. */
async function answered({ desk, select }: Awaited<ReturnType<typeof open>>, name: string, category: string) {
  await select(name);
  desk.choose({ category }, desk.state().generation);
  await settle();
  const { screen } = desk.state();
  if (screen.kind !== "answered") throw new Error(screen.kind);
  await select("next");
  return { ...screen.given, departmentId: "customer-service", category };
}

test("an earlier verdict taken back leaves its Outlook category only until its message is open again, and says so", async () => {
  const pane = await open();
  const { desk, outlook, select } = pane;
  const given = await answered(pane, "invoice", "complaint");
  expect([...outlook.labels.get("invoice")!]).toEqual(["Complaint"]);
  desk.undo(given);
  await settle();
  expect(desk.state().notice).toEqual({ kind: "takenBack", subject: "About invoice", isLabelled: true });
  await select("invoice");
  expect([...outlook.labels.get("invoice")!]).toEqual([]);
  expect(desk.state().notice).toBeUndefined();
});

test("the category goes also when the pane was closed in between", async () => {
  const pane = await open();
  const { parts, outlook, follow } = pane;
  pane.desk.undo(await answered(pane, "invoice", "complaint"));
  await settle();
  const { desk } = await startFakePane(parts);
  await follow(desk, "invoice");
  expect([...outlook.labels.get("invoice")!]).toEqual([]);
});

test("a category that is right again stays", async () => {
  const pane = await open();
  const { desk, api, outlook, select } = pane;
  desk.undo(await answered(pane, "invoice", "complaint"));
  await settle();
  // In another window, meanwhile.
  for (const row of api.rows) row.isUndone = false;
  const { desk: elsewhere } = await startFakePane({ ...pane.parts, entries: new Map() });
  await pane.follow(elsewhere, "invoice");
  expect([...outlook.labels.get("invoice")!]).toEqual(["Complaint"]);
  await select("invoice");
});

test("what is kept of it until then is hashes and ids", async () => {
  const pane = await open();
  const kept: string[] = [];
  const { setItem } = pane.parts.storage;
  pane.parts.storage.setItem = (key, value) => {
    kept.push(value);
    setItem(key, value);
  };
  pane.desk.undo(await answered(pane, "invoice", "complaint"));
  expect(kept.join()).toContain("ref <invoice@example>");
  expect(kept.join()).not.toContain("About invoice");
});

test("an unsure verdict leaves nothing to take off", async () => {
  const { desk, select } = await open();
  await select("invoice");
  desk.unsure(desk.state().generation);
  await settle();
  const { screen } = desk.state();
  if (screen.kind !== "answered") throw new Error(screen.kind);
  await select("next");
  desk.undo({ ...screen.given, departmentId: "customer-service" });
  expect(desk.state().notice).toEqual({ kind: "takenBack", subject: "About invoice", isLabelled: false });
});

/** Answered while the API could not be reached; the verdict waits in the outbox. */
async function answeredUnreached() {
  const pane = await open();
  const { desk, api, select } = pane;
  await select("invoice");
  api.failNext("putVerdict", { code: "api_unreachable" });
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  return pane;
}

test("a verdict that is stored only after its message was left has its Outlook category when the message is opened again", async () => {
  const { api, outlook, select, outbox } = await answeredUnreached();
  await select("next");
  await outbox.hurry();
  await settle();
  expect(api.rows).toHaveLength(1);
  expect(outlook.labels.get("invoice")).toBeUndefined();
  await select("invoice");
  expect([...outlook.labels.get("invoice")!]).toEqual(["Complaint"]);
  // Once: what a person takes off by hand stays off.
  outlook.labels.get("invoice")!.clear();
  await select("next");
  await select("invoice");
  expect([...outlook.labels.get("invoice")!]).toEqual([]);
});

test("a category that waited is not written once its verdict was taken back", async () => {
  const { desk, outlook, select, outbox } = await answeredUnreached();
  const { screen } = desk.state();
  if (screen.kind !== "answered") throw new Error(screen.kind);
  await select("next");
  await outbox.hurry();
  desk.undo({ ...screen.given, departmentId: "customer-service", category: "complaint" });
  await settle();
  await select("invoice");
  expect([...(outlook.labels.get("invoice") ?? [])]).toEqual([]);
});

test("a message moved by mistake is fetched back in one press, as an entry of its own, and asked about again", async () => {
  const { desk, outbox, select } = await open();
  const moves: unknown[] = [];
  outbox.listen({
    onDelivered({ predictionId, delivery }) {
      if (delivery.kind !== "move") throw new TypeError(delivery.kind);
      moves.push({ predictionId, to: delivery.request.toDepartmentId });
    },
    onRefused() {},
  });
  await select("invoice");
  const { screen } = desk.state();
  if (!("question" in screen)) throw new Error(screen.kind);
  desk.move("sales", desk.state().generation);
  await settle();
  const there = desk.state().screen;
  if (there.kind !== "moved") throw new Error(there.kind);
  desk.moveBack(desk.state().generation);
  // A second press is the same press.
  desk.moveBack(desk.state().generation);
  await settle();
  expect(moves).toEqual([
    { predictionId: screen.question.predictionId, to: "sales" },
    // The move's id is what the API calls the message there.
    { predictionId: there.moveId, to: "customer-service" },
  ]);
  expect(desk.state().screen.kind).toBe("predicted");
});

test("a moved message that was left says where it is when it is opened again, and is fetched back from there", async () => {
  const pane = await open();
  const { desk, parts, select, follow } = pane;
  await select("invoice");
  desk.move("sales", desk.state().generation);
  await settle();
  await select("next");
  await select("invoice");
  expect(desk.state().screen).toMatchObject({ kind: "moved", to: "sales" });
  // Also in a pane that knows nothing of it.
  const { desk: another } = await startFakePane({ ...parts, entries: new Map() });
  await follow(another, "invoice");
  another.moveBack(another.state().generation);
  await settle();
  expect(another.state().screen.kind).toBe("predicted");
});

test("a move that still waits is shown where its message is opened again, and taken back when it is refused", async () => {
  const { desk, api, outbox, parts, select } = await open();
  await select("invoice");
  api.fail();
  desk.move("sales", desk.state().generation);
  await settle();
  await select("next");
  await select("invoice");
  expect(desk.state().screen).toMatchObject({ kind: "moved", to: "sales" });
  api.fail({ failure: { code: "department_unknown" } });
  parts.clock.pass(60_000);
  await outbox.hurry();
  await settle();
  expect(desk.state()).toMatchObject({
    screen: { kind: "predicted" },
    notice: { kind: "refused", failure: { code: "department_unknown" } },
  });
});

test("a move is taken back from the list while another message is open, and says of which", async () => {
  const { desk, outbox, select } = await open();
  const recents = watchRecents(outbox);
  await select("invoice");
  desk.move("sales", desk.state().generation);
  await settle();
  await select("next");
  desk.fetchBack(recents.newest() as RecentMove);
  await settle();
  expect(desk.state()).toMatchObject({
    screen: { kind: "predicted", question: { message: { subject: "About next" } } },
    notice: { kind: "takenBack", subject: "About invoice", isLabelled: false },
  });
  expect(recents.last([])).toEqual([]);
  await select("invoice");
  expect(desk.state().screen.kind).toBe("predicted");
});

test("a message moved away is not fetched back by a press that came when another was open", async () => {
  const { desk, outlook, select } = await open();
  await select("invoice");
  desk.move("sales", desk.state().generation);
  await settle();
  outlook.open("next");
  desk.moveBack(desk.state().generation);
  await settle();
  expect(desk.state().screen).toMatchObject({ kind: "moved" });
});
