/** Clocks that jump, a database that is gone, slow or damaged, a decision that always fails: clear answers, nothing lost, nothing twice. */
import pg from "pg";
import { takeLease } from "./jobs/lease.ts";
import { takeIn } from "./store/intake.ts";
import { verify } from "./store/verify.ts";
import { newRef, noon, open, openingOf, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { engines } from "./testing/engines.ts";
import { claimsOf, startIssuer, type TestIssuer, tid } from "./testing/issuer.ts";
import { amara, jonas, mei } from "./testing/organisation.ts";
import { postgresPrograms, startPostgres, type TestPostgres } from "./testing/postgres.ts";

jest.setTimeout(120_000);

const dayMs = 86_400_000;
const service = `${tid}/service`;

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

const differences = async (api: TestApi) => (await verify(api.store, service)).differences;
/** As a pane does: the same again, after a while, until it is taken. */
async function atLast(send: () => ReturnType<TestApi["send"]>): Promise<void> {
  for (let attempt = 0; (await send()).status !== 200; attempt++) {
    expect(attempt).toBeLessThan(200);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const storedOpenings = async (api: TestApi) =>
  (await api.store.db.selectFrom("opening").select("prediction_id").execute()).map(
    (row) => row.prediction_id,
  );

describe.each(engines())("on %s", (_, engine) => {
  let api: TestApi;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    api = await startTestApi({ place: await engine.newPlace(), issuer, policy: { blindShare: 0.2 } });
  });
  afterEach(() => api.close());

  async function answered(who: string, messageRef = newRef()) {
    const { request, opened } = await open(api, who, { messageRef });
    const url = `/api/verdicts/${opened.predictionId}`;
    const body = verdictOn(request);
    const put = async () => api.send("PUT", url, await api.token(who), body);
    const take = async () => api.send("DELETE", `${url}?feedbackId=${body.feedbackId}`, await api.token(who));
    const answer = await put();
    expect(answer.status).toBe(200);
    return { put, take, receipt: { feedbackId: body.feedbackId, storedAt: answer.json().storedAt } };
  }

  test("a clock that jumps back three days and ahead a year stops nobody, and the figures equal a recount", async () => {
    const first = await answered(amara);
    api.clock.now -= 3 * dayMs;
    const early = await answered(jonas);
    expect((await first.put()).json()).toMatchObject(first.receipt);
    expect((await first.take()).status).toBe(200);
    await api.learn();
    api.clock.now += 400 * dayMs;
    const expired = await issuer.sign(claimsOf(noon, { oid: amara }));
    expect((await api.send("GET", "/api/me", expired)).json().code).toBe("token_expired");
    expect((await early.put()).json()).toMatchObject(early.receipt);
    await answered(amara);
    await api.learn();
    api.clock.now = noon;
    await answered(jonas);
    await api.learn();
    expect(await differences(api)).toEqual([]);
    expect(api.faults).toEqual([]);
  });

  test("a lease taken before the clock went back is not waited for", async () => {
    const { db } = api.store;
    expect(await takeLease(db, service, "one", noon)).toBe(true);
    expect(await takeLease(db, service, "two", noon - 60_000)).toBe(false);
    expect(await takeLease(db, service, "two", noon - dayMs)).toBe(true);
  });

  test("a decision that always fails harms none of those beside it", async () => {
    const token = await api.token(amara);
    const bodies = Array.from({ length: 12 }, () => openingOf(api));
    const poison = Array.from({ length: 3 }, () =>
      takeIn(api.store, {
        wanted: [{ department: service, messageKey: newRef() }],
        decide: () => {
          throw new TypeError("poison");
        },
      }).then(
        () => "taken in",
        (fault: Error) => fault.message,
      ),
    );
    const answers = await Promise.all(
      bodies.map((body) => api.send("POST", "/api/predictions", token, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200));
    expect(await Promise.all(poison)).toEqual(["poison", "poison", "poison"]);
    expect((await storedOpenings(api)).sort()).toEqual(bodies.map((body) => body.predictionId).sort());
    expect(await differences(api)).toEqual([]);
  });

  test("what arrives twice, at once and in any order is there once", async () => {
    const { request, opened } = await open(api, amara);
    const url = `/api/verdicts/${opened.predictionId}`;
    const token = await api.token(amara);
    const said = Array.from({ length: 4 }, () => verdictOn(request));
    const puts = [...said, ...said.toReversed(), ...said].map((body) => api.send("PUT", url, token, body));
    const undos = said
      .slice(0, 2)
      .map(({ feedbackId }) => api.send("DELETE", `${url}?feedbackId=${feedbackId}`, token));
    for (const { status } of await Promise.all([...puts, ...undos])) expect(status).toBe(200);
    const rows = await api.store.db
      .selectFrom("feedback")
      .select("feedback_id")
      .where("event", "=", "verdict")
      .execute();
    expect(rows.map((row) => row.feedback_id).sort()).toEqual(said.map((one) => one.feedbackId).sort());
    expect(await differences(api)).toEqual([]);
  });
});

test("a page found damaged while it runs is told as trouble to be tried again, without the database's words", async () => {
  const damaged = Object.assign(new Error("database disk image is malformed"), { code: "SQLITE_CORRUPT" });
  const api = await startTestApi({
    issuer,
    extend: async (app) => {
      app.get("/damaged", async () => Promise.reject(damaged));
    },
  });
  const answer = await api.app.inject("/damaged");
  expect([answer.statusCode, answer.json().code]).toEqual([503, "store_unavailable"]);
  expect(answer.body).not.toContain("malformed");
  await api.close();
});

const programs = postgresPrograms();
(programs ? describe : describe.skip)("on a server", () => {
  let server: TestPostgres;
  let place: { databaseUrl: string };
  let api: TestApi;
  beforeAll(async () => {
    server = await startPostgres(programs!);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = { databaseUrl: await server.newDatabase() };
    api = await startTestApi({ place, issuer, limits: { requestTimeoutMs: 8_000 } });
  });
  afterEach(() => api.close());

  test("while it is gone everything says so and when to come back; when it is back everything goes on by itself", async () => {
    await open(api, amara);
    const body = openingOf(api);
    const token = await api.token(amara);
    const send = () => api.send("POST", "/api/predictions", token, body);
    await server.without(async () => {
      const { status, json, headers } = await send();
      expect([status, json().code]).toEqual([503, "store_unavailable"]);
      expect(Number(headers["retry-after"])).toBeGreaterThan(0);
      expect((await api.app.inject("/readyz")).statusCode).toBe(503);
      expect((await api.app.inject("/healthz")).statusCode).toBe(200);
    });
    await atLast(send);
    expect((await send()).status).toBe(200);
    expect((await api.app.inject("/readyz")).statusCode).toBe(200);
    expect((await storedOpenings(api)).filter((id) => id === body.predictionId)).toHaveLength(1);
    expect(await differences(api)).toEqual([]);
  });

  test("while it is slow for one department the others go on, and what waited too long can be sent again", async () => {
    await api.send("GET", "/api/me", await api.token(mei));
    const other = new pg.Client({ connectionString: place.databaseUrl });
    await other.connect();
    await other.query("begin");
    await other.query("select 1 from department where department = $1 for update", [service]);
    const body = openingOf(api);
    const token = await api.token(amara);
    const send = () => api.send("POST", "/api/predictions", token, body);
    const slow = send();
    const theirs = openingOf(api, { departmentId: "help-desk" });
    const elsewhere = async () => api.send("POST", "/api/predictions", await api.token(mei), theirs);
    await atLast(elsewhere);
    const { status, json } = await slow;
    expect([status, json().code]).toEqual([503, "timeout"]);
    await other.query("rollback");
    await other.end();
    await atLast(send);
    expect((await storedOpenings(api)).filter((id) => id === body.predictionId)).toHaveLength(1);
    expect(await differences(api)).toEqual([]);
  });
});
