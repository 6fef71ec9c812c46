/** From settings to a listening server: store, keys, organisation, model, API; and back down again in order. */
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { buildApp } from "./app.ts";
import { makeAuthenticate } from "./auth.ts";
import { bind } from "./bind.ts";
import { type Config, isLoopback } from "./config.ts";
import type { Draining } from "./draining.ts";
import { scheduleRecounting } from "./jobs/recounting.ts";
import { scheduleLearning } from "./jobs/schedule.ts";
import { featurePrintOf, type KeyRing, printOf, secretFrom, tenantKeysOf } from "./keys.ts";
import { fetchTrusting } from "./localFetch.ts";
import { makeLog } from "./log.ts";
import { makeMetrics } from "./metrics.ts";
import { serveMetrics } from "./metricsServer.ts";
import { tokenRulesOf } from "./organisation.ts";
import { buildIdOf, manifestIn } from "./pane.ts";
import type { Api, Parts } from "./parts.ts";
import { makeBuiltIn } from "./predictors/builtIn.ts";
import { makeChosen } from "./predictors/chosen.ts";
import { startTraining } from "./predictors/training.ts";
import { warmUp } from "./predictors/warmUp.ts";
import { scheduleProtection } from "./privacy/schedule.ts";
import { scheduleReviews } from "./reviews/rhythm.ts";
import { StartFailure } from "./startFailure.ts";
import { applyOrganisation, type Starters } from "./store/applyOrganisation.ts";
import { refuseOtherFeatures } from "./store/featureRenewal.ts";
import { noteKeyUse } from "./store/keyUse.ts";
import { openStore, type Store } from "./store/store.ts";
import { startTracing } from "./tracing.ts";

export interface StartOptions {
  config: Config;
  starters: Starters;
  https?: { key: string | Buffer; cert: string | Buffer } | undefined;
  /** Hooks and routes of another room; its hooks run before the API's own routes too. */
  extend?: ((app: Api) => void | Promise<void>) | undefined;
  now?: (() => number) | undefined;
  /** Where log lines go; standard output when absent. */
  logInto?: { write(line: string): void } | undefined;
}

export interface Running {
  app: Api;
  store: Store;
  /** where it listens, for example https://localhost:3000 */
  origin: string;
  /** Finishes the requests in flight, saves the models, closes the store. Safe to call twice. */
  stop(): Promise<void>;
}

/** What an instance left that is gone. */
const recountEveryMs = 30_000;
/** A review is due by the day. */
const reviewsEveryMs = 3_600_000;

