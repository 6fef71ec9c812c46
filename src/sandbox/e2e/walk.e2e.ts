/**
 * Somebody who does what docs/admin.md says, word by word, ends with the pane open in Outlook for two departments.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Route } from "playwright-core";
import { v7 } from "uuid";
import { freePort } from "../../api/testing/freePort.ts";
import { claimsOf, startIssuer, type TestIssuer } from "../../api/testing/issuer.ts";
import { featuresOf } from "../../classifier/features.ts";
import { certificateBy, makeRoot } from "../../deploy/doctor/testing/deployment.ts";
import { root } from "../../deploy/pack/testing/samplePack.ts";
import { starters } from "../../triage/starter/starters.ts";
import { mailboxes, type Persona, personaOf } from "../personas.ts";
import { accountOf } from "../tokenApi.ts";
import { openContext, openOutlook } from "./outlook.ts";
import { isAtRest, readPane } from "./paneReader.ts";
import { openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

const guide = readFileSync(join(root, "docs", "admin.md"), "utf8");
const blocks = [...guide.matchAll(/<!-- walk -->\n```sh\n([\s\S]*?)```/g)].map((match) => match[1]!);
const said = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(blocks.join("\n"))![1]!;
const tenant = said("TENANT");
const host = new URL(said("ORIGIN")).host;

const anna = personaOf("amara")!;
const ben = personaOf("mei")!;
const [outlookOrigin, home] = ["https://outlook.office.com", mkdtempSync(join(tmpdir(), "concord-walk-"))];

const pack = join(home, "concord-pack");
let issuer: TestIssuer;
let server: ChildProcess | undefined;
let proxy: Server;
let port: number;
let env: NodeJS.ProcessEnv;
let stage: Stage;
let ids: { api: string; client: string };

beforeAll(async () => {
  // Brings the simulated Outlook, and a pane built as it ships.
  stage = await openStage();
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
  if (server?.pid) process.kill(-server.pid);
  await ended;
  await stage?.close();
  await new Promise((done) => proxy.close(done));
  await issuer.close();
  rmSync(home, { recursive: true, force: true });
});

const shared = (department: string) =>
  mailboxes.find((one) => one.isShared && one.department === department)!.address;

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
  for (const [place, person] of [anna, ben].entries()) {
    const department = own.departments[place];
    department.members.staff = [person.oid];
    department.mailboxes = [shared(department.id)];
    department.policy = { ...department.policy, blindShare: 0 };
  }
  // The one thing no administrator writes: the signing keys of this test, in place of Microsoft's.
  own.jwksUri = issuer.jwksUri;
  writeFileSync(file, JSON.stringify(organisation));
  await follow(again);
  const taken = JSON.parse(readFileSync(join(pack, "2-hosting", "organisation.json"), "utf8"));
  expect(taken).toEqual(organisation);
});

test("step 4: the server starts by the guide's own line, and the doctor is content", async () => {
  const [, line] = /<!-- walk: server -->\n```sh\n([\s\S]*?)```/.exec(guide)!;
  const here = line!.replaceAll("/var/lib/concord", join(home, "data"));
  expect(here).not.toBe(line);
  const child = spawn("bash", ["-euc", `${before}\n${here}`], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: home, PORT: String(port) },
    detached: true,
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

async function tokenOf({ oid, name }: Persona): Promise<string> {
  return issuer.sign({
    ...claimsOf(Date.now(), { oid, name }),
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    tid: tenant,
    aud: ids.api,
    azp: ids.client,
  });
}

async function ask(person: Persona, method: string, path: string, body?: object) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(person)}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, json: await answer.json() };
}

test("people of both departments get predictions in their own, and are refused in the other", async () => {
  for (const [person, own, other] of [
    [anna, "customer-service", "it-help-desk"],
    [ben, "it-help-desk", "customer-service"],
  ] as const) {
    const me = await ask(person, "GET", "/api/me");
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
    expect((await ask(person, "POST", "/api/predictions", opening(own))).status).toBe(200);
    expect((await ask(person, "POST", "/api/predictions", opening(other))).status).toBe(404);
  }
});

/** Outlook on the web, at its own address, in which the add-in of the pack is opened; the tenant's tokens are this test's. */
async function openMail(person: Persona) {
  const context = await openContext(stage.browser, outlookOrigin);
  const answeredBy = (there: string) => async (route: Route) => {
    const url = new URL(route.request().url());
    const response = await route.fetch({ url: `${there}${url.pathname}${url.search}`, maxRedirects: 0 });
    await route.fulfill({ response });
  };
  await context.route(`${outlookOrigin}/**`, answeredBy(stage.origin));
  await context.route(
    `${said("ORIGIN")}/**`,
    answeredBy(`https://127.0.0.1:${(proxy.address() as AddressInfo).port}`),
  );
  await context.route(`${outlookOrigin}/sandbox/api/token`, async (route) => {
    const asked = personaOf(route.request().postDataJSON().persona)!;
    const token = await tokenOf(asked);
    const account = {
      ...accountOf(asked, "login.microsoftonline.com"),
      homeAccountId: `${asked.oid}.${tenant}`,
      tenantId: tenant,
    };
    const scope = `api://${ids.api}/triage.use`;
    await route.fulfill({ json: { access_token: token, id_token: token, expires_in: 3600, scope, account } });
  });
  const complaints: string[] = [];
  context.on("page", (page) =>
    page.on("console", (line) => {
      if (/Content Security Policy|Refused to/.test(line.text())) complaints.push(line.text());
    }),
  );
  const outlook = await openOutlook(context, outlookOrigin, {
    persona: person.key,
    query: { pane: new URL(paneOfManifest()).origin, mailbox: shared(person.departments[0]!) },
  });
  return { context, outlook, pane: readPane(outlook), complaints };
}

