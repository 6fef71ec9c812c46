/** The whole API in a test: real store, real model, real tokens; the clock stands still until it is moved. */
import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { featuresOf } from "../../classifier/features.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { Opened } from "../../triage/prediction.ts";
import type { VerdictRequest } from "../../triage/verdict.ts";
import { buildApp } from "../app.ts";
import { makeAuthenticate } from "../auth.ts";
import { defaultLimits, type Limits, outlookHosts } from "../config.ts";
import { type LearnParts, type LearnStep, learnOnce } from "../jobs/learn.ts";
import { featurePrintOf, type KeyRing, tenantKeysOf } from "../keys.ts";
import { makeLog } from "../log.ts";
import { type Organisation, tokenRulesOf } from "../organisation.ts";
import type { Parts } from "../parts.ts";
import { makeBuiltIn } from "../predictors/builtIn.ts";
import { makeChosen } from "../predictors/chosen.ts";
import type { Predictor } from "../predictors/predictor.ts";
import { applyOrganisation } from "../store/applyOrganisation.ts";
import { departmentsOf } from "../store/departments.ts";
import { refuseOtherFeatures } from "../store/featureRenewal.ts";
import { openStore, type Store, type StorePlace } from "../store/store.ts";
import { claimsOf, startIssuer, type TestIssuer, tid } from "./issuer.ts";
import { organisation, type TestOrganisation } from "./organisation.ts";
import { sharedTraining } from "./sharedTraining.ts";

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;

export interface TestApiOptions extends Partial<Omit<TestOrganisation, "jwksUri">> {
  place?: StorePlace;
  limits?: Partial<Limits>;
  /** Stands in for the built-in model. */
  predictor?: Predictor;
  issuer?: TestIssuer;
  /** Further organisations in the same installation. */
  neighbours?: (jwksUri: string) => Organisation["tenants"];
  /** the secrets; one fixed secret when absent */
  ring?: KeyRing;
  /** where external models may be */
  insideHosts?: readonly string[];
  paneDir?: string;
  extend?: Parts["extend"];
  /** Begins the life of the clock; noon of 23 November 2026 when absent. */
  from?: number;
}

export const noon = Date.UTC(2026, 10, 23, 12);

export async function startTestApi(options: TestApiOptions = {}) {
  const {
    place = { file: ":memory:" },
    limits,
    predictor,
    paneDir,
    extend,
    from = noon,
    ...others
  } = options;
  const { insideHosts = [], neighbours, ...rest } = others;
  const issuer = options.issuer ?? (await startIssuer());
  const clock = { now: from };
  const now = () => clock.now;
  const lines: string[] = [];
  const store: Store = await openStore(place, now());
  if (options.ring) await refuseOtherFeatures(store, featurePrintOf(options.ring), now());
  const written = organisation({ ...rest, jwksUri: issuer.jwksUri });
  written.tenants.push(...(neighbours?.(issuer.jwksUri) ?? []));
  await applyOrganisation(store, written, {}, now());
  const keysOf = tenantKeysOf(options.ring ?? Buffer.alloc(32, 7));
  const faults: unknown[] = [];
  const note = (fault: unknown) => void faults.push(fault);
  const training = sharedTraining();
  const featureKeyOf = (tenant: string) => keysOf(tenant).feature;
  const model = makeBuiltIn({
    store,
    training,
    featureKeyOf,
    modelsInMemory: limits?.modelsInMemory ?? 4,
    patienceMs: 60_000,
    onFault: note,
  });
  const app = await buildApp({
    store,
    modelFile: model.file,
    predictor: predictor ?? makeChosen({ builtIn: model, secrets: {}, insideHosts, now, onFault: note }),
    authenticate: makeAuthenticate({ tenants: written.tenants.map(tokenRulesOf), now }),
    keysOf,
    now,
    uuid: v7,
    log: makeLog("trace", { write: (line) => lines.push(line) }),
    limits: { ...defaultLimits, perMinute: 100_000, ...limits },
    headers: { frameAncestors: outlookHosts, authorities: [], isStrict: false },
    paneDir,
    extend,
    paneConfig: { clientId: "c", authority: "a", scope: "s", buildId: "b" },
  });
  const keys = keysOf(tid);

  const send = async (
    method: "GET" | "PUT" | "POST" | "DELETE",
    url: string,
    token: string,
    body?: object,
  ) => {
    const answer = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, json: answer.json };
  };

  return {
    app,
    clock,
    issuer,
    lines,
    faults,
    store,
    model,
    keys,
    send,
    token: (oid: string, extra: object = {}) => issuer.sign({ ...claimsOf(now(), { oid }), ...extra }),
    featuresFor: (subject: string, body = "") => featuresOf({ subject, body }, keys.feature),
    /** One round of the learning job; `onStep` may throw to end it there, `trainer` stands in for the thread. */
    async learn(
      onStep: (step: LearnStep, departmentId: string) => void = () => {},
      trainer: LearnParts["training"] = training,
    ) {
      for (const department of await departmentsOf(store.db, tid))
        await learnOnce(
          {
            store,
            model,
            training: trainer,
            featureKeyOf,
            now,
            onStep: (step) => onStep(step, department.id),
          },
          department,
        );
    },
    training,
    async close() {
      await app.close();
      await store.close();
      if (!options.issuer) await issuer.close();
    },
  };
}

export const newRef = (): string => randomBytes(32).toString("base64url");

export const openingOf = (api: TestApi, extra: Partial<PredictionRequest> = {}): PredictionRequest => ({
  predictionId: v7(),
  departmentId: "service",
  messageRef: newRef(),
  features: api.featuresFor("wrong amount on the invoice"),
  ...(api.keys.featureKeyId === undefined ? {} : { featureKeyId: api.keys.featureKeyId }),
  bodyRead: true,
  openedAt: api.clock.now,
  ...extra,
});

export const verdictOn = (
  opening: Pick<PredictionRequest, "messageRef">,
  extra: Partial<VerdictRequest> = {},
): VerdictRequest => ({
  feedbackId: v7(),
  messageRef: opening.messageRef,
  verdict: { kind: "holds", category: "billing", priority: "normal" },
  presses: 1,
  handlingMs: 1_200,
  decidedAt: noon,
  ...extra,
});

/** Opens a message for somebody and answers what they got. */
export async function open(api: TestApi, oid: string, extra: Partial<PredictionRequest> = {}) {
  const request = openingOf(api, extra);
  const answer = await api.send("POST", "/api/predictions", await api.token(oid), request);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return { request, opened: answer.json() as Opened, text: answer.text };
}
