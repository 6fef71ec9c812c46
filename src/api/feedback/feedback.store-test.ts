/** Whatever is sent, in whatever order and however often: the counters are what the feedback says, on both engines. */
import fc from "fast-check";
import { v7 } from "uuid";
import type { Opened } from "../../triage/prediction.ts";
import type { VerdictRequest } from "../../triage/verdict.ts";
import { rebuild, verify } from "../store/verify.ts";
import { newRef, open, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { amara, jonas } from "../testing/organisation.ts";
import { inSize } from "../testing/size.ts";

jest.setTimeout(180_000);

const service = `${tid}/service`;
const helpDesk = `${tid}/help-desk`;
const staff = [amara, jonas];
const sequences = inSize({ long: 60, short: 20 });

/** What may happen to one of a few messages. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("open" as const),
      message: fc.nat(3),
      person: fc.nat(1),
      unseen: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("verdict" as const),
      message: fc.nat(3),
      person: fc.nat(1),
      category: fc.constantFrom("billing", "delivery", "contract", null),
      priority: fc.constantFrom("low" as const, "normal" as const, "urgent" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo" as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("repeat" as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("move" as const), message: fc.nat(3), person: fc.nat(1) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("learn" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface World {
  refs: string[];
  opened: Map<string, Opened>;
  sent: { person: string; predictionId: string; body: VerdictRequest }[];
}

/** No answer may be a fault of ours. */
async function take(api: TestApi, world: World, step: Step): Promise<void> {
  const send = async (method: "PUT" | "POST" | "DELETE", url: string, person: string, body?: object) => {
    const answer = await api.send(method, url, await api.token(person), body);
    if (answer.status >= 500) throw new Error(`${method} ${answer.text} ${api.lines.at(-2)}`);
    return answer;
  };
  const put = ({ person, predictionId, body }: World["sent"][number]) =>
    send("PUT", `/api/verdicts/${predictionId}`, person, body);
  const last = <T>(items: T[], at: number) => items[items.length === 0 ? 0 : at % items.length];
  switch (step.kind) {
    case "open": {
      const person = staff[step.person]!;
      const messageRef = world.refs[step.message]!;
      const answer = await send(
        "POST",
        "/api/predictions",
        person,
        openingOf(api, { messageRef, unseen: step.unseen }),
      );
      if (answer.status === 200) world.opened.set(`${step.message} ${step.person}`, answer.json());
      return;
    }
    case "verdict": {
      const opened = world.opened.get(`${step.message} ${step.person}`);
      if (!opened) return;
      const { category, priority } = step;
      const verdict = category ? { kind: "holds" as const, category, priority } : { kind: "unsure" as const };
      const body = verdictOn({ messageRef: world.refs[step.message]! }, { verdict });
      const sent = { person: staff[step.person]!, predictionId: opened.predictionId, body };
      world.sent.push(sent);
      await put(sent);
      return;
    }
    case "repeat": {
      const sent = last(world.sent, step.which);
      if (sent) await put(sent);
      return;
    }
    case "undo": {
      const sent = last(world.sent, step.which);
      if (sent)
        await send(
          "DELETE",
          `/api/verdicts/${sent.predictionId}?feedbackId=${sent.body.feedbackId}`,
          sent.person,
        );
      return;
    }
    case "move": {
      const opened = world.opened.get(`${step.message} ${step.person}`);
      if (!opened) return;
      const messageRef = world.refs[step.message]!;
      const move = { moveId: v7(), messageRef, toDepartmentId: "help-desk", decidedAt: api.clock.now };
      await send("POST", `/api/predictions/${opened.predictionId}/move`, staff[step.person]!, move);
      return;
    }
    case "learn":
      return api.learn();
  }
}

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  let api: TestApi;
  beforeAll(async () => {
    await engine.start();
    issuer = await startIssuer();
    api = await startTestApi({
      place: await engine.newPlace(),
      issuer,
      policy: { blindShare: 0.25, askBudget: 100 },
    });
  });
  afterAll(async () => {
    await api?.close();
    await issuer?.close();
    await engine.stop();
  });

  const differences = async () => [
    ...(await verify(api.store, service)).differences,
    ...(await verify(api.store, helpDesk)).differences,
  ];

  test(`any sequence of openings, verdicts, undos, repeats, moves and lessons counts as its recount (${sequences} tried)`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const world: World = { refs: Array.from({ length: 4 }, newRef), opened: new Map(), sent: [] };
        for (const one of steps) await take(api, world, one);
        api.clock.now += 3_600_000;
        expect(await differences()).toEqual([]);
      }),
      { numRuns: sequences },
    );
    expect(api.faults).toEqual([]);
  });

  test("eight writers at once, each sending everything twice: every verdict once, no difference", async () => {
    const refs = Array.from({ length: 6 }, newRef);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const person = staff[writer % 2]!;
      for (let i = 0; i < 12; i++) {
        const messageRef = refs[(writer + i) % refs.length]!;
        const { opened } = await open(api, person, { messageRef });
        const body = verdictOn(
          { messageRef },
          { verdict: { kind: "holds", category: "contract", priority: "low" } },
        );
        const url = `/api/verdicts/${opened.predictionId}`;
        const token = await api.token(person);
        const both = await Promise.all([
          api.send("PUT", url, token, body),
          api.send("PUT", url, token, body),
        ]);
        expect(both.map((one) => one.status)).toEqual([200, 200]);
        const stored = await api.store.db
          .selectFrom("feedback")
          .select("feedback_id")
          .where("department", "=", service)
          .where("feedback_id", "=", body.feedbackId)
          .execute();
        expect(stored).toHaveLength(1);
      }
    });
    await Promise.all(writers);
    expect(await differences()).toEqual([]);
  });

  test("a note with characters no database keeps is stored, and its repeat is the same verdict", async () => {
    for (const note of ["cut in the middle: \ud83d", "with \0 in it", "whole: 💥 \u202e"]) {
      const { request, opened } = await open(api, amara);
      const body = verdictOn(request, { note });
      const put = async () =>
        api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), body);
      expect([(await put()).status, (await put()).status]).toEqual([200, 200]);
    }
  });

  test("a counter that was tampered with is found, and a rebuild mends it", async () => {
    await api.store.db
      .updateTable("counter")
      .set({ n: 999 })
      .where("department", "=", service)
      .where("kind", "=", "asked")
      .execute();
    expect((await verify(api.store, service)).differences).not.toEqual([]);
    await rebuild(api.store, service);
    expect(await differences()).toEqual([]);
  });

  test("an audit entry that was changed breaks the chain", async () => {
    const { db } = api.store;
    const entry = db.updateTable("audit").where("department", "=", service).where("position", "=", 3);
    const { subject } = await db
      .selectFrom("audit")
      .select("subject")
      .where("department", "=", service)
      .where("position", "=", 3)
      .executeTakeFirstOrThrow();
    await entry.set({ subject: "another" }).execute();
    expect((await verify(api.store, service)).differences).toEqual(["the audit log is broken at entry 3"]);
    await entry.set({ subject }).execute();
    expect(await differences()).toEqual([]);
  });
});
