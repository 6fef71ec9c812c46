/** Claims about what the sandbox's part of the server answers. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import type { MessageLine } from "./mailboxMessage.ts";
import { openSandbox, type Sandbox } from "./server.ts";

const fixtures = join(__dirname, "fixtures");
let dataFolder: string;
let app: FastifyInstance;
let sandbox: Sandbox;

async function start(mailFolder = join(fixtures, "mail")) {
  sandbox = await openSandbox({
    dataFolder,
    origin: "https://localhost:3000",
    mailFolders: [mailFolder],
    paneFolder: join(fixtures, "probe"),
    webFolder: join(fixtures, "probe"),
    officeFolder: join(process.cwd(), "node_modules/@microsoft/office-js/dist"),
  });
  app = fastify();
  app.addHook("onRequest", sandbox.apiFaults);
  app.get("/api/me", async () => ({ fine: true }));
  await app.register(sandbox.plugin, { prefix: "/sandbox" });
}

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "server-"));
  await start();
});
afterEach(() => app.close());

const get = async <Body>(url: string) => (await app.inject(url)).json<Body>();
const put = (url: string, payload: object) => app.inject({ method: "PUT", url, payload });
const service = "/sandbox/api/mailboxes/service@northwind.example";
const tokens = async (body: object) =>
  (await app.inject({ method: "POST", url: "/sandbox/api/token", payload: body })).json<{
    access_token: string;
  }>();

test("a token asked for in the page verifies with the published keys", async () => {
  const discovery = await get<{ issuer: string; jwks_uri: string }>(
    `/sandbox/issuer/${sandbox.issuer.tenantId}/v2.0/.well-known/openid-configuration`,
  );
  const keys = await get<JSONWebKeySet>(new URL(discovery.jwks_uri).pathname);
  const { access_token } = await tokens({ persona: "priya" });
  const { payload } = await jwtVerify(access_token, createLocalJWKSet(keys), { issuer: discovery.issuer });
  expect(payload).toMatchObject({ name: "Priya Raman", roles: ["Triage.Staff", "Triage.Lead"] });
});

test("nobody gets a token as somebody who does not exist", async () => {
  expect(
    (await app.inject({ method: "POST", url: "/sandbox/api/token", payload: { persona: "x" } })).statusCode,
  ).toBe(404);
});

test("categories, read marks and settings are kept through a restart", async () => {
  const [first] = await get<MessageLine[]>(`${service}/messages`);
  await put(`/sandbox/api/messages/${first!.id}/categories`, ["Billing"]);
  await app.inject({ method: "POST", url: `/sandbox/api/messages/${first!.id}/read` });
  await put("/sandbox/api/personas/amara/settings", { seen: "true" });
  await app.close();
  await start();
  expect((await get<MessageLine[]>(`${service}/messages`))[0]).toMatchObject({
    categories: ["Billing"],
    isRead: true,
  });
  expect(await get("/sandbox/api/personas/amara/settings")).toEqual({ seen: "true" });
  expect(await get("/sandbox/api/personas/jonas/settings")).toEqual({});
});

test("mail that names no mailbox lies in every shared one, and in nobody's own", async () => {
  const { writeFile } = await import("node:fs/promises");
  const mailFolder = await mkdtemp(join(tmpdir(), "own-"));
  await writeFile(join(mailFolder, "1.eml"), "From: a@b.example\nSubject: Mine\n\nHello");
  await app.close();
  await start(mailFolder);
  const subjects = async (address: string) =>
    (await get<MessageLine[]>(`/sandbox/api/mailboxes/${address}/messages`)).map(
      ({ subject, mailbox }) => `${subject} in ${mailbox}`,
    );
  expect(await subjects("people@northwind.example")).toEqual(["Mine in people@northwind.example"]);
  expect(await subjects("helpdesk@northwind.example")).toEqual(["Mine in helpdesk@northwind.example"]);
  expect(await subjects("amara.okafor@northwind.example")).toEqual([]);
});

test("a mailbox offers the categories of its department", async () => {
  const offered = await get<{ displayName: string }[]>(`${service}/categories`);
  expect(offered.map(({ displayName }) => displayName)).toContain("Order & delivery");
});

test("what is kept of a mailbox says nothing of its mail", async () => {
  const [first] = await get<MessageLine[]>(`${service}/messages`);
  await put(`/sandbox/api/messages/${first!.id}/categories`, ["Billing"]);
  const { readFile } = await import("node:fs/promises");
  const kept = await readFile(join(dataFolder, "sandbox-mailboxes.json"), "utf8");
  expect(kept).not.toContain(first!.subject);
  expect(kept).not.toContain("alderbrook");
});

test("the API can be taken down for one person, and for nobody else", async () => {
  const as = async (persona: string) => ({
    authorization: `Bearer ${(await tokens({ persona })).access_token}`,
  });
  await put("/sandbox/api/personas/amara/faults", { api: "unavailable", apiDelayMs: 0 });
  const status = async (persona: string) =>
    (await app.inject({ url: "/api/me", headers: await as(persona) })).statusCode;
  expect([await status("amara"), await status("jonas")]).toEqual([503, 200]);
  await put("/sandbox/api/personas/amara/faults", { api: "ok", apiDelayMs: 0 });
  expect(await status("amara")).toBe(200);
  expect((await app.inject("/api/me")).statusCode).toBe(200);
});

test("a destroyed connection ends without an answer", async () => {
  await put("/sandbox/api/personas/amara/faults", { api: "destroyed", apiDelayMs: 0 });
  const { access_token } = await tokens({ persona: "amara" });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  await expect(
    fetch(`${address}/api/me`, { headers: { authorization: `Bearer ${access_token}` } }),
  ).rejects.toThrow("fetch failed");
});

test("the page and the dressed pane may load nothing from elsewhere", async () => {
  for (const url of ["/sandbox/", "/sandbox/taskpane.html", "/sandbox/commands.html"]) {
    const { headers, statusCode, body } = await app.inject(url);
    expect(statusCode).toBe(200);
    expect(headers["content-security-policy"]).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).not.toContain("https://appsforoffice.microsoft.com");
  }
});

test("office.js is npm's, byte for byte, also for pages of another origin", async () => {
  const { rawPayload, headers } = await app.inject("/sandbox/office/office.js");
  const { readFile } = await import("node:fs/promises");
  expect(rawPayload.equals(await readFile("node_modules/@microsoft/office-js/dist/office.js"))).toBe(true);
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect((await app.inject("/sandbox/office/AgaveErrorUX/index.html")).statusCode).toBe(200);
  expect((await app.inject("/sandbox/office/..%2f..%2fpackage.json")).statusCode).toBe(404);
});
