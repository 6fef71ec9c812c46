/** The ribbon's Confirm: only what was claimed, only for the open message, and it says what was stored. */
import type { Entry } from "../taskpane/outbox/outboxEntry.ts";
import type { Doors } from "../taskpane/pane.ts";
import { readHere } from "../taskpane/reading/reader.ts";
import { makeFakeApi } from "../taskpane/testing/fakeApi.ts";
import { makeClock, makeFakeOutlook, makeIds, settle, startFakePane } from "../taskpane/testing/fakePane.ts";
import { me, sure, torn } from "../taskpane/testing/samples.ts";
import type { Opened } from "../triage/prediction.ts";
import { confirmPrediction } from "./confirmPrediction.ts";
import { commandTexts } from "./texts.ts";

const doubtful = { ...sure, categories: [{ category: "billing", probability: 0.56 }] };

async function press(
  shown?: Parameters<typeof makeFakeApi>[1],
  prepare?: (api: ReturnType<typeof makeFakeApi>) => void,
) {
  const clock = makeClock();
  const outlook = makeFakeOutlook();
  const api = makeFakeApi(clock.now, shown);
  const newId = makeIds();
  const { outbox } = await startFakePane({ outlook, api, clock, newId, entries: new Map<string, Entry>() });
  const said: string[] = [];
  outlook.open("invoice");
  const doors = {
    mailbox: {
      ...outlook.mailbox,
      tell: async (text: string) => {
        said.push(text);
        return "written";
      },
    },
    outbox,
    api: { predict: api.predict },
    profile: { atHand: async () => me, get: async () => ({ ok: true, value: me }), peek: () => me },
    reader: readHere,
    refOf: async () => "ref <invoice@example>",
    digest: async (text: string) => text,
    now: clock.now,
    newId,
  } as unknown as Doors;
  const run = async () => {
    prepare?.(api);
    await confirmPrediction(doors, "en", commandTexts.en);
    await settle();
  };
  return { run, said, api, outlook };
}

test("Confirm stores category and priority of the open message and says so", async () => {
  const { run, said, api } = await press();
  await run();
  expect(api.rows).toMatchObject([
    { request: { verdict: { category: "billing", priority: "high" }, presses: 1 } },
  ]);
  expect(said).toEqual(["Saved: Billing · High."]);
  await run();
  expect(api.rows).toHaveLength(1);
  expect(said.at(-1)).toBe("This message has been answered already.");
});

test.each<[string, () => Opened["shown"]]>([
  ["in a blind check", () => ({ kind: "yourCallFirst" as const })],
  ["when several fit", () => ({ kind: "prediction" as const, prediction: torn })],
  ["when the model is not sure", () => ({ kind: "prediction" as const, prediction: doubtful })],
  ["without a model", () => ({ kind: "modelUnavailable" as const })],
])("%s nothing is confirmed, and the pane is pointed to", async (_, shown) => {
  const { run, said, api } = await press(shown);
  await run();
  expect(api.rows).toEqual([]);
  expect(said).toEqual([commandTexts.en.openPane]);
});

test("a meeting or nothing at all is no message to confirm", async () => {
  const { run, said, outlook } = await press();
  outlook.open(undefined);
  await run();
  expect(said).toEqual(["Concord triages messages only."]);
});

test("a confirmation that was refused is never called saved", async () => {
  const refuse = (api: ReturnType<typeof makeFakeApi>) => {
    api.failNext("putVerdict", { code: "category_unknown" });
  };
  const { run, said, api } = await press(undefined, refuse);
  await run();
  expect(api.rows).toEqual([]);
  expect(said).toEqual([commandTexts.en.failed]);
});
