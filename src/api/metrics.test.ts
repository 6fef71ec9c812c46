/** Operators see how the API fares: by route and status, without anybody's name, id or words. */
import { makeMetrics } from "./metrics.ts";
import { type MetricsServer, serveMetrics } from "./metricsServer.ts";
import type { Store } from "./store/store.ts";
import { open, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { amara } from "./testing/organisation.ts";

let api: TestApi;
let server: MetricsServer;
let ping: Store["ping"];
beforeAll(async () => {
  let made: ReturnType<typeof makeMetrics> | undefined;
  const late = {
    ping: async () => ping(),
    get db() {
      return api.store.db;
    },
  } as Store;
  api = await startTestApi({
    extend: (app) => {
      made = makeMetrics(late, 1_000);
      made.watch(app as never);
    },
  });
  ping = api.store.ping;
  server = await serveMetrics(made!, "127.0.0.1", 0);
});
afterAll(async () => {
  await server.close();
  await api.close();
});

const scrape = async () => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();

test("answers and their times are counted by route, method and status", async () => {
  const { request, opened } = await open(api, amara);
  await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), verdictOn(request));
  await api.send("GET", "/api/me", "nonsense");
  const text = await scrape();
  expect(text).toContain(
    'concord_http_requests_total{method="POST",route="/api/predictions",status="200"} 1',
  );
  expect(text).toContain(
    'concord_http_requests_total{method="PUT",route="/api/verdicts/:predictionId",status="200"} 1',
  );
  expect(text).toContain('concord_http_requests_total{method="GET",route="/api/me",status="401"} 1');
  expect(text).toContain(
    'concord_http_request_duration_seconds_bucket{method="POST",route="/api/predictions",le="+Inf"} 1',
  );
  expect(text).toContain("concord_store_up 1");
});

test("every line is one that Prometheus reads, and none tells who or what", async () => {
  const { request, opened } = await open(api, amara);
  await api.send("GET", `/nowhere/${opened.messageKey}?x=${amara}`, "nonsense");
  const text = await scrape();
  const line = /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [0-9.e+-]+)$/;
  expect(
    text
      .trimEnd()
      .split("\n")
      .filter((one) => !line.test(one)),
  ).toEqual([]);
  for (const secret of [amara, opened.predictionId, opened.messageKey, request.messageRef])
    expect(text).not.toContain(secret);
});

test("a database that is gone is told", async () => {
  ping = async () => Promise.reject(new Error("gone"));
  expect(await scrape()).toContain("concord_store_up 0");
  ping = api.store.ping;
});

test("nothing else is served there", async () => {
  for (const path of ["/", "/api/me", "/healthz"])
    expect((await fetch(`http://127.0.0.1:${server.port}${path}`)).status).toBe(404);
});
