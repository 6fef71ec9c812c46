/** Claims about a message that is opened while the API is out of reach. */
import type { OpenMessage } from "../../outlook/selection.ts";
import type { DepartmentView, Me } from "../../triage/department.ts";
import { defaultPolicy } from "../../triage/department.ts";
import type { FailureCode } from "../../triage/failure.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { Opened, Prediction } from "../../triage/prediction.ts";
import { readHere } from "../reading/reader.ts";
import { openMessage } from "./opening.ts";
import type { OpeningParts } from "./parts.ts";

const message = { fingerprint: "f", subject: "Lost parcel", senderAddress: "a@b.example" } as OpenMessage;
const prediction: Prediction = {
  categories: [
    { category: "delivery", probability: 0.9 },
    { category: "refund", probability: 0.1 },
  ],
  priorities: [{ priority: "normal", probability: 1 }],
  likely: ["delivery"],
  modelVersion: "v12",
  evidence: [],
};
const categoryOf = (id: string) => ({ id, name: { en: id }, definition: { en: id } });
const department: DepartmentView = {
  id: "service",
  name: { en: "Service" },
  role: "staff",
  taxonomy: { version: 1, categories: ["delivery", "refund"].map(categoryOf), priorities: [] },
  policy: { ...defaultPolicy, offlineModel: true },
  mailboxes: [],
};
const me: Me = {
  person: { name: "Amara" },
  roles: ["staff"],
  departments: [department],
  otherDepartments: [],
  departmentId: "service",
  featureKey: "a key of sixteen or more",
  recent: [],
  receipts: {} as Me["receipts"],
  now: 0,
};

const partsOf = (code: FailureCode, said: Prediction | undefined): OpeningParts => {
  return {
    mailbox: {
      ownAddress: "amara@northwind.example",
      ownerOf: async () => "service@northwind.example",
      readBody: async () => ({ kind: "text", text: "the courier lost it" }) as never,
    },
    profile: {
      atHand: async () => me,
      get: async () => ({ ok: true, value: me }),
      refresh: async () => ({ ok: true, value: me }),
    },
    api: { predict: async () => ({ ok: false, failure: { code } }) },
    outbox: { latest: () => undefined },
    offline: { keep() {}, say: async () => said },
    reader: readHere,
    refOf: async () => "ref",
    digest: async () => "digest",
    now: () => 1,
    newId: () => "id",
  };
};
const opened = (code: FailureCode, said: Prediction | undefined) => openMessage(partsOf(code, said), message);

test("what the model kept here says is shown, and the opening says which version said it", async () => {
  const opening = await opened("offline", prediction);
  expect(opening).toMatchObject({ kind: "asking", asking: { kind: "predicted", prediction } });
  const { question } = (opening as Extract<typeof opening, { kind: "asking" }>)!.asking;
  expect(question.opening?.offlineVersion).toBe("v12");
  expect(question.opening?.unseen).toBeUndefined();
  expect(question.opening?.features?.words.ids.length).toBeGreaterThan(0);
  expect(JSON.stringify(question.opening)).not.toMatch(/courier|parcel/i);
});

test("where the likeliest category was removed since, the next one is offered, and not to be confirmed", async () => {
  const categories = prediction.categories.map((one, place) =>
    place === 0 ? { ...one, category: "removed" } : one,
  );
  const opening = await opened("offline", { ...prediction, categories });
  expect(opening).toMatchObject({ asking: { kind: "severalFit" } });
});

test("without a model kept here the message can still be answered, unseen", async () => {
  const opening = await opened("api_unreachable", undefined);
  expect(opening).toMatchObject({ kind: "asking", asking: { kind: "unpredicted", why: "unreachable" } });
  const { question } = (opening as Extract<typeof opening, { kind: "asking" }>)!.asking;
  expect(question.opening).toMatchObject({ unseen: true });
  expect(question.opening?.offlineVersion).toBeUndefined();
});

test("a pane with a replaced feature key fetches the new one and asks again by itself, once", async () => {
  const fresh: Me = { ...me, featureKey: "another key of sixteen or more", featureKeyId: "abcdefghijkl" };
  const ask = (told: Me) => {
    const asked: PredictionRequest[] = [];
    const parts: OpeningParts = {
      ...partsOf("features_outdated", undefined),
      profile: {
        atHand: async () => me,
        get: async () => ({ ok: true, value: me }),
        refresh: async () => ({ ok: true, value: told }),
      },
      api: {
        predict: async (request) => {
          asked.push(request);
          return request.featureKeyId === "abcdefghijkl"
            ? { ok: true, value: { predictionId: "id", shown: { kind: "prediction", prediction } } as Opened }
            : { ok: false, failure: { code: "features_outdated" } };
        },
      },
    };
    return openMessage(parts, message).then((opening) => ({ opening, asked }));
  };
  const { opening, asked } = await ask(fresh);
  expect(opening).toMatchObject({ kind: "asking", asking: { kind: "predicted", prediction } });
  expect(asked.map(({ featureKeyId }) => featureKeyId)).toEqual([undefined, "abcdefghijkl"]);
  expect(asked[1]!.features!.words.ids).not.toEqual(asked[0]!.features!.words.ids);

  const other = await ask({ ...fresh, featureKeyId: "lkjihgfedcba" });
  expect(other.opening).toMatchObject({ kind: "failed", failure: { code: "features_outdated" } });
  expect(other.asked).toHaveLength(2);
});

test("where the API refuses, the model kept here does not speak in its place", async () => {
  expect(await opened("role_missing", prediction)).toMatchObject({ kind: "failed" });
  expect(await opened("sign_in_needed", prediction)).toMatchObject({ kind: "failed" });
});
