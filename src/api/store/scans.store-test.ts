/** Whatever reads many stored rows waits for its own thread or connection, and no request waits for it. */
import { type KyselyPlugin, sql } from "kysely";
import { v7 } from "uuid";
import { newRef, open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { startIssuer, type TestIssuer } from "../testing/issuer.ts";
import { amara, priya } from "../testing/organisation.ts";

jest.setTimeout(120_000);

const roles = ["Triage.Staff", "Triage.Lead", "Triage.Admin"];
const rowTables = /from "?(feedback|opening|answer|current|audit|features|message_reference|imported)\b/;
/** One page, one message, one prediction, one verdict, one person. */
const bounded = /\blimit\b|"?(message_key|prediction_id|feedback_id|person)"? (=|in) /;

describe.each(engines())("on %s", (name, engine: Engine) => {
  let issuer: TestIssuer;
  let api: TestApi;
  beforeAll(async () => {
    await engine.start();
    issuer = await startIssuer();
    api = await startTestApi({ place: await engine.newPlace(), issuer });
    for (let n = 0; n < 6; n++) {
      const { request, opened } = await open(api, amara);
      const url = `/api/verdicts/${opened.predictionId}`;
      const verdict = { kind: "holds" as const, category: "contract", priority: "high" as const };
      await api.send("PUT", url, await api.token(amara), verdictOn(request, { verdict }));
    }
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await issuer.close();
    await engine.stop();
  });

  const get = async (url: string) => api.send("GET", url, await api.token(priya, { roles }));
  const scanning = [
    "/api/admin/overview",
    `/api/admin/people/${amara}/export`,
    "/api/departments/service/corrections",
    "/api/departments/service/evidence-pack",
    "/api/departments/service/evidence-pack.zip",
    "/api/departments/service/figures",
    "/api/departments/service/objectives",
    "/api/departments/service/proposals",
    "/api/departments/service/reviews",
  ];

  test("nothing can be written where scans read", async () => {
    if (name !== "libsql") return;
    const writing = api.store.scans.db.deleteFrom("counter").execute();
    await expect(writing).rejects.toMatchObject({ code: "SQLITE_READONLY" });
  });

  test("while scans wait for each other, people open, answer and read the summary", async () => {
    let release = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    const connections = name === "libsql" ? 1 : 2;
    const held = Array.from({ length: connections }, () =>
      api.store.scans.db.connection().execute(async (one) => {
        await sql`select 1`.execute(one);
        await gate;
      }),
    );
    let settled = 0;
    const waiting = scanning.map(async (url) => {
      const answer = await get(url);
      settled++;
      return [url, answer.status];
    });
    for (let n = 0; n < 3; n++) {
      const { request, opened } = await open(api, amara, { messageRef: newRef() });
      const url = `/api/verdicts/${opened.predictionId}`;
      expect((await api.send("PUT", url, await api.token(amara), verdictOn(request))).status).toBe(200);
    }
    for (const url of ["/api/me", "/api/departments/service/summary"])
      expect([url, (await get(url)).status]).toEqual([url, 200]);
    expect(settled).toBe(0);
    release();
    await Promise.all(held);
    expect(await Promise.all(waiting)).toEqual(scanning.map((url) => [url, 200]));
  });

  test("no reading route asks the requests' own connection for the rows of a whole department", async () => {
    const said: string[] = [];
    const { db } = api.store;
    const noting: KyselyPlugin = {
      transformQuery: ({ node, queryId }) => {
        said.push(db.getExecutor().compileQuery(node, queryId).sql);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const document = (await api.app.inject("/openapi.json")).json();
    const routes = Object.keys(document.paths).filter(
      (path) => path.startsWith("/api/") && document.paths[path].get,
    );
    api.store.db = db.withPlugin(noting);
    try {
      for (const route of routes) {
        const url = route
          .replace("{oid}", amara)
          .replace("{id}", "service")
          .replace("{version}", "1")
          .replace("/messages/{messageKey}", `/messages/${newRef()}`)
          .replace(/\{\w+\}/, v7());
        const query = /audit|messages/.test(route) ? "?departmentId=service" : "";
        const { status } = await get(url + query);
        expect(status === 404 ? [url, 200] : [url, status]).toEqual([url, 200]);
      }
    } finally {
      api.store.db = db;
    }
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((text) => rowTables.test(text) && !bounded.test(text))).toEqual([]);
  });
});
