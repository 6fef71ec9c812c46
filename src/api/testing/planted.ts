/** A department whose truth is planted, lived through the HTTP API week by week; told is what its lead is told after each. */
import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { v7 } from "uuid";
import { seeded } from "../../alignment/simulation/seeded.ts";
import type { Opened, Prediction } from "../../triage/prediction.ts";
import type { Summary } from "../../triage/summary.ts";
import { openingOf, startTestApi, type TestApi, verdictOn } from "./api.ts";
import type { TestIssuer } from "./issuer.ts";
import { amara, priya } from "./organisation.ts";

const weekMs = 7 * 86_400_000;
const from = Date.UTC(2025, 10, 24, 9);

export interface Planted {
  accuracy: number;
  /** of shown wrong predictions, how many are confirmed all the same */
  wavedThrough: number;
  /** how often volunteered mail gets a verdict, where the model is right and where it is wrong */
  answersRight: number;
  answersWrong: number;
}

export const anchored: Planted = { accuracy: 0.8, wavedThrough: 0.4, answersRight: 0.9, answersWrong: 0.9 };
export const selfSelected: Planted = {
  accuracy: 0.85,
  wavedThrough: 0,
  answersRight: 0.3,
  answersWrong: 0.6,
};

export interface PlantedYear {
  planted: Planted;
  seed: number;
  weeks: number;
  messagesPerWeek: number;
  issuer?: TestIssuer;
  /** Through a socket of this machine instead of inside the process. */
  isOverSocket?: boolean;
}

const said = (category: string): Prediction => ({
  categories: [
    { category, probability: 0.8 },
    { category: category === "billing" ? "contract" : "billing", probability: 0.2 },
  ],
  priorities: [{ priority: "normal", probability: 0.9 }],
  likely: [category],
  modelVersion: "planted",
  evidence: [],
});

type Ask = (method: "GET" | "PUT" | "POST", url: string, token: string, body?: object) => Promise<unknown>;

/** The agreement so far, as a lead sees it at the end of each week. Throws when the API answers anything but yes. */
export async function* weeklyLooks({
  planted,
  seed,
  weeks,
  messagesPerWeek,
  issuer,
  isOverSocket = false,
}: PlantedYear): AsyncGenerator<Summary> {
  const model = { isRight: true };
  const api = await startTestApi({
    from,
    policy: { blindShare: 0.25, askBudget: 100, learning: false },
    predictor: { predict: async () => said(model.isRight ? "billing" : "contract") },
    ...(issuer ? { issuer } : {}),
  });
  try {
    const ask = isOverSocket ? await overSocket(api.app) : within(api);
    const random = seeded(seed);
    for (let week = 0; week < weeks; week++) {
      for (let i = 0; i < messagesPerWeek; i++)
        await message(api, ask, planted, model, `${seed}.${week}.${i}`, random);
      const today = new Date(api.clock.now).toISOString().slice(0, 10);
      const url = `/api/departments/service/summary?from=${new Date(from).toISOString().slice(0, 10)}&to=${today}`;
      yield (await ask("GET", url, await api.token(priya))) as Summary;
      api.clock.now += weekMs;
    }
    if (api.faults.length > 0) throw new Error(String(api.faults[0]));
  } finally {
    await api.close();
  }
}

/** Everything is billing; the model says so as often as planted, and people do as planted. */
async function message(
  api: TestApi,
  ask: Ask,
  planted: Planted,
  model: { isRight: boolean },
  name: string,
  random: () => number,
): Promise<void> {
  const token = await api.token(amara);
  model.isRight = random() < planted.accuracy;
  const messageRef = createHash("sha256").update(name).digest("base64url");
  const request = openingOf(api, { messageRef });
  const opened = (await ask("POST", "/api/predictions", token, request)) as Opened;
  const isShown = opened.shown.kind === "prediction";
  if (isShown === (opened.arm === "blind"))
    throw new Error("shown though it was to be blind, or the reverse");
  const volunteers = model.isRight ? planted.answersRight : planted.answersWrong;
  if (opened.arm === "open" && random() >= volunteers) return;
  const agrees = model.isRight || (isShown && random() < planted.wavedThrough);
  const category = model.isRight === agrees ? "billing" : "contract";
  const body = verdictOn(request, {
    feedbackId: v7(),
    verdict: { kind: "holds", category, priority: "normal" },
    decidedAt: api.clock.now,
  });
  await ask("PUT", `/api/verdicts/${opened.predictionId}`, token, body);
}

const within =
  (api: TestApi): Ask =>
  async (method, url, token, body) => {
    const answer = await api.send(method, url, token, body);
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`);
    return answer.json();
  };

async function overSocket(app: FastifyInstance): Promise<Ask> {
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  app.server.keepAliveTimeout = 0;
  return async (method, url, token, body) => {
    const answer = await fetch(origin + url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

const covers = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high;

/** What has to be found again at a look, by name. */
export const anchoringClaims: Record<string, (told: Summary) => boolean> = {
  "blind agreement covers 0.80": ({ agreement }) => covers(agreement.category.blind, 0.8),
  "assisted agreement covers 0.88": ({ agreement }) => covers(agreement.category.assisted, 0.88),
  "the anchoring gap covers 0.08": ({ agreement }) => covers(agreement.category.gap, 0.08),
};
export const selectionClaims: Record<string, (told: Summary) => boolean> = {
  "blind agreement covers 0.85, though answers select themselves": ({ agreement }) =>
    covers(agreement.category.blind, 0.85),
};

/** Of all volunteered verdicts, how many agreed: what a product without blind checks would call its accuracy. */
export function naiveRateOf({ arms }: Summary): number {
  const open = arms.find(({ arm }) => arm === "open")!;
  return open.equal / (open.equal + open.different);
}
