/** The desk as a whole: whatever comes in between, a verdict belongs to the message it was given for, once. */
import fc from "fast-check";
import type { Entry } from "../outbox/outboxEntry.ts";
import { type FakeApi, makeFakeApi } from "../testing/fakeApi.ts";
import {
  type FakeOutlook,
  makeClock,
  makeFakeOutlook,
  makeIds,
  type Running,
  refOfName,
  settle,
  startFakePane,
} from "../testing/fakePane.ts";
import { sure } from "../testing/samples.ts";

async function open(shown?: Parameters<typeof makeFakeApi>[1]) {
  const clock = makeClock();
  const outlook = makeFakeOutlook();
  const api = makeFakeApi(clock.now, shown);
  const parts = { outlook, api, clock, newId: makeIds(), entries: new Map<string, Entry>() };
  const running = await startFakePane(parts);
  const select = async (name: string | undefined) => {
    outlook.open(name);
    running.desk.follow();
    await settle();
  };
  return { ...parts, ...running, select, parts };
}

test("one press confirms category and priority of the open message", async () => {
  const { desk, api, select } = await open();
  await select("invoice");
  const { generation, screen } = desk.state();
  expect(screen.kind).toBe("predicted");
  desk.choose({ category: "billing" }, generation);
  await settle();
  expect(api.rows).toHaveLength(1);
  expect(api.rows[0]).toMatchObject({
    messageRef: refOfName("<invoice@example>"),
    request: { verdict: { kind: "holds", category: "billing", priority: "high" }, presses: 1 },
  });
  expect(desk.state().screen).toMatchObject({ kind: "answered", given: { isStored: true } });
});

test("a press made for the previous message stores nothing, and says so", async () => {
  const { desk, api, outlook, select } = await open();
  await select("invoice");
  const { generation } = desk.state();
  outlook.open("complaint");
  desk.choose({ category: "billing" }, generation);
  await settle();
  expect(api.rows).toEqual([]);
  expect(desk.state()).toMatchObject({
    notice: { kind: "movedOn" },
    screen: { kind: "predicted", question: { message: { subject: "About complaint" } } },
  });
});

test("a prediction that comes late is not shown for another message", async () => {
  const { desk, outlook } = await open();
  outlook.open("invoice");
  desk.follow();
  outlook.open("complaint");
  desk.follow();
  await settle();
  expect(desk.state().screen).toMatchObject({ question: { message: { subject: "About complaint" } } });
});

test("coming back to a message shows what was answered, even while it is not stored yet", async () => {
  const { desk, api, select } = await open();
  await select("invoice");
  api.fail();
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  await select("other");
  await select("invoice");
  expect(desk.state().screen).toMatchObject({
    kind: "answered",
    given: { verdict: { category: "complaint" }, isStored: false },
  });
});

test("undo takes the verdict back and asks again", async () => {
  const { desk, api, select } = await open();
  await select("invoice");
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  const { screen } = desk.state();
  if (screen.kind !== "answered") throw new Error(screen.kind);
  desk.undo({ ...screen.given, departmentId: "customer-service" });
  await settle();
  expect(api.rows).toMatchObject([{ isUndone: true }]);
  expect(desk.state().screen.kind).toBe("predicted");
});

test("an answer taken back in another tab stands here no longer, unless words were begun beside it", async () => {
  const { desk, api, select } = await open();
  await select("invoice");
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  const { screen, generation } = desk.state();
  if (screen.kind !== "answered") throw new Error(screen.kind);
  await api.undoVerdict(screen.given.predictionId, screen.given.feedbackId);
  const { messageRef } = screen.asking.question;
  desk.heardOf("another message");
  desk.note({ note: "begun" }, generation);
  desk.heardOf(messageRef);
  await settle();
  expect(desk.state().screen.kind).toBe("answered");
  desk.note({ note: "" }, generation);
  desk.heardOf(messageRef);
  await settle();
  expect(desk.state().screen.kind).toBe("predicted");
});

test("what was begun stays when something is stored of the message elsewhere", async () => {
  const { desk, select } = await open();
  await select("invoice");
  const { generation } = desk.state();
  desk.note({ note: "begun" }, generation);
  const { screen } = desk.state();
  if (!("question" in screen)) throw new Error(screen.kind);
  desk.heardOf(screen.question.messageRef);
  expect(desk.state().generation).toBe(generation);
});

