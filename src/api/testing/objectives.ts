/** Objectives in a test: agreed by the lead, with evidence from colleagues who answer. */
import { v7 } from "uuid";
import type { ObjectiveRequest } from "../../triage/objective.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Verdict } from "../../triage/verdict.ts";
import { open, type TestApi, verdictOn } from "./api.ts";
import { amara, priya } from "./organisation.ts";

export const terms = (extra: Partial<ObjectiveRequest> = {}): ObjectiveRequest => ({
  formula: { kind: "category" },
  target: 0.8,
  owner: "Priya Raman",
  rhythmDays: 28,
  agreedBy: "Team meeting",
  agreedOn: "2026-11-23",
  basedOn: 0,
  ...extra,
});

/** What the model says of every message where it shall be surely right or wrong. */
export const saysBilling = {
  categories: [
    { category: "billing", probability: 0.9 },
    { category: "contract", probability: 0.1 },
  ],
  priorities: [
    { priority: "normal", probability: 0.9 },
    { priority: "urgent", probability: 0.1 },
  ],
  evidence: [],
  modelVersion: "v1",
} as unknown as Prediction;

export const objectivesAt = (department: string) => `/api/departments/${department}/objectives`;

export async function agreeOn(api: TestApi, extra: Partial<ObjectiveRequest> = {}, id = v7()) {
  const url = `${objectivesAt("service")}/${id}`;
  const answer = await api.send("PUT", url, await api.token(priya, { name: "Priya Raman" }), terms(extra));
  return { id, url, ...answer };
}

const right: Verdict = { kind: "holds", category: "billing", priority: "normal" };
const wrong: Verdict = { kind: "holds", category: "contract", priority: "normal" };

/** So many messages opened now; of them so many answered as the model says, and so many otherwise. */
export async function checks(api: TestApi, counts: { right?: number; wrong?: number; silent?: number }) {
  const token = await api.token(amara);
  const answers = [
    ...Array.from({ length: counts.right ?? 0 }, () => right),
    ...Array.from({ length: counts.wrong ?? 0 }, () => wrong),
  ];
  for (const verdict of answers) {
    const { request, opened } = await open(api, amara, { receivedAt: api.clock.now - 20 * 60_000 });
    const said = verdictOn(request, { verdict, decidedAt: api.clock.now });
    const answer = await api.send("PUT", `/api/verdicts/${opened.predictionId}`, token, said);
    if (answer.status !== 200) throw new Error(answer.text);
  }
  for (let i = 0; i < (counts.silent ?? 0); i++)
    await open(api, amara, { receivedAt: api.clock.now - 20 * 60_000 });
}
