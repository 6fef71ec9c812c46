/** The unmodified office.js and the real msal-browser, in Chromium, against the simulated Outlook. */
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { apiClientId, paneClientId, tenantId } from "./personas.ts";
import { bundle } from "./testing/bundle.ts";
import { startSandbox } from "./testing/start.ts";

jest.setTimeout(60_000);

const here = (path: string) => join(__dirname, path);
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let browser: Browser;
let page: Page;
const outside: string[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-web-"));
  for (const name of ["taskpane.html", "commands.html"])
    await copyFile(here(`fixtures/probe/${name}`), join(folder, name));
  await bundle(
    {
      sandbox: here("web/main.tsx"),
      bridge: here("web/panePrelude.ts"),
      probe: here("fixtures/probe/probe.ts"),
    },
    folder,
  );
  sandbox = await startSandbox({
    port: 20_000 + (process.pid % 10_000),
    paneFolder: folder,
    webFolder: folder,
    mailFolders: [here("fixtures/mail")],
    masterCategories: () => [{ displayName: "Confirmed", color: "Preset4" }],
  });
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  });
});

afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith(sandbox.origin) && /^https?:/.test(request.url()))
      outside.push(request.url());
  });
});

afterEach(() => page.context().close());

async function openPane(query = ""): Promise<Frame> {
  await page.goto(`${sandbox.origin}/sandbox/?persona=amara&mailbox=service@northwind.example${query}`);
  const element = await page.waitForSelector('iframe[title="Concord"]', { timeout: 5000 });
  const frame = (await element.contentFrame())!;
  await until(() => frame.evaluate(() => Boolean((window as unknown as Record<string, unknown>).ready)));
  return frame;
}

/** The pane's content security policy forbids the page-side polling of waitForFunction. */
async function until(claim: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await claim()); ) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const bodyOf = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<string>((resolve) =>
        Office.context.mailbox.item!.body.getAsync(Office.CoercionType.Text, (result) =>
          resolve(result.value ?? `error ${result.error.code}`),
        ),
      ),
  );

async function select(frame: Frame, internetMessageId: string) {
  await page.evaluate(async (wanted) => {
    const { sandbox } = window as unknown as { sandbox: import("./web/control.ts").SandboxControl };
    sandbox.select(sandbox.state().messages!.find((line) => line.internetMessageId === wanted)!.id);
  }, internetMessageId);
  await until(() =>
    frame.evaluate((wanted) => Office.context.mailbox.item?.internetMessageId === wanted, internetMessageId),
  );
}

test("office.js boots, and what the pane reads is what is selected", async () => {
  const frame = await openPane("&message=<invoice-4711@alderbrook.example>");
  expect(await frame.evaluate(() => (window as unknown as Record<string, unknown>).ready)).toMatchObject({
    host: "Outlook",
    platform: "OfficeOnline",
  });
  expect(await frame.evaluate(() => Office.context.mailbox.item!.subject)).toBe(
    "Invoice 4711 shows the wrong amount",
  );
  expect(await bodyOf(frame)).toContain("we ordered ten");
  await select(frame, "<invoice-4711-2@alderbrook.example>");
  expect(await frame.evaluate(() => Office.context.mailbox.item!.from.displayName)).toBe("Jürgen Albrecht");
  expect(await bodyOf(frame)).toContain("noch vor Freitag");
  expect(await frame.evaluate(() => Office.context.officeTheme.bodyBackgroundColor)).toBe("#ffffff");
});

test("msal-browser gets a token that verifies against the published keys", async () => {
  const frame = await openPane();
  const token = await frame.evaluate(
    async ([clientId, tenant, scope]) => {
      const { createNestablePublicClientApplication: create } =
        window as unknown as typeof import("@azure/msal-browser");
      const client = await create({
        auth: { clientId: clientId!, authority: `https://login.microsoftonline.com/${tenant}` },
      });
      const result = await client.acquireTokenSilent({ scopes: [scope!] });
      return result.accessToken;
    },
    [paneClientId, tenantId, sandbox.sandbox.issuer.scopeUri] as string[],
  );
  const keys = await (await page.request.get(sandbox.sandbox.issuer.jwksUri)).json();
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: sandbox.sandbox.issuer.issuer,
    audience: apiClientId,
    algorithms: ["RS256"],
  });
  expect(payload).toMatchObject({ scp: "triage.use", azp: paneClientId, ver: "2.0", tid: tenantId });
});

test("a ribbon button runs its function without a pane and finishes", async () => {
  const frame = await openPane("&message=<invoice-4711@alderbrook.example>");
  const status = await page.evaluate(() =>
    (window as unknown as { sandbox: import("./web/control.ts").SandboxControl }).sandbox.runCommand(
      "confirmPrediction",
    ),
  );
  expect(status).toBe(0);
  const categories = await frame.evaluate(
    () =>
      new Promise<unknown>((resolve) =>
        Office.context.mailbox.item!.categories.getAsync((result) => resolve(result.value)),
      ),
  );
  expect(categories).toEqual([{ displayName: "Confirmed", color: "Preset4" }]);
});

test("nothing was asked of the internet", () => {
  expect(outside).toEqual([]);
});
