/** The pane's side of the API: tokens, timeouts, and answers that are not what they should be. */
import type { Failure } from "../triage/failure.ts";
import { conforms } from "./answers.ts";
import { type ApiParts, fetchPaneConfig, makeApiClient } from "./apiClient.ts";
import { me } from "./testing/samples.ts";

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | Error;

function client(replies: Reply[], overrides: Partial<ApiParts> = {}) {
  const calls: { path: string; init: RequestInit }[] = [];
  const asked: string[] = [];
  const parts: ApiParts = {
    fetch: (async (path: string, init: RequestInit) => {
      calls.push({ path, init });
      const reply = replies.shift() ?? new Error("no more replies");
      if (reply instanceof Error) throw reply;
      const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {});
      return new Response(text, { status: reply.status ?? 200, headers: reply.headers ?? {} });
    }) as typeof fetch,
    token: async (how, claims) => {
      asked.push(claims ? `${how} ${claims}` : how);
      return { ok: true, token: `token-${how}` };
    },
    conforms: async () => conforms,
    isOnline: () => true,
    ...overrides,
  };
  return { api: makeApiClient(parts), parts, calls, asked };
}

const failure = (answer: { ok: boolean }) => (answer as unknown as { failure: Failure }).failure;
const authorization = ({ init }: { init: RequestInit }) =>
  (init.headers as Record<string, string>).authorization;

test("every request carries the access token, and no cookie", async () => {
  const { api, calls } = client([{ body: me }]);
  expect(await api.me()).toMatchObject({ ok: true });
  expect(authorization(calls[0]!)).toBe("Bearer token-silent");
  expect(calls[0]!.init.credentials).toBe("omit");
});

test("a refused token is renewed once, with the claims the API asks for", async () => {
  const challenge = `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`;
  const { api, asked } = client([{ status: 401, headers: { "www-authenticate": challenge } }, { body: me }]);
  expect(await api.me()).toMatchObject({ ok: true });
  expect(asked).toEqual(["silent", 'fresh {"access_token":{}}']);
});

test("a token that stays refused is told, not tried for ever", async () => {
  const refused = { status: 401, body: { code: "token_expired", status: 401, title: "", type: "" } };
  const { api, calls } = client([refused, refused]);
  expect(failure(await api.me())).toMatchObject({ code: "token_expired" });
  expect(calls).toHaveLength(2);
});

test("an answer that does not fit its schema is refused, whatever its status says", async () => {
  const { api } = client([{ body: { ...me, departments: "all" } }, { body: "<html>proxy</html>" }]);
  expect(failure(await api.me())).toEqual({ code: "answer_invalid" });
  expect(failure(await api.me())).toEqual({ code: "answer_invalid" });
});

test("a problem document becomes its failure, with the time to wait and the id for the log", async () => {
  const problem = { type: "about:blank", title: "", status: 429, code: "rate_limited", requestId: "r-1" };
  const { api } = client([{ status: 429, body: problem, headers: { "retry-after": "7" } }]);
  expect(failure(await api.me())).toEqual({ code: "rate_limited", retryAfter: 7, requestId: "r-1" });
});

test("a gateway's error page means that the API cannot be reached", async () => {
  const { api } = client([{ status: 502, body: "<html>Bad gateway</html>" }]);
  expect(failure(await api.me())).toEqual({ code: "api_unreachable" });
});

test("no network is told apart from an API that is away", async () => {
  let isOnline = true;
  const { api } = client([new TypeError("failed")], { isOnline: () => isOnline });
  expect(failure(await api.me())).toEqual({ code: "api_unreachable" });
  isOnline = false;
  expect(failure(await api.me())).toEqual({ code: "offline" });
});

test("without a token nothing is sent", async () => {
  const { api, calls } = client([{ body: me }], {
    token: async () => ({ ok: false, failure: { code: "sign_in_needed" } }),
  });
  expect(failure(await api.me())).toEqual({ code: "sign_in_needed" });
  expect(calls).toEqual([]);
});

test("who signs in where is asked without a token", async () => {
  const config = { clientId: "c", authority: "https://login.example/t", scope: "api://a/use", buildId: "1" };
  const { parts, calls } = client([{ body: config }]);
  expect(await fetchPaneConfig(parts)).toEqual({ ok: true, value: config });
  expect(authorization(calls[0]!)).toBeUndefined();
});

test("a screen that is loaded later checks its own answers", async () => {
  const { api, calls } = client([{ body: { n: 1 } }, { body: { n: "one" } }]);
  const isCount = (value: unknown): value is { n: number } =>
    typeof (value as { n?: unknown } | null)?.n === "number";
  const ask = () => api.ask({ method: "POST", path: "api/counts", body: { of: "checks" } }, isCount);
  expect(await ask()).toEqual({ ok: true, value: { n: 1 } });
  expect(calls[0]!.init.body).toBe('{"of":"checks"}');
  expect(failure(await ask())).toEqual({ code: "answer_invalid" });
});

test("it is told at once when only a person can go on, and when somebody was let in again", async () => {
  const told: (string | undefined)[] = [];
  const refused = { status: 401, body: { code: "token_expired", status: 401, title: "", type: "" } };
  let code: Failure["code"] | undefined = "sign_in_needed";
  const { api } = client([refused, refused, { body: me }, { status: 503 }], {
    token: async () => (code ? { ok: false, failure: { code } } : { ok: true, token: "t" }),
    onSignIn: (due) => told.push(due?.code),
  });
  await api.me();
  code = undefined;
  await api.me();
  await api.me();
  await api.me();
  expect(told).toEqual(["sign_in_needed", "token_expired", undefined]);
});
