/** The pane's side of the API: one function per route; every answer is checked against its schema on arrival. */
import type { DepartmentChoice, Me, Moved, MoveRequest } from "../triage/department.ts";
import { asksForSignIn, type Failure, isApiFailureCode, type MovedTo } from "../triage/failure.ts";
import type { PredictionRequest } from "../triage/message.ts";
import type { PaneConfig } from "../triage/paneConfig.ts";
import type { Opened } from "../triage/prediction.ts";
import type { Receipt, Undone } from "../triage/receipt.ts";
import type { Summary, SummaryQuery } from "../triage/summary.ts";
import type { KnownMessage, VerdictRequest } from "../triage/verdict.ts";
import { type ApiAnswer, failed } from "./apiAnswer.ts";

type How = "silent" | "fresh";
type TokenSource = (
  how: How,
  claims?: string,
) => Promise<{ ok: true; token: string } | { ok: false; failure: Failure }>;
type Shape = "Me" | "Moved" | "PaneConfig" | "Opened" | "Receipt" | "Undone" | "Summary" | "KnownMessage";

export interface ApiParts {
  fetch: typeof fetch;
  token: TokenSource;
  /** Loaded when the first answer comes. */
  conforms: () => Promise<(shape: Shape, value: unknown) => boolean>;
  isOnline: () => boolean;
  timeoutMs?: number;
  /** Told after each call that needs a token: why only a person can go on; undefined once the API has let somebody in. */
  onSignIn?: (due: Failure | undefined) => void;
}

export interface ApiClient {
  me(): Promise<ApiAnswer<Me>>;
  chooseDepartment(choice: DepartmentChoice): Promise<ApiAnswer<Me>>;
  predict(request: PredictionRequest): Promise<ApiAnswer<Opened>>;
  putVerdict(predictionId: string, request: VerdictRequest): Promise<ApiAnswer<Receipt>>;
  undoVerdict(predictionId: string, feedbackId: string): Promise<ApiAnswer<Undone>>;
  move(predictionId: string, request: MoveRequest): Promise<ApiAnswer<Moved>>;
  message(messageKey: string, departmentId: string): Promise<ApiAnswer<KnownMessage>>;
  summary(departmentId: string, query: SummaryQuery): Promise<ApiAnswer<Summary>>;
  /** A file, or null when it is still the one with this etag. */
  file(path: string, etag?: string): Promise<ApiAnswer<ApiFile | null>>;
  /** For the screens loaded later, which bring the check of their own answers. */
  ask<T>(ask: Ask, isAnswer: (value: unknown) => value is T): Promise<ApiAnswer<T>>;
}

export interface ApiFile {
  bytes: Uint8Array;
  etag: string;
}

export interface Ask {
  method: "GET" | "PUT" | "POST" | "DELETE";
  /** `api/…`, each part of it encoded */
  path: string;
  body?: unknown;
}

const defaultTimeoutMs = 8_000;
const jsonHeaders = { "content-type": "application/json" };

interface Call extends Ask {
  /** By name, from the chunk of the first answers; or a check of one's own. */
  shape: Shape | ((value: unknown) => boolean);
}

export function makeApiClient(parts: ApiParts): ApiClient {
  const send = async <T>(call: Call) => {
    const answer = await withToken<T>(parts, call, "silent");
    if (answer.ok) parts.onSignIn?.(undefined);
    else if (asksForSignIn(answer.failure.code)) parts.onSignIn?.(answer.failure);
    return answer;
  };
  const id = encodeURIComponent;
  return {
    me: () => send({ method: "GET", path: "api/me", shape: "Me" }),
    chooseDepartment: (body) => send({ method: "PUT", path: "api/me/department", shape: "Me", body }),
    predict: (body) => send({ method: "POST", path: "api/predictions", shape: "Opened", body }),
    putVerdict: (predictionId, body) =>
      send({ method: "PUT", path: `api/verdicts/${id(predictionId)}`, shape: "Receipt", body }),
    undoVerdict: (predictionId, feedbackId) =>
      send({
        method: "DELETE",
        path: `api/verdicts/${id(predictionId)}?feedbackId=${id(feedbackId)}`,
        shape: "Undone",
      }),
    move: (predictionId, body) =>
      send({ method: "POST", path: `api/predictions/${id(predictionId)}/move`, shape: "Moved", body }),
    message: (messageKey, departmentId) =>
      send({
        method: "GET",
        path: `api/messages/${id(messageKey)}?departmentId=${id(departmentId)}`,
        shape: "KnownMessage",
      }),
    summary: (departmentId, query) =>
      send({
        method: "GET",
        path: `api/departments/${id(departmentId)}/summary?${new URLSearchParams({ ...query })}`,
        shape: "Summary",
      }),
    ask: (ask, isAnswer) => send({ ...ask, shape: isAnswer }),
    file: (path, etag) => fileAt(parts, path, etag),
  };
}

