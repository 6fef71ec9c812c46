/** The outbox: what was answered survives everything and arrives exactly once. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import type { VerdictRequest } from "../../triage/verdict.ts";
import { type FakeApi, makeFakeApi } from "../testing/fakeApi.ts";
import { makeClock, makeIds } from "../testing/fakePane.ts";
import { type NewEntry, type OutboxParts, openOutbox } from "./outbox.ts";
import { type Entry, nextOf, waitMs } from "./outboxEntry.ts";
import { memoryStore, openOutboxStore } from "./outboxStore.ts";

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await pause();
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const makeAlone = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
};

function world(overrides: Partial<OutboxParts> = {}) {
  const clock = makeClock();
  const api = makeFakeApi(clock.now);
  const newId = makeIds();
  const open = async (store: OutboxParts["store"]) =>
    openOutbox({
      store,
      api,
      now: clock.now,
      random: () => 0.5,
      newId,
      alone: makeAlone(),
      later: () => () => {},
      ...overrides,
    });
  const verdict = (messageRef: string, category = "billing"): NewEntry => {
    const request: VerdictRequest = {
      feedbackId: newId(),
      messageRef,
      verdict: { kind: "holds", category, priority: "normal" },
      presses: 1,
      handlingMs: 900,
      decidedAt: clock.now(),
    };
    const predictionId = api.openings.get(messageRef) ?? newId();
    api.openings.set(messageRef, predictionId);
    return {
      lane: messageRef,
      predictionId,
      departmentId: "service",
      delivery: { kind: "verdict", request },
    };
  };
  return { clock, api, open, verdict, newId };
}

const entryOf = (id: string, lane: string, notBefore = 0): Entry => ({
  id,
  order: id,
  lane,
  predictionId: "p",
  departmentId: "d",
  delivery: { kind: "undo", feedbackId: id },
  tries: 0,
  notBefore,
});

const categories = (api: FakeApi) =>
  api.rows.map(({ request }) => (request.verdict.kind === "holds" ? request.verdict.category : "unsure"));

test("a verdict given while the API is away survives a reload and arrives once", async () => {
  const { api, open, verdict, clock } = world();
  api.fail();
  const before = await open(await openOutboxStore("amara"));
  await before.add(verdict("a"));
  await settle();
  expect(before.status()).toMatchObject({
    waiting: 1,
    isDurable: true,
    failure: { code: "api_unreachable" },
  });
  expect(api.rows).toEqual([]);
  before.close();
  clock.pass(60_000);
  const after = await open(await openOutboxStore("amara"));
  await settle();
  expect(api.rows).toHaveLength(1);
  expect(after.status().waiting).toBe(0);
});

test("when only the answer was lost, the same verdict is delivered again under the same id", async () => {
  const { api, open, verdict, clock } = world();
  const outbox = await open(memoryStore());
  api.fail({ afterwards: true });
  await outbox.add(verdict("a"));
  await settle();
  clock.pass(60_000);
  await outbox.hurry();
  expect(api.rows).toHaveLength(1);
  expect(api.repeats).toBe(1);
});

test("what is said of one message arrives in the order in which it was said", async () => {
  const { api, open, verdict } = world();
  const outbox = await open(memoryStore());
  api.fail({ failure: { code: "overloaded" } });
  await outbox.add(verdict("a", "first"));
  await outbox.add(verdict("a", "second"));
  await outbox.add(verdict("b", "other"));
  await settle();
  expect(categories(api)).toEqual(["other"]);
  await outbox.hurry();
  expect(categories(api)).toEqual(["other", "first", "second"]);
});

test("a verdict and its undo both arrive, in this order", async () => {
  const { api, open, verdict } = world();
  const outbox = await open(memoryStore());
  api.fail({ failure: { code: "offline" } });
  const given = verdict("a");
  await outbox.add(given);
  const { feedbackId } = (given.delivery as { request: VerdictRequest }).request;
  await outbox.add({ ...given, delivery: { kind: "undo", feedbackId } });
  await settle();
  await outbox.hurry();
  expect(api.rows).toMatchObject([{ isUndone: true }]);
  expect(outbox.latest("a")?.entry.delivery.kind).toBe("undo");
});

test("an opening made offline is delivered before its verdict, and both go to the prediction the API knows", async () => {
  const { api, open, verdict, newId, clock } = world();
  const known = newId();
  const offline = verdict("a");
  api.openings.set("a", known);
  const outbox = await open(memoryStore());
  const opening = {
    predictionId: offline.predictionId,
    departmentId: "service",
    messageRef: "a",
    bodyRead: true,
    openedAt: clock.now(),
    unseen: true,
  };
  await outbox.add({ ...offline, opening });
  await settle();
  expect(api.rows).toMatchObject([{ predictionId: known }]);
});

test("a verdict that will never be accepted stops nobody and is kept until it was seen", async () => {
  const { api, open, verdict } = world();
  const outbox = await open(memoryStore());
  api.fail({ failure: { code: "category_unknown" } });
  await outbox.add(verdict("a", "gone"));
  await outbox.add(verdict("b"));
  await settle();
  expect(categories(api)).toEqual(["billing"]);
  const [refused] = outbox.status().refused;
  expect(refused).toMatchObject({ refused: "category_unknown" });
  await outbox.dismiss(refused!.id);
  expect(outbox.status()).toMatchObject({ waiting: 0, refused: [] });
});

const delivered = expect.objectContaining({ deliveredAt: expect.any(Number) });

test("two tabs over the same outbox deliver each verdict once", async () => {
  const alone = makeAlone();
  const { api, open, verdict } = world({ alone });
  api.fail();
  const first = await open(await openOutboxStore("amara"));
  const second = await open(await openOutboxStore("amara"));
  await first.add(verdict("a"));
  await second.add(verdict("b"));
  await settle();
  await Promise.all([first.hurry(), second.hurry()]);
  await settle();
  expect(api.rows).toHaveLength(2);
  expect(api.repeats).toBe(0);
  await first.hurry();
  expect([first.status().waiting, second.status().waiting]).toEqual([0, 0]);
  // Otherwise the first would hold its own word newer than what is said of it elsewhere from now on.
  expect([first.latest("a"), second.latest("b")]).toEqual([delivered, delivered]);
});

test("nobody sends what somebody else answered on the same computer", async () => {
  const { api, open, verdict, clock } = world();
  api.fail();
  await (await open(await openOutboxStore("amara"))).add(verdict("a"));
  await settle();
  clock.pass(60_000);
  await open(await openOutboxStore("jonas"));
  await settle();
  expect(api.rows).toEqual([]);
});

test("where the browser blocks storage, the outbox works in memory and says so", async () => {
  Object.defineProperty(globalThis, "indexedDB", {
    configurable: true,
    writable: true,
    value: {
      open() {
        throw new DOMException("blocked", "SecurityError");
      },
    },
  });
  const { api, open, verdict } = world();
  const outbox = await open(await openOutboxStore("amara"));
  expect(outbox.status().isDurable).toBe(false);
  await outbox.add(verdict("a"));
  await settle();
  expect(api.rows).toHaveLength(1);
});

/** As the browser does to a page whose storage is cleared: nothing is left, and the connection is closed. */
function clearStorage() {
  globalThis.indexedDB = new IDBFactory();
  jest.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
    throw new DOMException("The database connection is closing.", "InvalidStateError");
  });
}

