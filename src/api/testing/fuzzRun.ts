/** Sends generated requests to the API and holds every answer against the API's own description. */
import type { OpenAPIV3_1 } from "openapi-types";
import Value from "typebox/value";
import { Problem } from "../../triage/failure.ts";
import { open, startTestApi, type TestApi, verdictOn } from "./api.ts";
import { makeFuzz, type Operation, operationsIn, seeded } from "./fuzz.ts";
import type { TestIssuer } from "./issuer.ts";
import { amara, jonas, mei, priya, stranger } from "./organisation.ts";

export interface FuzzResult {
  sent: number;
  /** status → how often */
  answers: Record<string, number>;
  /** operations that were answered with success at least once */
  succeeded: Set<string>;
  operations: number;
  /** in sentences; nothing of it may happen */
  faults: string[];
}

const mostFaults = 20;

export async function fuzz(issuer: TestIssuer, requests: number, seed: number): Promise<FuzzResult> {
  const api = await startTestApi({ issuer, limits: { perMinute: 100_000_000 }, policy: { blindShare: 0.2 } });
  try {
    return await fuzzOn(api, requests, seed);
  } finally {
    await api.close();
  }
}

async function fuzzOn(api: TestApi, requests: number, seed: number): Promise<FuzzResult> {
  const random = seeded(seed);
  const document = (await api.app.inject("/openapi.json")).json() as OpenAPIV3_1.Document;
  const operations = operationsIn(document).filter(({ route }) => route.startsWith("/api/"));
  const known = await lived(api);
  const next = makeFuzz(operations, random, known);
  const tokens = await tokensOf(api);
  const result: FuzzResult = {
    sent: 0,
    answers: {},
    succeeded: new Set(),
    operations: operations.length,
    faults: [],
  };
  while (result.sent < requests && result.faults.length < mostFaults) {
    const { route, payload, ...rest } = next(tokens[Math.floor(random() ** 2 * tokens.length)]);
    const answer = await api.app.inject({ ...rest, ...(payload === undefined ? {} : { payload }) });
    const status = answer.statusCode;
    result.sent++;
    result.answers[status] = (result.answers[status] ?? 0) + 1;
    const described = operations.find((one) => one.route === route && one.method === rest.method)!;
    if (status < 300) result.succeeded.add(`${rest.method} ${route}`);
    const fault = faultIn(described, status, answer.body, String(answer.headers["content-type"] ?? ""));
    if (fault)
      result.faults.push(
        `${rest.method} ${rest.url.slice(0, 200)} ${payload?.slice(0, 300) ?? ""}: ${fault}`,
      );
    if (status < 300 && random() < 0.05) harvest(answer.body, known, random);
  }
  return result;
}

/** What is wrong with an answer; nothing when it is one of those that are described. */
function faultIn({ operation }: Operation, status: number, body: string, kind: string): string | undefined {
  const described = operation.responses?.[String(status)] as OpenAPIV3_1.ResponseObject | undefined;
  if (!described) return `answered ${status}, which is not described: ${body.slice(0, 200)}`;
  if (status >= 400) {
    if (!kind.startsWith("application/problem+json")) return `a refusal as ${kind}`;
    return Value.Check(Problem, JSON.parse(body))
      ? undefined
      : `not a problem document: ${body.slice(0, 200)}`;
  }
  const schema = described.content?.["application/json"]?.schema;
  if (!schema || !kind.startsWith("application/json")) return undefined;
  return Value.Check(schema as never, JSON.parse(body))
    ? undefined
    : `does not fit its schema: ${body.slice(0, 200)}`;
}

/** Some life, so that generated requests meet something; answers its ids. */
async function lived(api: TestApi): Promise<string[]> {
  const known = [
    "service",
    "help-desk",
    "billing",
    "delivery",
    "contract",
    "low",
    "normal",
    "high",
    "urgent",
  ];
  for (let n = 0; n < 6; n++) {
    const { request, opened } = await open(api, amara);
    const body = verdictOn(request);
    const url = `/api/verdicts/${opened.predictionId}`;
    if (n % 2) await api.send("PUT", url, await api.token(amara), body);
    known.push(opened.predictionId, request.messageRef, opened.messageKey, body.feedbackId);
  }
  return known;
}

/** Staff most of all, then leads and admins; somebody of no department, somebody without a token. */
async function tokensOf(api: TestApi): Promise<(string | undefined)[]> {
  const bearer = async (oid: string, roles = ["Triage.Staff"]) => `Bearer ${await api.token(oid, { roles })}`;
  return [
    await bearer(amara),
    await bearer(priya, ["Triage.Lead", "Triage.Admin"]),
    await bearer(priya, ["Triage.Lead"]),
    await bearer(jonas),
    await bearer(mei),
    await bearer(stranger),
    undefined,
    "Bearer nonsense",
  ];
}

const mostKnown = 200;
/** The first ones stay: names of departments, categories and priorities. */
const usual = 16;

function harvest(body: string, known: string[], random: () => number): void {
  const found = body.match(/[0-9a-f]{8}-[0-9a-f-]{27}|"[A-Za-z0-9_-]{43}"/g) ?? [];
  for (const one of found.slice(0, 3)) {
    const text = one.replaceAll('"', "");
    if (known.length < mostKnown) known.push(text);
    else known[usual + Math.floor(random() * (known.length - usual))] = text;
  }
}