test("offline, a whole answer waits with its opening and arrives once", async () => {
  const { desk, api, outbox, clock, select } = await open();
  api.fail({ failure: { code: "offline" } });
  await select("invoice");
  expect(desk.state().screen).toMatchObject({ kind: "unpredicted", why: "offline" });
  api.fail({ failure: { code: "offline" } });
  desk.choose({ priority: "urgent" }, desk.state().generation);
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  expect(api.rows).toEqual([]);
  expect(outbox.status().waiting).toBe(1);
  clock.pass(60_000);
  await outbox.hurry();
  expect(api.rows).toMatchObject([{ request: { verdict: { category: "complaint", priority: "urgent" } } }]);
});

test("without a prediction, a category alone is no verdict: no priority is assumed", async () => {
  const { desk, api, select } = await open(() => ({ kind: "yourCallFirst" }));
  await select("invoice");
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  expect(api.rows).toEqual([]);
  desk.choose({ priority: "low" }, desk.state().generation);
  await settle();
  expect(api.rows).toMatchObject([{ request: { verdict: { priority: "low" }, presses: 2 } }]);
});

test("half an answer that is left is said, and is there again when its message is", async () => {
  const { desk, api, select } = await open(() => ({ kind: "yourCallFirst" }));
  await select("invoice");
  desk.choose({ category: "complaint" }, desk.state().generation);
  await select("other");
  expect(desk.state().notice).toEqual({ kind: "unfinished", subject: "About invoice" });
  expect(desk.state().screen).toMatchObject({ question: { draft: { presses: 0 } } });
  await select("third");
  expect(desk.state().notice).toBeUndefined();
  await select("invoice");
  expect(desk.state().screen).toMatchObject({ question: { draft: { category: "complaint", presses: 1 } } });
  desk.choose({ priority: "low" }, desk.state().generation);
  await settle();
  expect(api.rows).toMatchObject([
    {
      messageRef: refOfName("<invoice@example>"),
      request: { verdict: { category: "complaint", priority: "low" } },
    },
  ]);
  expect(desk.state().begun).toEqual([]);
});

test("a blind prediction is nowhere in the pane until the verdict is stored, and is told then", async () => {
  const { desk, api, select } = await open(() => ({ kind: "yourCallFirst" }));
  await select("invoice");
  expect(JSON.stringify(desk.state())).not.toContain("modelVersion");
  expect(desk.state().screen).not.toHaveProperty("prediction");
  api.fail();
  desk.choose({ category: "complaint", priority: "low" }, desk.state().generation);
  await settle();
  expect(desk.state().screen).toMatchObject({ kind: "answered", given: { isStored: false } });
  expect(desk.state().screen).not.toHaveProperty("said");
});

test("a blind verdict that is stored reveals what the model said", async () => {
  const { desk, select } = await open(() => ({ kind: "yourCallFirst" }));
  await select("invoice");
  desk.choose({ category: "complaint", priority: "low" }, desk.state().generation);
  await settle();
  expect(desk.state().screen).toMatchObject({ kind: "answered", said: sure });
});

test("the Outlook category follows the stored verdict, and goes with its undo", async () => {
  const { desk, outlook, select } = await open();
  await select("invoice");
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  expect([...outlook.labels.get("invoice")!]).toEqual(["Complaint"]);
  const { screen } = desk.state();
  if (screen.kind !== "answered") throw new Error(screen.kind);
  desk.undo({ ...screen.given, departmentId: "customer-service" });
  await settle();
  expect([...outlook.labels.get("invoice")!]).toEqual([]);
});

test("where Outlook takes no category the verdict stays saved, and the pane says so for this message only", async () => {
  const { desk, api, outlook, select } = await open();
  outlook.isLabelRefused = true;
  await select("invoice");
  desk.choose({ category: "complaint" }, desk.state().generation);
  await settle();
  expect(api.rows).toHaveLength(1);
  expect(desk.state()).toMatchObject({ notice: { kind: "unlabelled" }, screen: { kind: "answered" } });
  await select("other");
  expect(desk.state().notice).toBeUndefined();
});

test("a message whose text cannot be read is asked about by its subject", async () => {
  const { desk, outlook, select } = await open();
  outlook.isBodyBroken = true;
  await select("invoice");
  expect(desk.state().screen).toMatchObject({ kind: "predicted", question: { bodyRead: false } });
});

test("a refused verdict takes its place back, and says why", async () => {
  const { desk, api, select } = await open();
  await select("invoice");
  api.fail({ failure: { code: "category_unknown" } });
  desk.choose({ category: "billing" }, desk.state().generation);
  await settle();
  expect(desk.state()).toMatchObject({
    screen: { kind: "predicted" },
    notice: { kind: "refused", failure: { code: "category_unknown" } },
  });
});

