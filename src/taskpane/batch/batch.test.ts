/** One press on several messages: only what is alike and sure, only after two drawn ones were opened, and each can be taken back. */
import type { Entry } from "../outbox/outboxEntry.ts";
import { batchStage, itemsOf, type SelectedSample } from "../testing/batchParts.ts";
import { settle } from "../testing/fakePane.ts";
import { me } from "../testing/samples.ts";
import { openBatch } from "./batch.ts";
import { aloneIn, doneIn, groupsIn, isReading } from "./state.ts";

const alike = (count: number, category = "billing"): SelectedSample[] =>
  Array.from({ length: count }, (_, i) => ({
    subject: `Invoice ${i}`,
    text: `Text ${i}`,
    says: [category, 0.95],
  }));

async function selected(samples: readonly SelectedSample[], random?: () => number) {
  const stage = batchStage(samples, random);
  const batch = openBatch(stage.parts);
  batch.follow(itemsOf(samples));
  await settle(400);
  const group = () => groupsIn(batch.state())[0]!;
  return { stage, batch, group };
}
const openDrawn = async ({ batch, group }: Awaited<ReturnType<typeof selected>>) => {
  for (const id of group().drawn) await batch.open(id, "here");
};

test("what is alike stands in one group; what is unsure, alone of its kind, or no message stands apart", async () => {
  const { batch } = await selected([
    ...alike(3),
    { subject: "One", text: "", says: ["complaint", 0.9] },
    { subject: "Unsure", text: "" },
    { subject: "Meeting", other: true },
  ]);
  expect(groupsIn(batch.state()).map(({ call, members }) => [call.category, members.length])).toEqual([
    ["billing", 3],
  ]);
  expect(aloneIn(batch.state()).map(({ member, why }) => [member.subject, why])).toEqual([
    ["One", "few"],
    ["Unsure", "ask_alone"],
    ["Meeting", "other"],
  ]);
});

test("a replaced feature key is fetched anew by itself, and what was selected is judged under it", async () => {
  const stage = batchStage(alike(3));
  const asked: (string | undefined)[] = [];
  let known = me;
  const refresh = async () => {
    known = { ...me, featureKey: "another key of sixteen or more", featureKeyId: "abcdefghijkl" };
    return { ok: true as const, value: known };
  };
  const batch = openBatch({
    ...stage.parts,
    profile: { get: async () => ({ ok: true, value: known }), refresh, peek: () => known },
    api: {
      predict: async (request) => {
        asked.push(request.featureKeyId);
        return request.featureKeyId
          ? stage.parts.api.predict(request)
          : { ok: false, failure: { code: "features_outdated" } };
      },
    },
  });
  batch.follow(itemsOf(alike(3)));
  await settle(400);
  expect(groupsIn(batch.state())[0]?.members).toHaveLength(3);
  expect([asked[0], asked.at(-1)]).toEqual([undefined, "abcdefghijkl"]);
});

test("nothing is confirmed before both drawn members were opened", async () => {
  const all = await selected(alike(5));
  const { batch, stage, group } = all;
  expect(group()).toMatchObject({ missing: 2, mayConfirm: false });
  batch.confirm(group().key);
  const [first, second] = group().drawn;
  await batch.open(group().members.find(({ id }) => !group().drawn.includes(id))!.id, "here");
  await batch.open(first!, "here");
  batch.confirm(group().key);
  expect(stage.added).toEqual([]);
  await batch.open(second!, "here");
  expect(group()).toMatchObject({ missing: 0, mayConfirm: true });
  batch.confirm(group().key);
  expect(stage.added).toHaveLength(5);
  for (const { delivery } of stage.added)
    expect(delivery).toMatchObject({
      kind: "verdict",
      request: {
        verdict: { kind: "holds", category: "billing", priority: "high" },
        batch: { members: 5, opened: 3 },
      },
    });
  expect(new Set(stage.added.map(({ lane }) => lane)).size).toBe(5);
});

test("a member that Outlook does not open is not opened", async () => {
  const { batch, stage, group } = await selected(alike(3).map((one) => ({ ...one, text: undefined })));
  stage.isShown = false;
  expect(await batch.open(group().drawn[0]!, "outlook")).toBe(false);
  expect(group().missing).toBe(2);
  stage.isShown = true;
  expect(await batch.open(group().drawn[0]!, "outlook")).toBe(true);
  expect(group().missing).toBe(1);
});

