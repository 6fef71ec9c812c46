/** Hostile requests, as a scanner sends them: only refusals of the caller, no fault of ours, nothing of theirs said back or logged. */

import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { v7 } from "uuid";
import { newRef, noon, open, openingOf, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { amara } from "./testing/organisation.ts";

let api: TestApi;
let token: string;
let port: number;
beforeAll(async () => {
  api = await startTestApi({ limits: { requestTimeoutMs: 2_000 }, policy: { blindShare: 0 } });
  token = await api.token(amara, { roles: ["Triage.Staff", "Triage.Lead", "Triage.Admin"] });
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  port = (api.app.server.address() as AddressInfo).port;
  // The first prediction waits for the model to be made, which on a busy machine takes longer than the time set above.
  while (!(await open(api, amara).catch(() => undefined)));
});
afterAll(() => api.close());

const injections = [
  "' or '1'='1",
  "'; drop table feedback; --",
  '" union select value from model_snapshot --',
  "1; select pg_sleep(9)",
  "$(sleep 9)",
  "`id`",
  "| cat /etc/passwd",
  "../../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "%00",
  "\u0000",
  "<script>alert(1)</script>",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
  "{{7*7}}#{7*7}",
  "*)(uid=*))(|(uid=*",
  "\r\nset-cookie: x=1",
  "__proto__",
  "constructor",
  "\u202Egnp.exe",
  "\uD800",
  "a".repeat(5_000),
  "-1",
  "1e999",
  "NaN",
  "null",
  "",
];

/** Valid requests, of which one value at a time is replaced. */
async function valid(): Promise<{ method: "GET" | "POST" | "PUT" | "DELETE"; url: string; body?: object }[]> {
  const { request, opened } = await open(api, amara);
  return [
    { method: "POST", url: "/api/predictions", body: openingOf(api) },
    { method: "PUT", url: `/api/verdicts/${opened.predictionId}`, body: verdictOn(request) },
    { method: "DELETE", url: `/api/verdicts/${opened.predictionId}?feedbackId=${v7()}` },
    {
      method: "POST",
      url: `/api/predictions/${opened.predictionId}/move`,
      body: { moveId: v7(), messageRef: newRef(), toDepartmentId: "help-desk", decidedAt: noon },
    },
    { method: "GET", url: `/api/messages/${newRef()}?departmentId=service` },
    { method: "GET", url: "/api/departments/service/summary?from=2026-10-26&to=2026-11-23" },
    { method: "PUT", url: "/api/me/department", body: { departmentId: "service" } },
    { method: "GET", url: "/api/admin/audit?departmentId=service&action=x&limit=5" },
    { method: "GET", url: "/api/admin/people?search=x" },
    { method: "GET", url: "/api/admin/departments/service/versions/1" },
    { method: "GET", url: `/api/admin/people/${amara}/export` },
  ];
}

async function send(method: string, url: string, payload?: string | Buffer, headers: object = {}) {
  const answer = await api.app.inject({
    method: method as "GET",
    url,
    headers: {
      authorization: `Bearer ${token}`,
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

const isCalm = (status: number) => status < 500;
/** Every place in a value where something else can stand. */
function variants(value: unknown, replacement: unknown): unknown[] {
  if (Array.isArray(value)) return value.length > 0 ? [value.with(0, replacement)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { ...value, [key]: replacement },
    ...variants(inner, replacement).map((changed) => ({ ...value, [key]: changed })),
  ]);
}

test("injections in every part of every address are refused or mean nothing", async () => {
  for (const { method, url, body } of await valid())
    for (const injection of injections) {
      const parts = url.split(/(?<=[/=&?])/);
      for (let place = 2; place < parts.length; place++) {
        const hostile = parts.with(place, encodeURIComponent(injection.replace("\uD800", "\uFFFD"))).join("");
        const { status, body: said } = await send(method, hostile, body && JSON.stringify(body));
        expect({ method, hostile, calm: isCalm(status) }).toEqual({ method, hostile, calm: true });
        if (injection.length > 8 && status >= 400) expect(said).not.toContain(injection);
      }
    }
});

test("injections and wrong types in every field of every body are refused, with the place and without the value", async () => {
  const wrong: unknown[] = [
    ...injections,
    0,
    -1,
    1e308,
    true,
    null,
    [],
    {},
    [[[[[]]]]],
    { $gt: "" },
    { toString: 1 },
  ];
  for (const { method, url, body } of await valid()) {
    if (!body) continue;
    for (const value of wrong)
      for (const changed of variants(body, value)) {
        const { status, body: said } = await send(method, url, JSON.stringify(changed));
        expect({ url, value, calm: isCalm(status) }).toEqual({ url, value, calm: true });
        if (typeof value === "string" && value.length > 8 && status >= 400) expect(said).not.toContain(value);
      }
  }
});

test.each<[string, string | Buffer, object, readonly number[]]>([
  ["no JSON", "{", {}, [400]],
  ["JSON with a comment", '{"a":1}//', {}, [400]],
  ["a prototype", '{"__proto__":{"roles":["admin"]}}', {}, [400]],
  ["a constructor", '{"constructor":{"prototype":{"x":1}}}', {}, [400]],
  ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00]), {}, [400]],
  ["an empty body", "", {}, [400]],
  ["a million brackets", "[".repeat(400_000), {}, [400, 413]],
  ["more than is taken", JSON.stringify({ a: "x".repeat(600_000) }), {}, [413]],
  ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, [415]],
  ["XML", "<x/>", { "content-type": "application/xml" }, [415]],
  ["several parts", "--x", { "content-type": "multipart/form-data; boundary=x" }, [415]],
  ["a wrong length", "{}", { "content-length": "-1" }, [400]],
  ["a packed body", "{}", { "content-encoding": "gzip" }, [400, 415]],
  ["a method in a header", "{}", { "x-http-method-override": "DELETE" }, [400]],
])("%s is refused", async (_, payload, headers, statuses) => {
  const { status } = await send("POST", "/api/predictions", payload, headers);
  expect(statuses).toContain(status);
});

