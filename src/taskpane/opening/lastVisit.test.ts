/** The first message of a visit is asked about with what the last visit knew, and shown as the API knows it now. */
import type { OpenMessage } from "../../outlook/selection.ts";
import type { Me } from "../../triage/department.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { Opened } from "../../triage/prediction.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import { readHere } from "../reading/reader.ts";
import { settle } from "../testing/fakePane.ts";
import { invoice, me, now, service, sure } from "../testing/samples.ts";
import { openMessage } from "./opening.ts";
import type { OpeningParts } from "./parts.ts";

const version = (taxonomy: number): Me => ({
  ...me,
  departments: [{ ...service, taxonomy: { ...service.taxonomy, version: taxonomy } }],
});
const sendingText: Me = {
  ...me,
  departments: [{ ...service, policy: { ...service.policy, sending: "text" } }],
};

function pane(kept: Me) {
  const asked: PredictionRequest[] = [];
  const looked: [number, boolean][] = [];
  let answer: (me: ApiAnswer<Me>) => void = () => {};
  const verified = new Promise<ApiAnswer<Me>>((resolve) => {
    answer = resolve;
  });
  const parts: OpeningParts = {
    mailbox: {
      ownAddress: "amara@northwind.example",
      ownerOf: async () => "service@northwind.example",
      readBody: async () => ({ kind: "text", text: "the wrong amount" }),
    },
    profile: { atHand: async () => kept, get: () => verified, refresh: () => verified },
    api: {
      async predict(request) {
        asked.push(request);
        const shown = { kind: "prediction", prediction: sure };
        return { ok: true, value: { predictionId: request.predictionId, shown } as Opened };
      },
    },
    outbox: { latest: () => undefined },
    offline: {
      keep: ({ taxonomy }, isReachable) => void looked.push([taxonomy.version, isReachable]),
      say: async () => undefined,
    },
    reader: readHere,
    refOf: async () => "ref",
    digest: async (text) => text,
    now: () => now,
    newId: () => `id ${asked.length}`,
  };
  let isShown = false;
  const opening = openMessage(parts, invoice as OpenMessage).then((one) => {
    isShown = true;
    return one;
  });
  return { asked, looked, answer, opening, isShown: () => isShown };
}

test("the prediction is asked for without waiting to hear who asks: one trip where there were two", async () => {
  const { asked, answer, opening } = pane(me);
  await settle();
  expect(asked).toHaveLength(1);
  answer({ ok: true, value: { ...me, now: me.now + 1 } });
  expect(await opening).toMatchObject({ kind: "asking", asking: { kind: "predicted" } });
  expect(asked).toHaveLength(1);
});

test("a taxonomy that changed since is never shown as it was: the question appears once, by the new one", async () => {
  const { asked, looked, answer, opening, isShown } = pane(version(1));
  await settle();
  expect(isShown()).toBe(false);
  answer({ ok: true, value: version(2) });
  expect(await opening).toMatchObject({ asking: { question: { predictionId: "id 1" } } });
  expect(asked).toHaveLength(2);
  // The model's file is looked for once, by the rules as they are now.
  expect(looked).toEqual([[2, true]]);
});

test("the text of a message is never sent because the last visit remembers that it may be", async () => {
  const { asked, answer, opening } = pane(sendingText);
  await settle();
  expect(asked).toEqual([]);
  answer({ ok: true, value: me });
  await opening;
  expect(asked.map((request) => "text" in request)).toEqual([false]);
});

test("whose role was taken away since is shown nothing, though a prediction had been asked for", async () => {
  const { answer, opening } = pane(me);
  await settle();
  answer({ ok: false, failure: { code: "role_missing" } });
  expect(await opening).toEqual({ kind: "failed", failure: { code: "role_missing" } });
});

test("while the API is away, the last visit's word stands", async () => {
  const { asked, answer, opening } = pane(me);
  answer({ ok: true, value: me });
  expect(await opening).toMatchObject({ kind: "asking" });
  expect(asked).toHaveLength(1);
});