test("for a drawn member that is taken out another one is drawn, and under three nothing can be confirmed", async () => {
  const all = await selected(alike(4));
  const { batch, group, stage } = all;
  await openDrawn(all);
  const [out] = group().drawn;
  batch.toggle(out!);
  expect(group()).toMatchObject({ missing: 1, mayConfirm: false, isEnough: true });
  expect(group().drawn).not.toContain(out);
  await openDrawn(all);
  batch.confirm(group().key);
  expect(stage.added.map(({ lane }) => lane)).not.toContain(`ref ${out}`);
  expect(stage.added).toHaveLength(3);
  const few = await selected(alike(3));
  few.batch.toggle(few.group().drawn[0]!);
  await openDrawn(few);
  expect(few.group()).toMatchObject({ isEnough: false, mayConfirm: false });
});

test("the whole group is taken back by one press, and may be confirmed again", async () => {
  const all = await selected(alike(3));
  await openDrawn(all);
  const { batch, stage, group } = all;
  const { key } = group();
  batch.confirm(key);
  const given = stage.added.map(({ delivery }) => delivery.kind === "verdict" && delivery.request.feedbackId);
  expect(doneIn(batch.state())).toMatchObject([{ key, isStored: false }]);
  batch.undo(key);
  const undone = stage.added.slice(3).map(({ delivery }) => delivery.kind === "undo" && delivery.feedbackId);
  expect(undone).toEqual(given);
  expect(doneIn(batch.state())).toEqual([]);
  expect(group().mayConfirm).toBe(true);
});

test("saved is said when all of it is stored, then the categories are written, and a refused one stands apart", async () => {
  const all = await selected(alike(3));
  await openDrawn(all);
  const { batch, stage, group } = all;
  batch.confirm(group().key);
  const entries = stage.added.map((entry) => ({
    ...entry,
    id: entry.delivery.kind === "verdict" ? entry.delivery.request.feedbackId : "",
  })) as Entry[];
  const delivered = { kind: "receipt", receipt: {} } as never;
  stage.events().onDelivered(entries[0]!, delivered);
  expect(doneIn(batch.state())[0]!.isStored).toBe(false);
  stage.events().onDelivered(entries[1]!, delivered);
  stage.events().onRefused(entries[2]!, { code: "answered_already" });
  await settle();
  expect(doneIn(batch.state())).toMatchObject([{ ids: ["item-0", "item-1"], isStored: true }]);
  expect(aloneIn(batch.state()).map(({ why }) => why)).toEqual(["answered_already"]);
  expect(stage.labels).toEqual(["add Billing item-0", "add Billing item-1"]);
});

test("a message answered by itself meanwhile leaves its group", async () => {
  const { batch, stage } = await selected(alike(4));
  const delivery = { kind: "verdict", request: { feedbackId: "f", messageRef: "ref item-1" } } as never;
  stage.events().onAdded?.({ lane: "ref item-1", delivery } as never);
  expect(aloneIn(batch.state()).map(({ member }) => member.id)).toEqual(["item-1"]);
});

test("a fault stops the reading, says so, and a retry goes on where it stopped", async () => {
  const samples = alike(4);
  const stage = batchStage(samples);
  stage.failure = { code: "api_unreachable" };
  const batch = openBatch(stage.parts);
  batch.follow(itemsOf(samples));
  await settle(400);
  expect(batch.state().failure).toEqual({ code: "api_unreachable" });
  expect(groupsIn(batch.state())).toEqual([]);
  stage.failure = undefined;
  batch.retry();
  await settle(400);
  expect(groupsIn(batch.state())[0]!.members).toHaveLength(4);
});

test("another selection while one is read begins anew, and what is known already is not read twice", async () => {
  const samples = alike(6);
  const stage = batchStage(samples);
  const read = jest.spyOn(stage.parts.several, "read");
  let open = () => {};
  stage.gate.opened = new Promise((done) => (open = done));
  const batch = openBatch(stage.parts);
  batch.follow(itemsOf(samples));
  await settle();
  expect(isReading(batch.state())).toBe(true);
  batch.follow(itemsOf(samples).slice(0, 3));
  open();
  await settle(400);
  expect(groupsIn(batch.state())[0]!.members).toHaveLength(3);
  const times = read.mock.calls.length;
  batch.follow(itemsOf(samples).slice(0, 4));
  await settle(400);
  expect(read.mock.calls.length).toBe(times + 1);
  expect(groupsIn(batch.state())[0]!.members).toHaveLength(4);
});
