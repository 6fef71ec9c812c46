/** What an admin changes while a pane is open: the next message goes to the heir, and is sent as the new policy says. */
import type { OpenMessage } from "../../outlook/selection.ts";
import type { Me } from "../../triage/department.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import { failed } from "../apiAnswer.ts";
import { readHere } from "../reading/reader.ts";
import { invoice, me, now, service } from "../testing/samples.ts";
import { openMessage } from "./opening.ts";
import type { OpeningParts } from "./parts.ts";

const heir = { ...service, id: "help-desk", mailboxes: ["service@northwind.example"] };
const closed: Me = { ...me, departments: [heir], departmentId: "help-desk" };
const features: Me = {
  ...me,
  departments: [{ ...service, policy: { ...service.policy, version: 2, sending: "features" } }],
};
const text: Me = { ...me, departments: [{ ...service, policy: { ...service.policy, sending: "text" } }] };

function pane(
  before: Me,
  after: Me,
  refuses: (request: PredictionRequest) => "department_unknown" | "request_invalid" | undefined,
) {
  const asked: PredictionRequest[] = [];
  const parts: OpeningParts = {
    mailbox: {
      ownerOf: async () => "service@northwind.example",
      readBody: async () => ({ kind: "text", text: "the wrong amount" }),
    } as never,
    profile: {
      atHand: async () => before,
      get: async () => ({ ok: true, value: before }),
      refresh: async () => ({ ok: true, value: after }),
    },
    api: {
      predict: async (request) => {
        asked.push(request);
        return failed({ code: refuses(request) ?? "offline" });
      },
    },
    outbox: { latest: () => undefined },
    reader: readHere,
    refOf: async () => "ref",
    digest: async (one) => one,
    now: () => now,
    newId: () => "id",
  };
  return { parts, asked, open: () => openMessage(parts, invoice as OpenMessage) };
}

test("a closed department's messages go to its heir", async () => {
  const { asked, open } = pane(me, closed, ({ departmentId }) =>
    departmentId === "help-desk" ? undefined : "department_unknown",
  );
  expect(await open()).toMatchObject({ kind: "asking" });
  expect(asked.map(({ departmentId }) => departmentId)).toEqual(["customer-service", "help-desk"]);
});

test("a policy that keeps the text back again is followed at once", async () => {
  const { asked, open } = pane(text, features, (request) => (request.text ? "request_invalid" : undefined));
  expect(await open()).toMatchObject({ kind: "asking" });
  expect(asked.map((request) => "text" in request)).toEqual([true, false]);
});

test("who belonged to no department is asked as soon as an administrator has added them", async () => {
  const { asked, open } = pane({ ...me, departments: [] }, me, () => undefined);
  expect(await open()).toMatchObject({ kind: "asking" });
  expect(asked.map(({ departmentId }) => departmentId)).toEqual(["customer-service"]);
});

test("who still belongs to none is told so", async () => {
  const nowhere = { ...me, departments: [] };
  expect(await pane(nowhere, nowhere, () => undefined).open()).toEqual({ kind: "noDepartment" });
});

test("what is refused for another reason is not asked again", async () => {
  const { asked, open } = pane(me, me, () => "department_unknown");
  expect(await open()).toMatchObject({ kind: "failed" });
  expect(asked).toHaveLength(1);
});