test.each([
  "/..%2f..%2f..%2fetc/passwd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/static/..%2f..%2fpackage.json",
  "/assets/%00.png",
  "//evil.example/",
  "/\\evil.example",
  "/api//me",
  "/api/me/",
  "/API/ME",
  "/api/me;x=1",
  "/api/me%00",
  "/api/%6de%2f..%2fadmin",
  "/.env",
  "/.git/config",
  "/data/concord.db",
  "/concord.key",
  "/%zz",
  "/?__proto__[x]=1",
  "/api/me?a[]=1&a[]=2",
])("the path %s leads nowhere it should not", async (path) => {
  const { status, body, headers } = await send("GET", path);
  expect(status).toBeLessThan(500);
  expect(headers.location).toBeUndefined();
  expect(body).not.toMatch(/root:|"dependencies"|SQLite format|\[core\]/);
});

test("a path of six thousand characters leads nowhere", async () => {
  expect((await send("GET", `/${"a/".repeat(3_000)}`)).status).toBeLessThan(500);
});

test.each(["TRACE", "CONNECT", "PATCH", "OPTIONS", "HEAD", "PROPFIND", "PURGE", "GETS"])(
  "the method %s does nothing",
  async (method) => {
    const answer = await raw(`${method} /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d|^$/);
    expect(answer).not.toContain("Bearer ey");
  },
);

/** Bytes as they are, and everything that comes back until the end, or for as long as `patienceMs`. */
const raw = (text: string, patienceMs = 6_000): Promise<string> =>
  new Promise((done) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      done(heard);
    };
    const timer = setTimeout(end, patienceMs);
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
    });
    socket.on("close", end).on("error", end);
  });

test.each([
  ["two lengths", "POST /api/me HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 0\r\n\r\nGET "],
  [
    "a length and chunks",
    "POST /api/me HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
  ],
  ["a broken chunk", "POST /api/me HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
  ["a header without end", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(40_000)}\r\n\r\n`],
  ["a thousand headers", `GET / HTTP/1.1\r\nHost: x\r\n${"X: 1\r\n".repeat(3_000)}\r\n`],
  ["a line of nothing", "\u0000\u0001\u0002\r\n\r\n"],
  ["a header in a header", "GET / HTTP/1.1\r\nHost: x\r\nX: a\nSet-Cookie: b\u0000\r\n\r\n"],
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
])("at the level of bytes, %s is refused", async (_, text) => {
  const answer = await raw(text, 1_500);
  expect(answer).not.toMatch(/^HTTP\/1\.1 [25]\d\d(?!.*HTTP\/1\.1 4)/s);
});

test("a body that drips, and one that never comes, are cut off in time; others are served meanwhile", async () => {
  const head = `POST /api/predictions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`;
  const waiting = Array.from({ length: 20 }, () => raw(head, 60_000));
  expect((await send("GET", "/api/me")).status).toBe(200);
  const answers = await Promise.all(waiting);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408/);
});

/** Sends a byte now and then, which looks alive to whoever watches for silence only, until it is hung up on. */
const drip = (head: string): Promise<{ heard: string; sent: number }> =>
  new Promise((done) => {
    let heard = "";
    let sent = 0;
    const socket = connect(port, "127.0.0.1", () => socket.write(head, "latin1"));
    const timer = setInterval(() => {
      if (socket.writable) socket.write("1", () => sent++);
    }, 100);
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(timer);
      done({ heard, sent });
    });
  });

test.each([
  [
    "body",
    (auth: string) =>
      `POST /api/predictions HTTP/1.1\r\nHost: x\r\n${auth}\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"a":`,
  ],
  [
    "body in chunks",
    (auth: string) =>
      `POST /api/predictions HTTP/1.1\r\nHost: x\r\n${auth}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n{"a":`,
  ],
  ["head", () => "GET /api/me HTTP/1.1\r\nHost: x\r\nX-Long: "],
])(
  "a %s of which a byte comes now and then is hung up on with 408, and others are served meanwhile",
  async (_, head) => {
    let isDripping = true;
    const dripping = Promise.all(
      Array.from({ length: 10 }, () => drip(head(`Authorization: Bearer ${token}`))),
    ).finally(() => {
      isDripping = false;
    });
    let served = 0;
    // Now and then for as long as it drips; a request that hung would hold this loop, and the test, for ever.
    do {
      const answer = await fetch(`http://127.0.0.1:${port}/api/me`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
      await new Promise((done) => setTimeout(done, 100));
      served++;
    } while (isDripping);
    expect(served).toBeGreaterThan(0);
    for (const { heard, sent } of await dripping) {
      expect(heard).toMatch(/^HTTP\/1\.1 408/);
      // It really dripped, and was not waited for to the end, which would have taken minutes.
      expect(sent).toBeGreaterThan(0);
      expect(sent).toBeLessThan(4_000);
    }
  },
);

test("after all of it the API is well, nothing was a fault of its own, and no word of it is in the log", async () => {
  expect((await send("GET", "/api/me")).status).toBe(200);
  expect((await send("GET", "/readyz")).status).toBe(200);
  const lines = api.lines.join("");
  expect(lines).not.toMatch(/"msg":"fault"/);
  for (const word of ["etc/passwd", "pg_sleep", "drop table", "<script>", "evil.example"])
    expect(lines).not.toContain(word);
  expect(api.faults).toEqual([]);
});
