/** What speaks for a proposal is counted from the verdicts on its category, and only where there is something to count. */
import { v7 } from "uuid";
import type { ProposalContent, Proposals } from "../../triage/proposal.ts";
import { startTestApi, type TestApi } from "../testing/api.ts";
import { startIssuer, type TestIssuer } from "../testing/issuer.ts";
import { checks, saysBilling } from "../testing/objectives.ts";
import { amara, priya } from "../testing/organisation.ts";

const at = "/api/departments/service/proposals";
let issuer: TestIssuer;
let api: TestApi;
beforeAll(async () => {
  issuer = await startIssuer();
  const predictor = { predict: async () => saysBilling };
  api = await startTestApi({ issuer, policy: { learning: false }, predictor });
});
afterAll(async () => {
  await api.close();
  await issuer.close();
});

test("an open proposal about a category tells its verdicts and corrections; a new category has none to tell", async () => {
  await checks(api, { right: 6, wrong: 3 });
  const clearer = (category: string): ProposalContent => ({
    kind: "definition",
    language: "en",
    category,
    definition: "Clearer",
  });
  const decided = v7();
  const propose = async (content: ProposalContent, id = v7()) =>
    api.send("PUT", `${at}/${id}`, await api.token(amara), { content });
  await propose(clearer("billing"));
  await propose(clearer("delivery"));
  await propose({ kind: "category", language: "en", name: "Returns", definition: "Goods that come back." });
  await propose(clearer("contract"), decided);
  await api.send("PUT", `${at}/${decided}/decision`, await api.token(priya), { decision: "decline" });
  const { proposals } = (await api.send("GET", at, await api.token(priya))).json() as Proposals;
  const [billing] = proposals.filter(({ category }) => category === "billing");
  expect(billing!.replaces).toMatch(/\w/);
  expect(proposals.filter(({ replaces }) => replaces !== undefined).map(({ category }) => category)).toEqual(
    expect.not.arrayContaining(["returns", "contract"]),
  );
  const evidence = Object.fromEntries(proposals.map((one) => [one.category, one.evidence]));
  expect(evidence).toEqual({
    billing: { verdicts: 9, corrected: 3, unclear: 0 },
    delivery: { verdicts: 0, corrected: 0, unclear: 0 },
    returns: undefined,
    contract: undefined,
  });
});
