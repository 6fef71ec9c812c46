/** The API at its edges: headers, limits, overload, what it says of itself, and the pane it serves. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { contentSecurityPolicy } from "./headers.ts";
import { buildIdOf } from "./pane.ts";
import { openingOf, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { amara, jonas } from "./testing/organisation.ts";

let api: TestApi;
let pane: string;
beforeAll(async () => {
  pane = mkdtempSync(join(tmpdir(), "concord-pane-"));
  writeFileSync(
    join(pane, "taskpane.html"),
    '<!doctype html><meta name="concord-build" content="0123abcd45"><title>pane</title>',
  );
  writeFileSync(join(pane, "pane.0123456789abcdef.js"), "long script");
  writeFileSync(join(pane, "pane.0123456789abcdef.js.br"), brotliCompressSync("long script"));
  api = await startTestApi({ paneDir: pane, limits: { perMinute: 60 } });
});
afterAll(async () => {
  await api.close();
  rmSync(pane, { recursive: true });
});

test.each(["/api/me", "/api/nothing", "/api/departments/%zz/models"])(
  "no answer can be sniffed, framed by strangers or kept by a proxy: %s",
  async (url) => {
    const answer = await api.send("GET", url as "/api/me", await api.token(jonas));
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers["x-frame-options"]).toBeUndefined();
  },
);

test("the build is the one the pane's own page names", () => {
  expect(buildIdOf(pane)).toBe("0123abcd45");
});

test("the pane may be embedded by Outlook alone, and its page is always fresh", async () => {
  const { headers, statusCode } = await api.app.inject({ url: "/taskpane.html" });
  expect(statusCode).toBe(200);
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers["content-security-policy"]).toContain(
    "frame-ancestors https://outlook.cloud.microsoft https://outlook.office.com https://outlook.office365.com",
  );
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["x-frame-options"]).toBeUndefined();
});

test("hashed assets are kept for ever, and go out compressed as they lie there", async () => {
  const url = "/pane.0123456789abcdef.js";
  const { headers } = await api.app.inject({ url, headers: { "accept-encoding": "br" } });
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "br",
    "content-type": expect.stringContaining("javascript"),
  });
  expect((await api.app.inject({ url })).body).toBe("long script");
});

test("nothing written into the page runs or styles it", () => {
  const policy = contentSecurityPolicy({ frameAncestors: ["'self'"], authorities: [], isStrict: true });
  expect(policy).not.toContain("unsafe");
});

test("an address that takes other methods says which", async () => {
  const answer = await api.send("DELETE", "/api/me", await api.token(jonas));
  expect([answer.status, answer.json().code, answer.headers.allow]).toEqual([
    405,
    "method_not_allowed",
    "GET, HEAD",
  ]);
  expect((await api.app.inject({ url: "/nothing" })).json().code).toBe("not_found");
});

test("what is too large or no JSON is refused before it is read", async () => {
  const token = await api.token(jonas);
  const big = { ...verdictOn(openingOf(api)), note: "x".repeat(20_000) };
  const tooLarge = await api.send("PUT", `/api/verdicts/${openingOf(api).predictionId}`, token, big);
  expect([tooLarge.status, tooLarge.json().code]).toEqual([413, "body_too_large"]);
  const form = await api.app.inject({
    method: "POST",
    url: "/api/predictions",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" },
    payload: "a=b",
  });
  expect([form.statusCode, form.json().code]).toEqual([415, "media_type_unsupported"]);
});

test("features that lie about themselves are refused with a pointer", async () => {
  const token = await api.token(jonas);
  const opening = openingOf(api);
  const features = { ...opening.features!, words: { ids: [5, 3], counts: [1, 1] } };
  const answer = await api.send("POST", "/api/predictions", token, { ...opening, features });
  expect([answer.status, answer.json().errors[0].path]).toEqual([400, "/body/features"]);
});

test("who asks too often is told when to come back; colleagues are not held up", async () => {
  const token = await api.token(amara);
  const answers = await Promise.all(Array.from({ length: 70 }, () => api.send("GET", "/api/me", token)));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(10);
  expect(refused[0]!.json().code).toBe("rate_limited");
  expect(Number(refused[0]!.headers["retry-after"])).toBeGreaterThan(0);
  expect((await api.send("GET", "/api/me", await api.token(jonas))).status).toBe(200);
});

test("with too much in work, new requests are sent away to come again", async () => {
  const busy = await startTestApi({ limits: { inFlight: 3 } });
  const token = await busy.token(amara);
  const answers = await Promise.all(Array.from({ length: 12 }, () => busy.send("GET", "/api/me", token)));
  const codes = answers.map((answer) => answer.status);
  expect(codes.filter((code) => code === 200).length).toBeGreaterThanOrEqual(3);
  const shed = answers.find((answer) => answer.status === 503)!;
  expect([shed.json().code, shed.headers["retry-after"]]).toEqual(["overloaded", "1"]);
  expect((await busy.send("GET", "/api/me", token)).status).toBe(200);
  await busy.close();
});

test("another room's hooks stand before the API's own routes", async () => {
  const extended = await startTestApi({
    extend: (app) => {
      app.addHook("onRequest", async (request, reply) => {
        if (request.url.startsWith("/api/")) return reply.code(503).send("down");
      });
      app.get("/elsewhere", async () => "here");
    },
  });
  expect((await extended.app.inject({ url: "/api/me" })).body).toBe("down");
  expect((await extended.app.inject({ url: "/elsewhere" })).body).toBe("here");
  await extended.close();
});

test("a database that is gone is a passing trouble, and readiness says so", async () => {
  const broken = await startTestApi();
  expect((await broken.app.inject({ url: "/readyz" })).statusCode).toBe(200);
  broken.store.ping = () => Promise.reject(new Error("gone"));
  const answer = await broken.app.inject({ url: "/readyz" });
  expect([answer.statusCode, answer.json().code]).toEqual([503, "store_unavailable"]);
  expect((await broken.app.inject({ url: "/healthz" })).statusCode).toBe(200);
  await broken.close();
});

test("the description names every address, made of the same schemas", async () => {
  const description = (await api.app.inject({ url: "/openapi.json" })).json();
  expect(description.openapi).toBe("3.1.0");
  expect(Object.keys(description.paths)).toEqual(
    expect.arrayContaining([
      "/api/predictions",
      "/api/predictions/{predictionId}/move",
      "/api/verdicts/{predictionId}",
      "/api/messages/{messageKey}",
      "/api/me",
      "/api/me/department",
      "/api/departments/{id}/summary",
    ]),
  );
  const body = description.paths["/api/predictions"].post.requestBody.content["application/json"].schema;
  expect(body.required).toEqual(expect.arrayContaining(["predictionId", "departmentId", "messageRef"]));
});