test("storage cleared in mid-session takes nothing along: what waits and what is said next is kept anew, and sent", async () => {
  const { api, open, verdict, clock } = world();
  api.fail({ failure: { code: "offline" } });
  const outbox = await open(await openOutboxStore("amara"));
  await outbox.add(verdict("a", "before"));
  await settle();
  clearStorage();
  api.fail({ failure: { code: "offline" } });
  await outbox.add(verdict("b", "after"));
  await settle();
  expect(outbox.status()).toMatchObject({ waiting: 2, isDurable: true });
  outbox.close();
  clock.pass(60_000);
  await open(await openOutboxStore("amara"));
  await settle();
  expect(categories(api).sort()).toEqual(["after", "before"]);
});

test("with storage full, what is said is sent while the pane is open, and it is told that it lasts no longer", async () => {
  const { api, open, verdict } = world();
  const outbox = await open(await openOutboxStore("amara"));
  const full = jest.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  api.fail({ failure: { code: "offline" } });
  await outbox.add(verdict("a"));
  await settle();
  expect(outbox.status()).toMatchObject({ waiting: 1, isDurable: false });
  await outbox.hurry();
  full.mockRestore();
  expect(api.rows).toHaveLength(1);
  expect(outbox.status().waiting).toBe(0);
});

test("waiting grows to a minute, never all at the same time, and never below what the API asks for", () => {
  expect(waitMs(0, undefined, () => 0)).toBe(500);
  expect(waitMs(0, undefined, () => 1)).toBe(1_000);
  expect(waitMs(50, undefined, () => 1)).toBe(60_000);
  expect(waitMs(0, 30, () => 0)).toBe(30_000);
});

test("a clock put back by a month reorders nothing and holds nothing back, in a pane opened since", async () => {
  let count = 0;
  const { api, open, verdict, clock } = world({ newId: () => `${clock.now()}-${++count}` });
  api.fail({ failure: { code: "offline" } });
  const before = await open(await openOutboxStore("amara"));
  await before.add(verdict("a", "first"));
  await settle();
  before.close();
  clock.pass(-30 * 86_400_000);
  api.fail({ failure: { code: "offline" } });
  const after = await open(await openOutboxStore("amara"));
  await after.add(verdict("a", "second"));
  await settle();
  await after.hurry();
  expect(categories(api)).toEqual(["first", "second"]);
  expect(after.status().waiting).toBe(0);
});

test("what a clock that was ahead put off for days is not waited for", () => {
  const now = 1_000_000_000;
  expect(nextOf([entryOf("1", "a", now + 30 * 86_400_000)], now)?.id).toBe("1");
});

test("a message that waits holds back its own later verdicts only", () => {
  const entries = [entryOf("1", "a", 500), entryOf("2", "a", 0), entryOf("3", "b", 0)];
  expect(nextOf(entries, 100)?.id).toBe("3");
  expect(nextOf(entries, 500)?.id).toBe("1");
});
