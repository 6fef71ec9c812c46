/** Traces go to a collector when one is named: what took how long, by route, without anybody's name, id or words. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { configFrom } from "./config.ts";
import { newRef, open, startTestApi, verdictOn } from "./testing/api.ts";
import { amara, organisation } from "./testing/organisation.ts";
import { startTracing, type Tracing } from "./tracing.ts";

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  status: { code?: number };
  attributes: { key: string; value: Record<string, unknown> }[];
}

let collector: Server;
let texts: string[];
beforeEach(async () => {
  texts = [];
  collector = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      if (request.url === "/v1/traces") texts.push(Buffer.concat(chunks).toString());
      answer.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((done) => collector.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  collector.closeAllConnections();
  await new Promise((done) => collector.close(done));
});

const endpoint = () => `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
const spans = (): Span[] =>
  texts.flatMap((text) =>
    JSON.parse(text).resourceSpans.flatMap((one: { scopeSpans: { spans: Span[] }[] }) =>
      one.scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

async function traced(share = 1) {
  let tracing: Tracing | undefined;
  const api = await startTestApi({
    policy: { blindShare: 0 },
    extend: async (app) => {
      tracing = await startTracing({ endpoint: endpoint(), share, version: "test" });
      tracing.watch(app as never);
    },
  });
  return { api, sent: () => tracing!.close() };
}

test("each answer is a span by its route, with what it took to let the request in and to handle it", async () => {
  const { api, sent } = await traced();
  const { request, opened } = await open(api, amara);
  const url = `/api/verdicts/${opened.predictionId}`;
  await api.send("PUT", url, await api.token(amara), verdictOn(request));
  await api.send("GET", `/nowhere/${newRef()}`, "nonsense");
  await sent();
  const verdict = spans().find(({ name }) => name === "PUT /api/verdicts/:predictionId")!;
  expect(attributesOf(verdict)).toMatchObject({
    "http.route": "/api/verdicts/:predictionId",
    "http.request.method": "PUT",
  });
  expect(Number(attributesOf(verdict)["http.response.status_code"])).toBe(200);
  const logged = api.lines.map((line) => JSON.parse(line)).find((line) => line.method === "PUT");
  expect(attributesOf(verdict)["concord.request_id"]).toBe(logged.reqId);
  const parts = spans().filter(({ parentSpanId }) => parentSpanId === verdict.spanId);
  expect(parts.map(({ name }) => name).sort()).toEqual(["admit", "handle"]);
  expect(spans().some(({ name }) => name === "GET none")).toBe(true);
  for (const secret of [amara, opened.predictionId, opened.messageKey, request.messageRef, "billing"])
    expect(texts.join("")).not.toContain(secret);
  await api.close();
});

test("what a proxy has begun is gone on with, and what it does not want is not recorded", async () => {
  const { api, sent } = await traced();
  const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const get = (flags: string, id = trace) =>
    api.app.inject({ url: "/healthz", headers: { traceparent: `00-${id}-00f067aa0ba902b7-${flags}` } });
  await get("01");
  await get("00", trace.replace("4", "5"));
  await api.app.inject({ url: "/healthz", headers: { traceparent: "x".repeat(2_000) } });
  await sent();
  const health = spans().filter(({ name }) => name === "GET /healthz");
  expect(health).toHaveLength(2);
  expect(health[0]).toMatchObject({ traceId: trace, parentSpanId: "00f067aa0ba902b7" });
  await api.close();
});

test("a fault of ours is marked, a collector that is gone disturbs nobody", async () => {
  const { api, sent } = await traced();
  const { ping } = api.store;
  api.store.ping = async () => Promise.reject(new Error("gone"));
  expect((await api.app.inject("/readyz")).statusCode).toBe(503);
  api.store.ping = ping;
  await sent();
  expect(spans().find(({ name }) => name === "GET /readyz")!.status.code).toBe(2);
  await api.close();
  const gone = await startTracing({ endpoint: "http://127.0.0.1:1", share: 1, version: "test" });
  const lonely = await startTestApi({ extend: (app) => gone.watch(app as never) });
  expect((await open(lonely, amara)).opened.predictionId).toBeTruthy();
  await gone.close().catch(() => undefined);
  await lonely.close();
});

test("nothing is traced unless a collector is named", () => {
  const settings = { organisation: organisation({ jwksUri: "http://127.0.0.1:1/keys" }) };
  expect(configFrom({}, settings).tracing).toBeUndefined();
  const named = { OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example:4318/", TRACE_SHARE: "0.25" };
  expect(configFrom(named, settings).tracing).toEqual({
    endpoint: "https://collector.example:4318",
    share: 0.25,
  });
  expect(() => configFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: "nowhere" }, settings)).toThrow(/must be/);
  expect(() => configFrom({ ...named, TRACE_SHARE: "2" }, settings)).toThrow(/TRACE_SHARE/);
});