/** Public, so it is asked for without a token: who signs in, and where. */
export const fetchPaneConfig = async (parts: Omit<ApiParts, "token">): Promise<ApiAnswer<PaneConfig>> => {
  const reply = await request(parts, { method: "GET", path: "pane-config.json", shape: "PaneConfig" });
  return reply.ok ? read<PaneConfig>(parts, reply.value, "PaneConfig") : reply;
};

/** One more try with a fresh token when the one from the cache was refused. */
async function withToken<T>(parts: ApiParts, call: Call, how: How, claims?: string): Promise<ApiAnswer<T>> {
  if (!parts.isOnline()) return failed({ code: "offline" });
  const token = await parts.token(how, claims);
  if (!token.ok) return token;
  const reply = await request(parts, call, token.token);
  if (!reply.ok) return reply;
  if (reply.value.status === 401 && how === "silent")
    return withToken(parts, call, "fresh", claimsIn(reply.value.headers.get("www-authenticate")));
  return read<T>(parts, reply.value, call.shape);
}

/** Not worth a fresh token: it is asked for again later. */
async function fileAt(parts: ApiParts, path: string, etag?: string): Promise<ApiAnswer<ApiFile | null>> {
  if (!parts.isOnline()) return failed({ code: "offline" });
  const token = await parts.token("silent");
  if (!token.ok) return token;
  const call: Call = { method: "GET", path, shape: () => true };
  const reply = await request(parts, call, token.token, etag ? { "if-none-match": etag } : {});
  if (!reply.ok) return reply;
  const { value } = reply;
  if (value.status === 304) return { ok: true, value: null };
  if (!value.ok) return failed(failureOf(await value.json().catch(() => ({})), value));
  try {
    const bytes = new Uint8Array(await value.arrayBuffer());
    return { ok: true, value: { bytes, etag: value.headers.get("etag") ?? "" } };
  } catch {
    return failed({ code: "answer_invalid" });
  }
}

type Reach = Pick<ApiParts, "fetch" | "isOnline" | "timeoutMs">;

async function request(
  parts: Reach,
  call: Call,
  token?: string,
  more: Record<string, string> = {},
): Promise<ApiAnswer<Response>> {
  const init: RequestInit = {
    method: call.method,
    headers: {
      ...more,
      ...(call.body === undefined ? {} : jsonHeaders),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(parts.timeoutMs ?? defaultTimeoutMs),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  };
  try {
    return { ok: true, value: await parts.fetch(call.path, init) };
  } catch {
    return failed({ code: parts.isOnline() ? "api_unreachable" : "offline" });
  }
}

async function read<T>(
  parts: Pick<ApiParts, "conforms">,
  reply: Response,
  shape: Call["shape"],
): Promise<ApiAnswer<T>> {
  try {
    const body: unknown = await reply.json();
    if (!reply.ok) return failed(failureOf(body, reply));
    const isRight = typeof shape === "string" ? (await parts.conforms())(shape, body) : shape(body);
    return isRight ? { ok: true, value: body as T } : failed({ code: "answer_invalid" });
  } catch {
    return failed(reply.ok ? { code: "answer_invalid" } : failureOf({}, reply));
  }
}

/** A proxy in between may answer without a problem document; then the status has to do. */
function failureOf(body: unknown, reply: Response): Failure {
  const { code, requestId, errors, moved } = (body ?? {}) as Record<string, unknown>;
  const retryAfter = Number(reply.headers.get("retry-after") ?? Number.NaN);
  return {
    code: typeof code === "string" && isApiFailureCode(code) ? code : codeOfStatus(reply.status),
    ...(Number.isFinite(retryAfter) && retryAfter > 0 ? { retryAfter } : {}),
    ...(typeof requestId === "string" ? { requestId } : {}),
    ...(Array.isArray(errors) ? { errors: errors.filter(isPlace) } : {}),
    ...(isMovedTo(moved) ? { moved } : {}),
  };
}

const isPlace = (one: unknown): one is { path: string; expected: string } => {
  const { path, expected } = (one ?? {}) as Record<string, unknown>;
  return typeof path === "string" && typeof expected === "string";
};

const isMovedTo = (one: unknown): one is MovedTo => {
  const { to, moveId } = (one ?? {}) as Record<string, unknown>;
  return typeof to === "string" && (moveId === undefined || typeof moveId === "string");
};

const codeOfStatus = (status: number): Failure["code"] => {
  if (status === 401) return "token_invalid";
  if (status === 429) return "rate_limited";
  return status >= 500 ? "api_unreachable" : "answer_invalid";
};

/** Entra's challenge after a change of conditions: `claims="<base64>"`. */
function claimsIn(challenge: string | null): string | undefined {
  const claims = /claims="([^"]+)"/.exec(challenge ?? "")?.[1];
  try {
    return claims ? atob(claims) : undefined;
  } catch {
    return undefined;
  }
}
