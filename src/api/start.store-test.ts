/** The production process: killed in the middle of a burst nothing is lost; what it cannot use it refuses in a sentence. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import type { Opened } from "../triage/prediction.ts";
import { StartFailure } from "./startFailure.ts";
import { newestMigration } from "./store/migrations.ts";
import { openStore } from "./store/store.ts";
import { verify } from "./store/verify.ts";
import { newRef, verdictOn } from "./testing/api.ts";
import { claimsOf, startIssuer, type TestIssuer, tid } from "./testing/issuer.ts";
import { amara, organisation } from "./testing/organisation.ts";

jest.setTimeout(120_000);

let folder: string;
let issuer: TestIssuer;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "concord-start-"));
  issuer = await startIssuer();
  writeFileSync(join(folder, "organisation.json"), JSON.stringify(organisation({ jwksUri: issuer.jwksUri })));
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  await issuer.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Process {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
}

function run(settings: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "main.ts")], {
    env: {
      PATH: process.env.PATH,
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      ORGANISATION_FILE: join(folder, "organisation.json"),
      LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  child.stdout!.on("data", (chunk) => (output += chunk));
  child.stderr!.on("data", (chunk) => (output += chunk));
  const exit = new Promise<number | null>((done) =>
    child.once("exit", (code) => {
      running.delete(child);
      done(code);
    }),
  );
  return { child, output: () => output, exit };
}

async function listening(started: Process): Promise<string> {
  for (let i = 0; i < 3_600; i++) {
    const origin = /listens at (\S+)/.exec(started.output())?.[1];
    if (origin) return origin;
    if (started.child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`did not start: ${started.output()}`);
}

const refusal = async (settings: Record<string, string> = {}) => {
  const started = run(settings);
  const code = await started.exit;
  return { code, sentence: started.output().trim() };
};

const digestOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
const database = () => join(folder, "data", "concord.db");

test("killed in the middle of a burst, three times: every acknowledged verdict is there, and each arrives once", async () => {
  const token = await issuer.sign(claimsOf(Date.now(), { oid: amara }));
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const messages = Array.from({ length: 120 }, () => ({
    predictionId: v7(),
    messageRef: newRef(),
    feedbackId: v7(),
  }));
  const acknowledged = new Set<string>();
  let origin = "";

  const send = async (method: string, path: string, body: object): Promise<Response> => {
    for (let attempt = 0; attempt < 4_000; attempt++) {
      try {
        const answer = await fetch(origin + path, { method, headers, body: JSON.stringify(body) });
        if (answer.status === 200) return answer;
        if (answer.status < 500) throw new RangeError(`${answer.status} ${await answer.text()}`);
      } catch (fault) {
        if (fault instanceof RangeError) throw fault;
      }
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error("never answered");
  };
  const deliver = async ({ predictionId, messageRef, feedbackId }: (typeof messages)[number]) => {
    const opening = {
      predictionId,
      departmentId: "service",
      messageRef,
      bodyRead: true,
      openedAt: Date.now(),
    };
    const opened = (await (await send("POST", "/api/predictions", opening)).json()) as Opened;
    await send("PUT", `/api/verdicts/${opened.predictionId}`, verdictOn({ messageRef }, { feedbackId }));
    acknowledged.add(feedbackId);
  };

  let started = run();
  origin = await listening(started);
  const workers = Array.from({ length: 6 }, async (_, worker) => {
    for (let i = worker; i < messages.length; i += 6) await deliver(messages[i]!);
  });
  for (const share of [0.2, 0.45, 0.7]) {
    while (acknowledged.size < messages.length * share) await new Promise((done) => setTimeout(done, 2));
    started.child.kill("SIGKILL");
    await started.exit;
    const before = new Set(acknowledged);
    const store = await openStore({ file: database() }, Date.now());
    const rows = await store.db
      .selectFrom("feedback")
      .select("feedback_id")
      .where("event", "=", "verdict")
      .execute();
    await store.close();
    const stored = new Set(rows.map((row) => row.feedback_id));
    expect([...before].filter((id) => !stored.has(id))).toEqual([]);
    started = run();
    origin = await listening(started);
  }
  await Promise.all(workers);
  started.child.kill("SIGTERM");
  expect(await started.exit).toBe(0);

  const store = await openStore({ file: database() }, Date.now());
  const rows = await store.db
    .selectFrom("feedback")
    .select("feedback_id")
    .where("event", "=", "verdict")
    .execute();
  expect(rows.map((row) => row.feedback_id).sort()).toEqual(messages.map((one) => one.feedbackId).sort());
  expect((await verify(store, `${tid}/service`)).differences).toEqual([]);
  await store.close();
});

test("SIGTERM ends the process with 0 and leaves everything in one file", async () => {
  const started = run();
  const origin = await listening(started);
  const answers = Array.from({ length: 20 }, () => fetch(`${origin}/readyz`).then((answer) => answer.status));
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  started.child.kill("SIGTERM");
  expect(await started.exit).toBe(0);
  const log = `${database()}-wal`;
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
});

test("told to end, an instance says so first, serves on meanwhile, and finishes what was begun", async () => {
  const started = run({ DRAIN_MS: "6000" });
  const origin = await listening(started);
  const token = await issuer.sign(claimsOf(Date.now(), { oid: amara }));
  const authorization = `Bearer ${token}`;
  const body = JSON.stringify({
    predictionId: v7(),
    departmentId: "service",
    messageRef: newRef(),
    bodyRead: true,
    openedAt: Date.now(),
  });
  const begun = request(`${origin}/api/predictions`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", "content-length": body.length },
  });
  const finished = new Promise<number>((done, fail) => {
    begun.on("response", (answer) => done(answer.statusCode!)).on("error", fail);
  });
  begun.write(body.slice(0, 20));
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  started.child.kill("SIGTERM");
  while ((await fetch(`${origin}/readyz`)).status === 200) await new Promise((done) => setTimeout(done, 10));
  const meanwhile = await fetch(`${origin}/api/me`, { headers: { authorization } });
  expect([meanwhile.status, meanwhile.headers.get("connection")]).toEqual([200, "close"]);
  begun.end(body.slice(20));
  expect(await finished).toBe(200);
  expect(await started.exit).toBe(0);
  await expect(fetch(`${origin}/readyz`)).rejects.toThrow();
});

test("a taken port is said in one sentence", async () => {
  const server = await new Promise<Server>((done) => {
    const one = createServer().listen(0, "127.0.0.1", () => done(one));
  });
  const { port } = server.address() as { port: number };
  const { code, sentence } = await refusal({ PORT: String(port) });
  server.close();
  expect([code, sentence]).toEqual([69, `Port ${port} is taken by another program; set PORT to a free one.`]);
});

test("a data folder that cannot be written is said in one sentence", async () => {
  writeFileSync(join(folder, "file"), "");
  const { code, sentence } = await refusal({ DATA_DIR: join(folder, "file", "data") });
  expect(code).toBe(74);
  expect(sentence).toMatch(/^The data folder .* cannot be written to; set DATA_DIR to one that can\.$/);
});

test("a setting that makes no sense is said in one sentence, without its secret", async () => {
  const { code, sentence } = await refusal({ DATABASE_URL: "mysql://user:hunter2@host/db" });
  expect([code, sentence.includes("hunter2"), sentence.split("\n").length]).toEqual([78, false, 1]);
});

test("a PostgreSQL that cannot be reached is said in one sentence, without its password", async () => {
  const { code, sentence } = await refusal({ DATABASE_URL: "postgres://user:hunter2@127.0.0.1:1/db" });
  expect([code, sentence]).toEqual([74, "The PostgreSQL database of DATABASE_URL cannot be reached."]);
});

describe("a database that is not ours to use", () => {
  const file = () => join(folder, "concord.db");
  /** As an earlier start leaves it. */
  const make = async () => (await openStore({ file: file() }, Date.now())).close();
  const refused = async () => {
    const before = digestOf(file());
    const fault = await openStore({ file: file() }, Date.now()).catch((one: StartFailure) => one);
    if (!(fault instanceof StartFailure)) throw new Error("opened");
    expect(digestOf(file())).toBe(before);
    return [fault.code, fault.exitCode, fault.message.split("\n").length];
  };

  test("because it is damaged is refused and left as it is", async () => {
    await make();
    const bytes = readFileSync(file());
    bytes.fill(0x5a, 4_096, 40_960);
    writeFileSync(file(), bytes);
    expect(await refused()).toEqual(["database_damaged", 74, 1]);
  });

  test("because it is no database at all is refused and left as it is", async () => {
    writeFileSync(file(), "my novel, chapter one\n".repeat(500));
    expect(await refused()).toEqual(["database_damaged", 74, 1]);
  });

  test("because it is newer is refused and left as it is", async () => {
    await make();
    const store = await openStore({ file: file() }, Date.now());
    const number = newestMigration + 1;
    await store.db
      .insertInto("migration")
      .values({ number, name: "future", checksum: "x", applied_at: 1 })
      .execute();
    await store.close();
    expect(await refused()).toEqual(["database_newer", 74, 1]);
  });

  test("because its tables were made otherwise is refused and left as it is", async () => {
    await make();
    const store = await openStore({ file: file() }, Date.now());
    await store.db.updateTable("migration").set({ checksum: "another" }).execute();
    await store.close();
    expect(await refused()).toEqual(["database_foreign", 74, 1]);
  });

  test("because it is somebody else's is refused and left as it is", async () => {
    await make();
    const store = await openStore({ file: file() }, Date.now());
    await store.db.schema.dropTable("migration").execute();
    await store.close();
    expect(await refused()).toEqual(["database_foreign", 74, 1]);
  });
});
