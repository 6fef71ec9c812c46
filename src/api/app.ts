/** The API as a value: everything it needs comes in as an argument, and nothing listens yet. */
import rateLimit from "@fastify/rate-limit";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { adminRoutes } from "./admin/adminRoutes.ts";
import { letGoOnClose } from "./connections.ts";
import { endWhatIsLate } from "./deadline.ts";
import { describe } from "./describe.ts";
import { giveConnectionsBack } from "./draining.ts";
import { apiPolicy, everyAnswer } from "./headers.ts";
import { servePane } from "./pane.ts";
import type { Api, Parts, Routes } from "./parts.ts";
import { answerProblems, sendProblem } from "./problems.ts";
import { Refusal } from "./refusal.ts";
import { registerRoutes } from "./registerRoutes.ts";
import { correctionRoutes } from "./routes/corrections.ts";
import { evidencePackRoutes } from "./routes/evidencePack.ts";
import { figureRoutes } from "./routes/figures.ts";
import { healthRoutes } from "./routes/health.ts";
import { manifestRoutes } from "./routes/manifest.ts";
import { meRoutes } from "./routes/me.ts";
import { measurementRoutes } from "./routes/measurements.ts";
import { messageRoutes } from "./routes/messages.ts";
import { modelFileRoutes } from "./routes/modelFile.ts";
import { modelRoutes } from "./routes/models.ts";
import { moveRoutes } from "./routes/move.ts";
import { objectiveRoutes } from "./routes/objectives.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { paneConfigRoutes } from "./routes/paneConfig.ts";
import { predictionRoutes } from "./routes/predictions.ts";
import { proposalRoutes } from "./routes/proposals.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { summaryRoutes } from "./routes/summary.ts";
import { verdictRoutes } from "./routes/verdicts.ts";
import { shedLoad } from "./shedding.ts";
import type { Staff } from "./staff.ts";
import { noteDamage } from "./store/damage.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Only on routes under /api. */
    staff: Staff;
  }
}

const usualBytes = 16 * 1024;
const longestLoopDelayMs = 1_000;

/** Whoever sends slowly is cut off (408) before it becomes a delay of ours (503). */
const sendingTimeoutMs = ({ limits }: Parts): number => Math.ceil(limits.requestTimeoutMs / 2);
/** Node takes the longer of the two times for the whole request, and looks every half minute only. */
const patience = (parts: Parts) => ({
  headersTimeout: sendingTimeoutMs(parts),
  connectionsCheckingInterval: Math.min(2_000, sendingTimeoutMs(parts)),
});

export async function buildApp(parts: Parts): Promise<Api> {
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => parts.uuid(),
    bodyLimit: usualBytes,
    requestTimeout: sendingTimeoutMs(parts),
    forceCloseConnections: "idle",
    // An address that cannot be read meets no hook.
    frameworkErrors: (_: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply.headers(bareAnswer(parts)), "request_invalid"),
    routerOptions: { maxParamLength: 128 },
    ...(parts.https ? { https: { ...parts.https, ...patience(parts) } } : { http: patience(parts) }),
  }) as unknown as Api;
  app.setValidatorCompiler(TypeBoxValidatorCompiler as never);
  app.setSerializerCompiler(() => JSON.stringify);
  // Otherwise a text would be taken as a body and refused as one.
  app.removeContentTypeParser("text/plain");
  app.decorateRequest("staff", null as never);
  letGoOnClose(app as never);
  answerProblems(app as never, (fault) => {
    if (noteDamage(parts.store, fault))
      parts.log.fatal("The database file is damaged. Stop this instance and restore the last backup.");
  });
  if (parts.draining) giveConnectionsBack(app as never, parts.draining);
  endWhatIsLate(app as never, parts.limits.requestTimeoutMs);
  shedLoad(app as never, { inFlight: parts.limits.inFlight, loopDelayMs: longestLoopDelayMs });
  answerWithHeaders(app, parts);
  logAnswers(app);
  await parts.extend?.(app);
  await describe(app);
  await registerRoutes(app, parts, [healthRoutes, paneConfigRoutes, manifestRoutes, guardedRoutes]);
  if (parts.paneDir) await servePane(app as never, parts.paneDir, parts.headers);
  return app;
}

/** Everything under /api that is for people. */
const guardedRoutes =
  (parts: Parts): Routes =>
  async (app) => {
    await guard(app, parts);
    await registerRoutes(app, parts, [
      predictionRoutes,
      moveRoutes,
      verdictRoutes,
      messageRoutes,
      meRoutes,
      summaryRoutes,
      figureRoutes,
      objectiveRoutes,
      overviewRoutes,
      measurementRoutes,
      reviewRoutes,
      evidencePackRoutes,
      adminRoutes,
      modelRoutes,
      modelFileRoutes,
      correctionRoutes,
      proposalRoutes,
    ]);
  };

const bareAnswer = ({ headers }: Parts) => ({
  ...everyAnswer(headers),
  "cache-control": "no-store",
  "content-security-policy": apiPolicy,
});

function answerWithHeaders(app: Api, { headers }: Parts): void {
  const every = everyAnswer(headers);
  app.addHook("onRequest", (_, reply, done) => {
    reply.headers(every);
    done();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    if (!reply.hasHeader("content-security-policy")) reply.header("content-security-policy", apiPolicy);
    done(null, payload);
  });
}

/** One line an answer, by the route's pattern: no address, key, name or content. */
function logAnswers(app: Api): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { method, routeOptions } = request;
    const line = {
      method,
      route: routeOptions.url ?? "",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log[reply.statusCode >= 500 ? "warn" : "info"](line, "answered");
    done();
  });
}

/** Everything under /api: a verified person first, then their share of requests. */
async function guard(app: Api, { authenticate, limits }: Parts): Promise<void> {
  app.addHook("onRequest", async (request) => {
    request.staff = await authenticate(request.headers.authorization);
  });
  await app.register(rateLimit, {
    max: limits.perMinute,
    timeWindow: 60_000,
    hook: "preValidation",
    keyGenerator: (request: FastifyRequest) => request.staff.person,
    errorResponseBuilder: (_, { ttl }) =>
      new Refusal("rate_limited", { retryAfter: Math.ceil(ttl / 1_000) }) as never,
  });
}
