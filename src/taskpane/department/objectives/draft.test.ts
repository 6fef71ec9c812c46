/** From the fields of the editor to the request, and back. */
import Value from "typebox/value";
import { ObjectiveRequest, triageMinutes } from "../../../triage/objective.ts";
import { objectiveTemplates } from "../../../triage/objectiveTemplates.ts";
import { type Draft, draftFrom, faultsIn, formulaOf, requestOf } from "./draft.ts";

const written = (extra: Partial<Draft> = {}): Draft => ({
  ...draftFrom(objectiveTemplates[0]!, "Priya Raman", "2026-11-23", 30),
  agreedBy: "Team meeting",
  ...extra,
});

test.each(objectiveTemplates)(
  "the template $id becomes a request the API takes, with its formula as it is",
  (template) => {
    const draft = { ...draftFrom(template, "Priya Raman", "2026-11-23", 30), agreedBy: "Team meeting" };
    expect(faultsIn(draft)).toEqual(new Set());
    const request = requestOf(draft, 0);
    expect(Value.Check(ObjectiveRequest, request)).toBe(true);
    expect(request.formula).toEqual(template.formula);
    expect(request.target).toBe(template.target);
  },
);

test.each([
  ["85", 0.85],
  ["92,5", 0.925],
  ["92.5 %", 0.925],
])("a target typed as %s is %d", (typed, share) => {
  expect(requestOf(written({ target: typed }), 1).target).toBeCloseTo(share, 10);
});

test.each(["", "0", "100", "abc", "8 5", "-5", "85.55"])("“%s” is no target", (typed) => {
  expect(faultsIn(written({ target: typed }))).toEqual(new Set(["target"]));
});

test("what a formula cannot be narrowed to is left out of it", () => {
  expect(formulaOf(written({ kind: "both", category: "billing", priority: "high" }))).toEqual({
    kind: "both",
  });
  expect(formulaOf(written({ kind: "triagedWithin", category: "billing", priority: "high" }))).toEqual({
    kind: "triagedWithin",
    minutes: triageMinutes[3],
    priority: "high",
  });
});

test("an owner, who agreed, and a figure's name are asked for", () => {
  const empty = written({ owner: " ", agreedBy: "", kind: "imported", kpi: "Überstunden" });
  expect(faultsIn(empty)).toEqual(new Set(["owner", "agreedBy", "kpi"]));
});
