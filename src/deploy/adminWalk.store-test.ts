/**
 * Somebody who does what docs/admin.md says, word by word, ends with a deployment in which two departments can work.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, createServer as openPort } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { claimsOf, startIssuer, type TestIssuer } from "../api/testing/issuer.ts";
import { featuresOf } from "../classifier/features.ts";
import { certificateBy, makeRoot, paneIn } from "./doctor/testing/deployment.ts";
import { root } from "./pack/testing/samplePack.ts";

jest.setTimeout(120_000);

const guide = readFileSync(join(root, "docs", "admin.md"), "utf8");
const blocks = [...guide.matchAll(/<!-- walk -->\n```sh\n([\s\S]*?)```/g)].map((match) => match[1]!);
const said = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(blocks.join("\n"))![1]!;
const tenant = said("TENANT");
const host = new URL(said("ORIGIN")).host;

const anna = "44d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001";
const ben = "44d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9002";

const home = mkdtempSync(join(tmpdir(), "concord-walk-"));
const pack = join(home, "concord-pack");
let issuer: TestIssuer;
let server: ChildProcess | undefined;
let proxy: Server;
let port: number;
let env: NodeJS.ProcessEnv;
let ids: { api: string; client: string };

beforeAll(async () => {
  issuer = await startIssuer();
  port = await freePort();
  const signer = await makeRoot();
  const certificate = await certificateBy(signer, [host], Date.now() - 3_600_000, 90);
  proxy = createServer(certificate, (question, answer) => {
    const { url: path, method, headers } = question;
    const onward = request({ host: "127.0.0.1", port, path, method, headers }, (from) => {
      answer.writeHead(from.statusCode!, {
        ...from.headers,
        "strict-transport-security": "max-age=31536000",
      });
      from.pipe(answer);
    });
    onward.on("error", () => answer.writeHead(502).end());
    question.pipe(onward);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  mkdirSync(join(home, "bin"));
  const azure = join(root, "src", "deploy", "pack", "testing", "fakeAzure.mjs");
  writeFileSync(join(home, "bin", "az"), `#!/bin/sh\nexec "${process.execPath}" "${azure}" "$@"\n`);
  chmodSync(join(home, "bin", "az"), 0o755);
  writeFileSync(join(home, "azure.json"), JSON.stringify({ tenant, applications: [], principals: [] }));
  writeFileSync(join(home, "root.pem"), signer.cert);
  env = {
    ...process.env,
    HOME: home,
    PATH: `${join(home, "bin")}:${process.env.PATH}`,
    FAKE_AZURE: join(home, "azure.json"),
    NODE_EXTRA_CA_CERTS: join(home, "root.pem"),
    ONLY_HERE: `${host} ${(proxy.address() as AddressInfo).port}`,
  };
});
afterAll(async () => {
  const ended = server && new Promise((done) => server?.once("exit", done));
  server?.kill();
  await ended;
  await new Promise((done) => proxy.close(done));
  await issuer.close();
  rmSync(home, { recursive: true, force: true });
});

const freePort = () =>
  new Promise<number>((done) => {
    const probe = openPort().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

/** What was set in earlier blocks stays set, as in the shell somebody has open. */
let before = "";
async function follow(block: string, extra: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = spawn("bash", ["-euc", `${before}\n${block}`], { cwd: root, env: { ...env, ...extra } });
  before += block
    .split("\n")
    .filter((line) => /^[A-Z]+=/.test(line))
    .join("\n")
    .concat("\n");
  let heard = "";
  const hear = (chunk: Buffer) => {
    heard += chunk;
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0) throw new Error(`${block}\nended with ${code}: ${heard}`);
  return heard;
}

test("the guide has the four blocks this test follows", () => {
  expect(blocks.map((block) => block.split(/\s+/).filter((word) => /^(npm|bash|cp)$/.test(word)))).toEqual([
    ["npm", "bash"],
    ["npm"],
    ["cp", "npm"],
    ["npm"],
  ]);
});