/** Where the pack's manifest lets Outlook load the pane from. */
const paneOfManifest = () =>
  /<bt:Url id="[^"]*" DefaultValue="([^"]*\/taskpane\.html[^"]*)"/.exec(
    readFileSync(join(pack, "3-manifest", "concord.xml"), "utf8"),
  )![1]!;

test("at the end the pane is open in Outlook for two departments, each with its own categories and nothing of the other", async () => {
  expect(new URL(paneOfManifest())).toMatchObject({ origin: said("ORIGIN"), pathname: "/taskpane.html" });
  const namesOf = (id: string) => starters[id as "it-help-desk"].categories.map(({ name }) => name.en);
  for (const [person, own, other] of [
    [anna, "customer-service", "it-help-desk"],
    [ben, "it-help-desk", "customer-service"],
  ] as const) {
    const { context, outlook, pane, complaints } = await openMail(person);
    const message = (await outlook.messages()).find(({ kind }) => kind === "message")!;
    const seen = await pane.open(message, 60_000);
    expect(["predicted", "severalFit"]).toContain(seen.kind);
    expect(isAtRest(seen)).toBe(true);
    expect(seen.choices.length).toBeGreaterThan(0);
    const known = namesOf(own);
    // A choice may say its priority too.
    for (const choice of seen.choices) expect(known).toContain(choice.split(" · ")[0]);
    for (const name of namesOf(other).filter((one) => !known.includes(one)))
      expect(seen.text).not.toContain(name);
    await pane.mustPress({ choice: 0 });
    await pane.until(({ kind }) => kind === "answered", "the verdict is given");
    await pane.drained();
    expect(complaints).toEqual([]);
    // Nothing but Microsoft's own addresses was asked for from elsewhere.
    expect(
      context.outside.filter((url) => !/^https:\/\/[\w.-]+\.(microsoft|office)\.(com|net)\//.test(url)),
    ).toEqual([]);
    // What the pane still asks for while it goes is answered to nobody.
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
  const me = await ask(anna, "GET", "/api/me");
  const { departments } = me.json as { departments: { id: string }[] };
  expect(departments.map(({ id }) => id)).toEqual(["customer-service"]);
});
