/** The demo's objectives: there at the first start, and never a second time. */
import { objectivesOf } from "../../api/objectives/view.ts";
import { applyOrganisation } from "../../api/store/applyOrganisation.ts";
import { departmentsOf } from "../../api/store/departments.ts";
import { openStore } from "../../api/store/store.ts";
import { starters } from "../../triage/starter/starters.ts";
import { sandboxOrganisation } from "../organisation.ts";
import { tenantId } from "../personas.ts";
import { agreeInDemo } from "./objectives.ts";

const now = Date.UTC(2026, 10, 23, 12);

test("a lead of the demo finds objectives with computed states, however often it starts", async () => {
  const store = await openStore({ file: ":memory:" }, now);
  const issuer = { tenantId, issuer: "i", jwksUri: "j", audience: "a", clientId: "c", scope: "s" };
  await applyOrganisation(store, sandboxOrganisation(issuer as never), starters, now);
  for (const _ of [1, 2]) await agreeInDemo(store, now);
  const service = (await departmentsOf(store.db, tenantId)).find(({ id }) => id === "customer-service")!;
  const objectives = await objectivesOf(store.db, service, now);
  expect(objectives.map(({ formula, standing }) => [formula.kind, standing.state.kind])).toEqual([
    ["imported", "met"],
    ["category", "notYetKnown"],
    ["urgentRecall", "notYetKnown"],
    ["triagedWithin", "notYetKnown"],
    ["onePress", "notYetKnown"],
  ]);
  await store.close();
});
