/** Claims about predicting on this computer while the API is out of reach. */
import { featuresOf } from "../../classifier/features.ts";
import { createModel, predictorOf } from "../../classifier/model.ts";
import { serialisePredictor } from "../../classifier/predictorFile.ts";
import { type DepartmentView, defaultPolicy } from "../../triage/department.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiFile } from "../apiClient.ts";
import { openOfflineModel } from "./offlineModel.ts";

const key = "a key for tests";
const features = featuresOf({ subject: "", body: "the courier lost my parcel" }, key);
const bytes = serialisePredictor(
  predictorOf(
    createModel({
      categories: [
        { id: "delivery", texts: ["a parcel or courier is late"] },
        { id: "refund", texts: ["money back"] },
      ],
      priorities: [
        { id: "normal", texts: [] },
        { id: "urgent", texts: ["now"] },
      ],
      key,
      seed: 1,
    }),
  ),
);
const file: ApiFile = { bytes, etag: '"v12-3"' };

const department = (offlineModel: boolean, taxonomyVersion = 3): DepartmentView => ({
  id: "service",
  name: { en: "Service" },
  role: "staff",
  taxonomy: { version: taxonomyVersion, categories: [], priorities: [] },
  policy: { ...defaultPolicy, offlineModel },
  mailboxes: [],
});

function pane(answer: () => ApiAnswer<ApiFile | null>) {
  const kept = new Map<string, ApiFile>();
  const asked: (string | undefined)[] = [];
  const clock = { now: 0 };
  const model = openOfflineModel({
    api: {
      file: async (_, etag) => {
        asked.push(etag);
        return answer();
      },
    },
    store: async () => ({
      read: async (id) => kept.get(id),
      write: async (id, one) => void kept.set(id, one),
      remove: async (id) => void kept.delete(id),
    }),
    reader: () => import("./readModel.ts"),
    now: () => clock.now,
  });
  const settled = () => new Promise((done) => setTimeout(done, 30));
  return { model, kept, asked, clock, settled };
}

test("once the file was fetched, the pane predicts by itself, with evidence and the version it came from", async () => {
  const { model, settled } = pane(() => ({ ok: true, value: file }));
  expect(await model.say(department(true), features)).toBeUndefined();
  model.keep(department(true), true);
  await settled();
  const prediction = await model.say(department(true), features);
  expect(prediction?.categories[0]?.category).toBe("delivery");
  expect(prediction?.modelVersion).toBe("v12");
  expect(prediction?.evidence.length).toBeGreaterThan(0);
});

test("where the policy does not allow it nothing is fetched, and what was kept is removed", async () => {
  const { model, kept, asked, settled } = pane(() => ({ ok: true, value: file }));
  kept.set("service", file);
  expect(await model.say(department(false), features)).toBeUndefined();
  model.keep(department(false), true);
  await settled();
  expect(asked).toEqual([]);
  expect(kept.size).toBe(0);
});

test("it looks for a newer file now and then, names the one it has, and keeps it where nothing is new", async () => {
  const { model, kept, asked, clock, settled } = pane(() => ({ ok: true, value: null }));
  kept.set("service", file);
  for (const now of [0, 60_000, 16 * 60_000]) {
    clock.now = now;
    model.keep(department(true), true);
    await settled();
  }
  expect(asked).toEqual(['"v12-3"', '"v12-3"']);
  expect(kept.get("service")).toBe(file);
});

test("a file the API no longer hands out is removed; one that could not be fetched stays", async () => {
  const answers: ApiAnswer<ApiFile | null>[] = [
    { ok: false, failure: { code: "overloaded" } },
    { ok: false, failure: { code: "not_found" } },
  ];
  const { model, kept, clock, settled } = pane(() => answers.shift()!);
  kept.set("service", file);
  model.keep(department(true), true);
  await settled();
  expect(kept.size).toBe(1);
  clock.now += 3_600_000;
  model.keep(department(true), true);
  await settled();
  expect(kept.size).toBe(0);
});

test("a file of another feature key says nothing, whichever of the two was renewed", async () => {
  const { model, kept } = pane(() => ({ ok: true, value: null }));
  kept.set("service", file);
  expect(await model.say(department(true), features, "abcdefghijkl")).toBeUndefined();
  kept.set("service", { bytes, etag: '"v12-3-abcdefghijkl"' });
  expect(await model.say(department(true), features)).toBeUndefined();
  expect(await model.say(department(true), features, "lkjihgfedcba")).toBeUndefined();
  expect((await model.say(department(true), features, "abcdefghijkl"))?.modelVersion).toBe("v12");
});

test("a file of another taxonomy, a damaged one and a blocked store say nothing, and nothing fails", async () => {
  const { model, kept } = pane(() => ({ ok: true, value: null }));
  kept.set("service", file);
  expect(await model.say(department(true, 4), features)).toBeUndefined();
  kept.set("service", { bytes: bytes.slice(0, 500), etag: '"v13-3"' });
  expect(await model.say(department(true), features)).toBeUndefined();
});
