/** What a version of a department changed is told as an admin would: settings with both values, lists by how many. */
import type { DepartmentContent } from "./configuration.ts";
import { changesBetween, settingChanges } from "./configurationChanges.ts";

const category = (id: string, definition = id) => ({
  id,
  name: { en: id },
  definition: { en: definition },
  phrases: { en: [] },
});
const base = {
  name: { en: "Service" },
  taxonomy: { categories: [category("billing"), category("contract")], priorities: [] },
  policy: { blindShare: 0.05, learning: true },
  mailboxes: ["service@northwind.example"],
  members: { staff: ["a", "b"], leads: ["c"] },
  assigned: {},
  model: { kind: "builtIn" },
} as unknown as DepartmentContent;

test("a setting is told with what it was and what it is, and one that had no value with nothing", () => {
  const policy = { blindShare: 0.08, learning: true, baselineSeconds: 40 };
  expect(changesBetween(base, { ...base, policy })).toEqual([
    { kind: "setting", setting: "blindShare", from: 0.05, to: 0.08 },
    { kind: "setting", setting: "baselineSeconds", from: null, to: 40 },
  ]);
  expect(settingChanges({ version: 1, askBudget: 6 }, { version: 2, askBudget: 6 })).toEqual([]);
});

test("lists are told by how many came, went and are otherwise; the same in another order is no change", () => {
  const taxonomy = {
    ...base.taxonomy,
    categories: [category("contract", "Terms and ends"), category("returns")],
  } as DepartmentContent["taxonomy"];
  const members = { staff: ["b", "d", "e"], leads: ["c"] };
  expect(changesBetween(base, { ...base, taxonomy, members })).toEqual([
    { kind: "part", part: "staff", added: 2, removed: 1, changed: 0 },
    { kind: "part", part: "categories", added: 1, removed: 1, changed: 1 },
  ]);
  const turned = {
    definition: { en: "billing" },
    phrases: { en: [] },
    name: { en: "billing" },
    id: "billing",
  };
  const same = { ...base.taxonomy, categories: [turned, category("contract")] };
  expect(changesBetween(base, { ...base, taxonomy: same } as DepartmentContent)).toEqual([]);
});

test("closing, another model and another name are told as such", () => {
  const after = { ...base, name: { en: "Care" }, closed: {} };
  expect(changesBetween(base, after)).toEqual([
    { kind: "part", part: "name", added: 0, removed: 0, changed: 1 },
    { kind: "part", part: "closed", added: 0, removed: 0, changed: 1 },
  ]);
});