test("step 2: the applications are registered, and their ids are told", async () => {
  const heard = await follow(blocks[0]!);
  const [client, api] = /--client (\S+) --api (\S+) /.exec(heard)!.slice(1) as [string, string];
  ids = { api, client };
  expect(JSON.parse(readFileSync(env.FAKE_AZURE!, "utf8")).applications).toHaveLength(2);
});

test("step 3: the pack is made with those ids", async () => {
  const own = blocks[1]!
    .replace(/^CLIENT=.*$/m, `CLIENT=${ids.client}`)
    .replace(/^API=.*$/m, `API=${ids.api}`);
  expect(await follow(own)).toContain("begin with README.md");
  expect(JSON.parse(readFileSync(join(pack, "pack.json"), "utf8"))).toMatchObject(ids);
});

test("step 3: the organisation is described, checked and taken over", async () => {
  const [copy, again] = blocks[2]!.split(/^# Edit .*$/m) as [string, string];
  await follow(copy);
  const file = join(home, "organisation.json");
  const organisation = JSON.parse(readFileSync(file, "utf8"));
  const [own] = organisation.tenants;
  own.open = false;
  own.departments[0].members.staff = [anna];
  own.departments[1].members.staff = [ben];
  // The one thing no administrator writes: the signing keys of this test, in place of Microsoft's.
  own.jwksUri = issuer.jwksUri;
  writeFileSync(file, JSON.stringify(organisation));
  await follow(again);
  const taken = JSON.parse(readFileSync(join(pack, "2-hosting", "organisation.json"), "utf8"));
  expect(taken).toEqual(organisation);
});

test("step 4: the server starts with the pack's settings, and the doctor is content", async () => {
  paneIn(join(home, "pane"));
  const settings = readFileSync(join(pack, "2-hosting", "container.env"), "utf8")
    .split("\n")
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
  const child = spawn(process.execPath, ["--import", require.resolve("tsx"), "src/api/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(settings),
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: join(home, "data"),
      PANE_DIR: join(home, "pane"),
      ORGANISATION_FILE: join(pack, "2-hosting", "organisation.json"),
      MANIFEST_FILE: join(pack, "3-manifest", "concord.xml"),
    },
  });
  server = child;
  let heard = "";
  await new Promise<void>((ready, fail) => {
    const hear = (chunk: Buffer) => {
      heard += chunk;
      if (heard.includes("Concord listens at")) ready();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => fail(new Error(`exit ${code}: ${heard}`)));
  });
  const onlyHere = join(root, "src", "deploy", "testing", "onlyHere.mjs");
  const told = await follow(blocks[3]!, { NODE_OPTIONS: `--import ${onlyHere}` });
  expect(told).toContain(`${said("ORIGIN")}: nothing wrong was found.`);
  expect(told).toContain(`brk-multihub://${host}`);
});

async function ask(oid: string, method: string, path: string, body?: object) {
  const claims = {
    ...claimsOf(Date.now(), { oid }),
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    tid: tenant,
    aud: ids.api,
    azp: ids.client,
  };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { authorization: `Bearer ${await issuer.sign(claims)}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, json: await answer.json() };
}

test("at the end people of both departments get predictions in their own, and nothing of the other", async () => {
  for (const [oid, own, other] of [
    [anna, "customer-service", "it-help-desk"],
    [ben, "it-help-desk", "customer-service"],
  ] as const) {
    const me = await ask(oid, "GET", "/api/me");
    expect(me.json.departments.map(({ id }: { id: string }) => id)).toEqual([own]);
    const opening = (departmentId: string) => ({
      predictionId: v7(),
      departmentId,
      messageRef: Buffer.from(v7().padEnd(32).slice(0, 32)).toString("base64url"),
      features: featuresOf(
        { subject: "I cannot log in", body: "My password has expired." },
        me.json.featureKey,
      ),
      bodyRead: true,
      openedAt: Date.now(),
    });
    expect((await ask(oid, "POST", "/api/predictions", opening(own))).status).toBe(200);
    expect((await ask(oid, "POST", "/api/predictions", opening(other))).status).toBe(404);
  }
});