type Step =
  | { do: "select"; name: string | undefined }
  | { do: "turn"; name: string }
  | { do: "answer"; category: string; priority?: "low" | "urgent" }
  | { do: "unsure" | "undo" | "reload" | "settle" | "follow" | "hurry" }
  | { do: "fail"; afterwards: boolean; offline: boolean }
  | { do: "wait"; turns: number };

const names = ["a", "b", "c"];
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("select" as const), name: fc.constantFrom(...names, undefined) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("turn" as const), name: fc.constantFrom(...names) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      category: fc.constantFrom("billing", "complaint"),
      priority: fc.constantFrom("low" as const, "urgent" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("undo" as const, "unsure" as const, "follow" as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("reload" as const, "hurry" as const, "settle" as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      afterwards: fc.boolean(),
      offline: fc.boolean(),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constant("wait" as const), turns: fc.integer({ min: 5, max: 90 }) }),
  },
);

/** What a person pressed, written down when the pane took it as an answer. */
interface Pressed {
  id: string;
  name: string;
  isUndone: boolean;
}

class Morning {
  readonly clock = makeClock();
  readonly outlook: FakeOutlook = makeFakeOutlook(() => settle(3));
  readonly api: FakeApi = makeFakeApi(this.clock.now, (ref) =>
    ref.includes("c@") ? { kind: "yourCallFirst" } : { kind: "prediction", prediction: sure },
  );
  readonly entries = new Map<string, Entry>();
  readonly pressed: Pressed[] = [];
  readonly newId = makeIds();
  running!: Running;

  async start() {
    const { outlook, api, clock, newId, entries } = this;
    this.running = await startFakePane({ outlook, api, clock, newId, entries, slow: () => settle(4) });
    this.running.desk.follow();
  }

  /** Writes down every answer the pane accepts, with what Outlook showed at that moment. */
  private noteDown(press: () => void) {
    const before = this.running.desk.state();
    press();
    const { screen } = this.running.desk.state();
    if (before.screen.kind === "answered" || screen.kind !== "answered") return;
    this.pressed.push({ id: screen.given.feedbackId, name: this.outlook.openName()!, isUndone: false });
  }

  async take(step: Step) {
    const { desk, outbox } = this.running;
    this.clock.pass(700);
    switch (step.do) {
      case "select":
        this.outlook.open(step.name);
        return desk.follow();
      case "turn":
        // Outlook moves on and tells nobody.
        return this.outlook.open(step.name);
      case "follow":
        return desk.follow();
      case "answer":
        return this.noteDown(() =>
          desk.choose(
            { category: step.category, ...(step.priority ? { priority: step.priority } : {}) },
            desk.state().generation,
          ),
        );
      case "unsure":
        return this.noteDown(() => desk.unsure(desk.state().generation));
      case "undo": {
        const { screen } = desk.state();
        if (screen.kind !== "answered") return;
        const mine = this.pressed.find(({ id }) => id === screen.given.feedbackId);
        if (mine) mine.isUndone = true;
        return desk.undo({ ...screen.given, departmentId: "customer-service" });
      }
      case "fail":
        return this.api.fail({
          failure: { code: step.offline ? "offline" : "api_unreachable" },
          afterwards: step.afterwards,
        });
      case "reload":
        this.running.outbox.close();
        return this.start();
      case "hurry":
        return void outbox.hurry();
      case "settle":
        return settle();
      case "wait":
        return settle(step.turns);
    }
  }

  async end() {
    for (let round = 0; round < 30 && (this.running.outbox.status().waiting > 0 || round < 2); round++) {
      this.clock.pass(120_000);
      void this.running.outbox.hurry();
      await settle(200);
    }
  }
}

test("in any order of things, no verdict goes to a wrong message, none is lost, none is doubled", async () => {
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 70, size: "max" }), async (steps) => {
      const morning = new Morning();
      await morning.start();
      for (const one of steps) await morning.take(one);
      await morning.end();
      const { rows } = morning.api;
      answers += rows.length;
      expect(morning.running.outbox.status()).toMatchObject({ waiting: 0, refused: [] });
      const stored = rows.map(({ request, messageRef, isUndone }) => ({
        id: request.feedbackId,
        messageRef,
        isUndone,
      }));
      const wanted = morning.pressed.map(({ id, name, isUndone }) => ({
        id,
        messageRef: refOfName(`<${name}@example>`),
        isUndone,
      }));
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(stored.sort(byId)).toEqual(wanted.sort(byId));
    }),
    { numRuns: 1_200 },
  );
  expect(answers).toBeGreaterThan(1_500);
}, 60_000);