/** Throws StartFailure, with everything closed again and the data untouched. */
export async function startApi(options: StartOptions): Promise<Running> {
  const { config, now = Date.now } = options;
  prepareFolder(config.dataDir);
  const store = await openStore(placeOf(config), now());
  try {
    const secret = secretFrom(config.secret, config.dataDir);
    await refuseOtherFeatures(store, featurePrintOf(secret), now());
    await applyOrganisation(store, config.organisation, options.starters, now());
    const tenants = config.organisation.tenants.map(({ tid }) => tid.toLowerCase());
    await noteKeyUse(store.db, tenants, printOf(secret.messages[0]!), now());
    return await listen(options, store, secret);
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

const placeOf = ({ databaseUrl, dataDir }: Config) =>
  databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") };

/** A write is tried, since permissions alone do not tell. */
function prepareFolder(folder: string): void {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch {
    throw new StartFailure(
      "folder_unwritable",
      `The data folder ${folder} cannot be written to; set DATA_DIR to one that can.`,
    );
  }
}

async function listen(options: StartOptions, store: Store, secret: KeyRing): Promise<Running> {
  const { config, https, now = Date.now } = options;
  const keysOf = tenantKeysOf(secret);
  const log = makeLog(config.logLevel, options.logInto);
  const onFault = (fault: unknown) => log.error({ err: fault }, "fault in the background");
  const training = startTraining();
  const featureKeyOf = (tenant: string) => keysOf(tenant).feature;
  const model = makeBuiltIn({
    store,
    training,
    featureKeyOf,
    modelsInMemory: config.limits.modelsInMemory,
    patienceMs: 1_500,
    onFault,
  });
  const chosen = makeChosen({
    builtIn: model,
    secrets: config.secrets,
    insideHosts: config.insideHosts,
    now,
    onFault,
  });
  const tenants = config.organisation.tenants.map(tokenRulesOf);
  const metrics = makeMetrics(store, now());
  const draining: Draining = { isBegun: false };
  const version = buildIdOf(config.paneDir);
  const tracing = config.tracing && (await startTracing({ ...config.tracing, version }));
  const app = await buildApp({
    ...partsFrom(options),
    status: metrics.status,
    extend: async (one) => {
      tracing?.watch(one as never);
      metrics.watch(one as never);
      await options.extend?.(one);
    },
    store,
    predictor: chosen,
    modelFile: model.file,
    modelHealth: chosen.healthOf,
    authenticate: makeAuthenticate({ tenants, now, fetch: https && fetchTrusting(https.cert) }),
    keysOf,
    now,
    uuid: v7,
    log,
    draining,
  });
  const scraped = config.metrics && (await serveMetrics(metrics, config.metrics.host, config.metrics.port));
  const origin = await bind(app, config, https !== undefined);
  // The writing thread is there before the first message is.
  await store.writing?.read([]);
  await warmUp(store, model, config);
  const recounting = scheduleRecounting({ store, now, onFault, everyMs: recountEveryMs });
  const learning = scheduleLearning({
    store,
    model,
    training: startTraining(),
    featureKeyOf,
    now,
    onFault,
    tenants: tenants.map(({ tid }) => tid),
    everyMs: config.learnEveryMs,
  });
  const protection = scheduleProtection({
    store,
    now,
    onFault,
    tenants: tenants.map(({ tid }) => tid),
    keyPrint: printOf(secret.messages[0]!),
    everyMs: config.protectEveryMs,
  });
  const rhythm = scheduleReviews({
    store,
    now,
    onFault,
    tenants: tenants.map(({ tid }) => tid),
    everyMs: reviewsEveryMs,
  });
  return {
    app,
    store,
    origin,
    stop: stopper(app, draining, config.drainMs, [
      recounting.stop,
      rhythm.stop,
      protection.stop,
      learning.stop,
      training.close,
      async () => scraped?.close(),
      async () => tracing?.close(),
      store.close,
    ]),
  };
}

function partsFrom({
  config,
  https,
}: StartOptions): Pick<Parts, "limits" | "headers" | "paneConfig" | "paneDir" | "manifest" | "https"> {
  const [first] = config.organisation.tenants;
  const { audience, clients, scope, tid } = tokenRulesOf(first!);
  const isSingle = config.organisation.tenants.length === 1;
  const authority =
    first!.authority ?? `https://login.microsoftonline.com/${isSingle ? tid : "organizations"}`;
  return {
    limits: config.limits,
    headers: {
      frameAncestors: config.frameAncestors,
      authorities: [...new Set(["https://login.microsoftonline.com", new URL(authority).origin])],
      // A browser that was told so of localhost would refuse every other server there.
      isStrict: https !== undefined && !isLoopback(config.host),
    },
    paneConfig: {
      clientId: clients[0]!,
      authority,
      scope: `api://${audience}/${scope}`,
      buildId: buildIdOf(config.paneDir),
    },
    paneDir: config.paneDir,
    manifest: manifestIn(config.manifestFile),
    https,
  };
}

/**
 * Readiness goes first, and everything is served on until a balancer has noticed; then new requests are refused and those
 * in work finish; then the background, and last the database.
 */
function stopper(
  app: Api,
  draining: Draining,
  drainMs: number,
  after: readonly (() => Promise<void>)[],
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    draining.isBegun = true;
    await new Promise((done) => setTimeout(done, drainMs));
    await app.close();
    for (const close of after) await close();
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}
