/** Trouble that is nobody's fault: a full disk, a disk that cannot be written, connections that break, clients that dawdle. */

import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { sql } from "kysely";
import { openStore } from "./store/store.ts";
import { verify } from "./store/verify.ts";
import { newRef, open, openingOf, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { type Engine, engines } from "./testing/engines.ts";
import { startIssuer, type TestIssuer, tid } from "./testing/issuer.ts";
import { amara } from "./testing/organisation.ts";

jest.setTimeout(120_000);

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

/** As the outbox does: the same again until it is stored. */
async function opened(api: TestApi, body: ReturnType<typeof openingOf>) {
  const token = await api.token(amara);
  for (let attempt = 0; ; attempt++) {
    const answer = await api.send("POST", "/api/predictions", token, body);
    if (answer.status === 200 || attempt === 20) return answer;
    expect([answer.status, answer.json().code]).toEqual([503, "store_unavailable"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const differences = async (api: TestApi) => (await verify(api.store, `${tid}/service`)).differences;

/** On every connection that writes to the file. */
async function everywhere(api: TestApi, pragma: string): Promise<void> {
  await sql.raw(`pragma ${pragma}`).execute(api.store.db);
  await api.store.writing!.read([{ text: `pragma ${pragma}`, values: [] }]);
}

describe("on a file", () => {
  const [, file] = engines()[0]!;
  let api: TestApi;
  let path: string;
  beforeAll(() => file.start());
  afterAll(() => file.stop());
  beforeEach(async () => {
    const place = await file.newPlace();
    path = (place as { file: string }).file;
    api = await startTestApi({ place, issuer });
  });
  afterEach(() => api.close());

  test("while the disk is full everything is refused to be tried again, and goes on when there is room", async () => {
    await open(api, amara);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(api.store.db);
    await everywhere(api, `max_page_count = ${rows[0]!.page_count}`);
    const token = await api.token(amara);
    const bodies = Array.from({ length: 40 }, () => openingOf(api));
    const answers = await Promise.all(
      bodies.map((body) => api.send("POST", "/api/predictions", token, body)),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expect([one.status, one.json().code]).toEqual([503, "store_unavailable"]);
    expect(await differences(api)).toEqual([]);
    await everywhere(api, "max_page_count = 1000000");
    for (const body of bodies) expect((await opened(api, body)).status).toBe(200);
    const stored = await api.store.db.selectFrom("opening").select("prediction_id").execute();
    expect(stored).toHaveLength(41);
    expect(await differences(api)).toEqual([]);
  });

  test("while nothing can be written reading goes on, and what is refused can be tried again", async () => {
    const { request, opened: first } = await open(api, amara);
    await everywhere(api, "query_only = on");
    const token = await api.token(amara);
    const url = `/api/verdicts/${first.predictionId}`;
    const body = verdictOn(request);
    const answer = await api.send("PUT", url, token, body);
    expect([answer.status, answer.json().code]).toEqual([503, "store_unavailable"]);
    expect((await api.send("GET", "/api/departments/service/summary", token)).status).toBe(200);
    await everywhere(api, "query_only = off");
    expect((await api.send("PUT", url, token, body)).status).toBe(200);
    expect(await differences(api)).toEqual([]);
  });

  test("a page damaged while it runs is told as such, nothing wrong is answered, and a backup put back goes on", async () => {
    const { request, opened: first } = await open(api, amara);
    const token = await api.token(amara);
    const answer = () => api.send("PUT", `/api/verdicts/${first.predictionId}`, token, verdictOn(request));
    expect((await answer()).status).toBe(200);
    expect((await api.app.inject("/readyz")).statusCode).toBe(200);
    await sql`pragma wal_checkpoint(truncate)`.execute(api.store.db);
    const backup = readFileSync(path);
    const pages = Buffer.from(backup);
    // All but the first page, which tells where the tables are.
    pages.fill(0x5a, 4_096);
    writeFileSync(path, pages);
    await everywhere(api, "shrink_memory");
    const refused = await answer();
    expect([refused.status, refused.json().code]).toEqual([503, "store_unavailable"]);
    const ready = await api.app.inject("/readyz");
    expect([ready.statusCode, ready.json().detail]).toEqual([
      503,
      "The database file is damaged; the last backup has to be restored.",
    ]);
    await api.close().catch(() => undefined);
    await expect(openStore({ file: path }, Date.now())).rejects.toMatchObject({ code: "database_damaged" });
    for (const part of ["-wal", "-shm"]) rmSync(path + part, { force: true });
    writeFileSync(path, backup);
    api = await startTestApi({ place: { file: path }, issuer });
    expect((await answer()).status).toBe(200);
    expect((await api.app.inject("/readyz")).statusCode).toBe(200);
    expect(await differences(api)).toEqual([]);
  });

  test("one who sends slowly or never reads holds up nobody", async () => {
    await api.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = api.app.server.address() as AddressInfo;
    const token = await api.token(amara);
    const head = `POST /api/predictions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{`;
    const dawdlers = Array.from({ length: 50 }, () => {
      const socket = connect(port, "127.0.0.1", () => socket.write(head));
      return socket.on("error", () => undefined);
    });
    const deaf = Array.from({ length: 20 }, () => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.pause();
        for (let i = 0; i < 50; i++)
          socket.write(`GET /api/me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`);
      });
      return socket.on("error", () => undefined);
    });
    const all = [...dawdlers, ...deaf];
    await Promise.all(all.map((socket) => once(socket, "connect")));
    let isSomebodyGone = false;
    for (const socket of all)
      socket.once("close", () => {
        isSomebodyGone = true;
      });
    await open(api, amara, { messageRef: newRef() });
    expect(isSomebodyGone).toBe(false);
    for (let i = 1; i < 10; i++) await open(api, amara, { messageRef: newRef() });
    for (const socket of all) socket.destroy();
  });
});

const shared = engines().find(([name]) => name === "PostgreSQL")?.[1];
(shared ? describe : describe.skip)("on a server", () => {
  const engine = shared as Engine;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test("when every connection breaks in the middle of work, what was not stored is sent again and is there once", async () => {
    const api = await startTestApi({ place: await engine.newPlace(), issuer });
    const bodies = Array.from({ length: 60 }, () => openingOf(api));
    let isOver = false;
    const breaking = (async () => {
      // No more often than what is broken is sent again, however slowly that goes.
      for (let n = 0; n < 15 && !isOver; n++) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`
          .execute(api.store.db)
          .catch(() => undefined);
        await new Promise((done) => setTimeout(done, 60));
      }
    })();
    const answers = await Promise.all(bodies.map((body) => opened(api, body))).finally(() => {
      isOver = true;
    });
    await breaking;
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const stored = await api.store.db.selectFrom("opening").select("prediction_id").execute();
    expect(stored.map((row) => row.prediction_id).sort()).toEqual(
      bodies.map((body) => body.predictionId).sort(),
    );
    expect(await differences(api)).toEqual([]);
    await api.close();
  });
});
