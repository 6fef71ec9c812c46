/** One error handler: refusals become RFC 9457 problems, everything else is a bug that is logged once, without content. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type ApiFailureCode, type Problem, statusOf } from "../triage/failure.ts";
import { knowMethods } from "./methods.ts";
import { Refusal, type RefusalDetails } from "./refusal.ts";

const titles: Readonly<Record<ApiFailureCode, string>> = {
  request_invalid: "The request does not fit its schema.",
  token_missing: "An access token is needed.",
  token_invalid: "The access token is not accepted.",
  token_expired: "The access token has expired.",
  scope_missing: "The access token lacks the scope.",
  role_missing: "The person has no role that allows this.",
  not_found: "There is nothing at this address.",
  department_unknown: "The department is not one of this person's.",
  prediction_unknown: "The prediction is not known.",
  message_unknown: "The message is not known.",
  verdict_unknown: "The verdict is not known.",
  method_not_allowed: "The address does not take this method.",
  verdict_for_other_message: "The prediction belongs to another message.",
  feedback_id_reused: "The id was used for something else.",
  review_closed: "The review is closed, and what it found is frozen.",
  changed_meanwhile: "Somebody else has changed this meanwhile.",
  features_outdated: "The features are of a key that was replaced.",
  message_moved: "The message has moved to another department.",
  ask_alone:
    "The message was drawn for a check, or the model is not sure of it: it is to be answered by itself.",
  answered_already: "The message has been answered.",
  body_too_large: "The request is too large.",
  media_type_unsupported: "The request must be JSON.",
  category_unknown: "The category is not in the taxonomy.",
  configuration_invalid: "The configuration contradicts itself.",
  rate_limited: "Too many requests.",
  internal: "Something went wrong here.",
  store_unavailable: "The database does not answer.",
  overloaded: "Too much to do just now.",
  timeout: "It took too long.",
};

export function problemOf(code: ApiFailureCode, requestId: string, details: RefusalDetails = {}): Problem {
  const { detail, errors, moved } = details;
  return {
    type: `https://concord.invalid/problems/${code.replaceAll("_", "-")}`,
    title: titles[code],
    status: statusOf[code],
    code,
    ...(detail ? { detail } : {}),
    requestId,
    ...(errors ? { errors } : {}),
    ...(moved ? { moved } : {}),
  };
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ApiFailureCode,
  details: RefusalDetails = {},
) {
  const status = statusOf[code];
  if (status === 401) reply.header("www-authenticate", challenge(code));
  if (code === "scope_missing") reply.header("www-authenticate", `Bearer error="insufficient_scope"`);
  const retryAfter = details.retryAfter ?? (status === 503 ? 2 : undefined);
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  return reply
    .code(status)
    .type("application/problem+json")
    .header("cache-control", "no-store")
    .send(problemOf(code, request.id, details));
}

const challenge = (code: ApiFailureCode) =>
  code === "token_missing" ? "Bearer" : `Bearer error="invalid_token"`;

/** `hear` is told of every fault that is no refusal. */
export function answerProblems(app: FastifyInstance, hear: (fault: Error) => void = () => {}): void {
  app.setErrorHandler((fault: FastifyError | Refusal, request, reply) => {
    // Who broke off while sending hears nothing, and is no trouble of the database's.
    const isBrokenOff = request.raw.complete === false && (fault as FastifyError).code === "ECONNRESET";
    if (!(fault instanceof Refusal)) hear(fault);
    const refusal = isBrokenOff ? new Refusal("request_invalid") : refusalOf(fault);
    if (refusal.failure === "internal" || refusal.failure === "store_unavailable")
      request.log.error({ fault: traceOf(fault) }, "fault");
    return sendProblem(request, reply, refusal.failure, refusal.details);
  });
  const allowedAt = knowMethods(app);
  app.setNotFoundHandler((request, reply) => {
    const allowed = allowedAt(request.url.split("?")[0]!);
    if (allowed.length === 0) return sendProblem(request, reply, "not_found");
    reply.header("allow", allowed.join(", "));
    return sendProblem(request, reply, "method_not_allowed");
  });
}

const byFastifyCode: Readonly<Record<string, ApiFailureCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "media_type_unsupported",
  FST_ERR_CTP_EMPTY_JSON_BODY: "request_invalid",
  FST_ERR_CTP_INVALID_JSON_BODY: "request_invalid",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "request_invalid",
  FST_ERR_HANDLER_TIMEOUT: "timeout",
};

function refusalOf(fault: FastifyError | Refusal): Refusal {
  if (fault instanceof Refusal) return fault;
  if (fault.validation) return new Refusal("request_invalid", { errors: pointersOf(fault) });
  const code = byFastifyCode[fault.code] ?? (isStoreTrouble(fault) ? "store_unavailable" : undefined);
  if (code) return new Refusal(code);
  if (fault.statusCode === 429) return new Refusal("rate_limited");
  return new Refusal(fault.statusCode && fault.statusCode < 500 ? "request_invalid" : "internal");
}

/** Lost connections, busy, full or damaged databases: the outbox keeps it and tries again. */
const isStoreTrouble = ({ code, message }: { code?: string; message?: string }) =>
  isLostConnection.test(message ?? "") ||
  (code !== undefined &&
    (/^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(code) ||
      /^(08|53|57)[0-9A-Z]{3}$/.test(code) ||
      ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "40001", "40P01"].includes(code)));

/** Of a connection that breaks, pg says so in words only. */
const isLostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** A forbidden property would be named by its own name, which the caller chose. */
const pointersOf = ({ validation, validationContext }: FastifyError) =>
  (validation ?? [])
    .filter(({ keyword }) => keyword !== "boolean")
    .slice(0, 20)
    .map(({ instancePath, message }) => ({
      path: `/${validationContext ?? "body"}${instancePath}`,
      expected: message ?? "another value",
    }));

/** Name, code and frames; never the message, which may quote what was sent. */
const traceOf = ({ name, code, stack }: Error & { code?: string }) => ({
  name,
  code,
  frames: (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim()),
});
