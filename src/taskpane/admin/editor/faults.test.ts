/** What the form calls wrong is what the API would refuse. */
import type { ModelChoice } from "../../../triage/modelChoice.ts";
import { configured } from "../../testing/adminSamples.ts";
import { faultsIn, refusedIn } from "./faults.ts";

const open = ["customer-service", "it-help-desk"];
const { policy, taxonomy } = configured;

test("a department as it is stored has no fault", () => {
  expect(faultsIn(configured, open)).toEqual([]);
});

test("each fault says where it is and what is wrong, with the limit of the shared schema", () => {
  const [first, second, ...others] = taxonomy.categories;
  const wrong = {
    ...configured,
    name: { en: "" },
    mailboxes: ["x"],
    members: { staff: ["nobody"], leads: [] },
    policy: { ...policy, askBudget: 101, retentionDays: Number.NaN },
    taxonomy: {
      ...taxonomy,
      categories: [first!, { ...second!, id: first!.id, definition: { en: "x".repeat(501) } }, ...others],
    },
    closed: { heirId: "returns" },
  };
  expect(faultsIn(wrong, open)).toEqual([
    { path: "/name/en", kind: "empty", limit: 1 },
    { path: "/taxonomy/categories/1/definition/en", kind: "long", limit: 500 },
    { path: "/policy/askBudget", kind: "form", limit: 100 },
    { path: "/policy/retentionDays", kind: "form" },
    { path: "/mailboxes/0", kind: "form" },
    { path: "/members/staff/0", kind: "form" },
    { path: "/taxonomy/categories/1/id", kind: "twice" },
    { path: "/closed/heirId", kind: "successor" },
  ]);
});

test("a name that looks like another category's, or cannot be seen, is a fault in the language it is in", () => {
  const [first, second, ...others] = taxonomy.categories;
  const alike = { ...second!.name, en: ` ${first!.name.en.toUpperCase()}\u200b ` };
  const wrong = {
    ...configured,
    name: { ...configured.name, en: " \u200b" },
    taxonomy: { ...taxonomy, categories: [first!, { ...second!, name: alike }, ...others] },
  };
  expect(faultsIn(wrong, open)).toEqual([
    { path: "/name/en", kind: "empty" },
    { path: "/taxonomy/categories/1/name/en", kind: "sameName" },
  ]);
});

test("an own model is judged as what it is: its longest wait, and a protocol that needs the text", () => {
  const model: ModelChoice = {
    kind: "external",
    protocol: "chat",
    url: "https://models.example",
    name: "sorter",
    timeoutMs: 9_000,
    fallback: "none",
  };
  expect(faultsIn({ ...configured, model }, open)).toEqual([
    { path: "/model/timeoutMs", kind: "form", limit: 7_000 },
    { path: "/model/protocol", kind: "reads" },
  ]);
});

test("the API's pointers become those of the department", () => {
  const errors = ["/body/policy/askBudget", "/departments/0/model/protocol"].map((path) => ({
    path,
    expected: "",
  }));
  expect(refusedIn({ code: "request_invalid", errors }).map(({ path }) => path)).toEqual([
    "/policy/askBudget",
    "/model/protocol",
  ]);
});
