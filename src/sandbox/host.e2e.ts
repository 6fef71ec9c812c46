/** The unmodified office.js and the real msal-browser, in Chromium, against the simulated Outlook. */
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { freePort } from "../api/testing/freePort.ts";
import { findBrowser } from "./e2e/findBrowser.ts";
import type { Faults } from "./faults.ts";
import { apiClientId, paneClientId, tenantId } from "./personas.ts";
import { bundle } from "./testing/bundle.ts";
import { startSandbox } from "./testing/start.ts";

jest.setTimeout(600_000);

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
    port: await freePort(),
    paneFolder: folder,
    webFolder: folder,
    mailFolders: [here("fixtures/mail")],
    masterCategories: () => [{ displayName: "Confirmed", color: "Preset4" }],
  });
  browser = await chromium.launch({
    executablePath: findBrowser(),
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
  const isOutside = (url: string) => !url.startsWith(sandbox.origin) && /^https?:/.test(url);
  page.on("requestfinished", (request) => {
    if (isOutside(request.url())) outside.push(request.url());
  });
  // What the page's own policy stopped was announced, but never sent.
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (isOutside(request.url()) && !/^csp$|BLOCKED_BY_CSP/.test(why))
      outside.push(`${request.url()} ${why}`);
  });
});

afterEach(() => page.context().close());

async function openPane(query = ""): Promise<Frame> {
  await page.goto(`${sandbox.origin}/sandbox/?persona=amara&mailbox=service@northwind.example${query}`);
  const element = await page.waitForSelector('iframe[title="Concord"]', { timeout: 60_000 });
  const frame = (await element.contentFrame())!;
  await until(() => frame.evaluate(() => Boolean((window as unknown as Record<string, unknown>).ready)));
  return frame;
}

/** The pane's content security policy forbids the page-side polling of waitForFunction. */
async function until(claim: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await claim()); ) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type SandboxWindow = Window & { sandbox: import("./web/control.ts").SandboxControl };
type ProbeWindow = Window & { seen: (string | null)[] } & typeof import("@azure/msal-browser");

const bodyOf = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<string>((resolve) =>
        Office.context.mailbox.item!.body.getAsync(Office.CoercionType.Text, (result) =>
          resolve(result.value ?? `error ${result.error.code}`),
        ),
      ),
  );

const setFaults = (faults: Partial<Faults>) =>
  page.evaluate((wanted) => (window as unknown as SandboxWindow).sandbox.setFaults(wanted), faults);

const choose = (internetMessageId: string | null) =>
  page.evaluate((wanted) => {
    const { sandbox } = window as unknown as SandboxWindow;
    sandbox.select(sandbox.state().messages!.find((line) => line.internetMessageId === wanted)?.id ?? null);
  }, internetMessageId);

async function select(frame: Frame, internetMessageId: string) {
  await choose(internetMessageId);
  await until(() =>
    frame.evaluate((wanted) => Office.context.mailbox.item?.internetMessageId === wanted, internetMessageId),
  );
}

/** An access token by msal-browser, or the code of its error. */
const signIn = (frame: Frame, how: "acquireTokenSilent" | "acquireTokenPopup" = "acquireTokenSilent") =>
  frame.evaluate(
    async ([clientId, authority, scope, method]) => {
      const { createNestablePublicClientApplication: create } = window as unknown as ProbeWindow;
      const client = await create({ auth: { clientId, authority } });
      const asked = method === "acquireTokenPopup" ? client.acquireTokenPopup : client.acquireTokenSilent;
      return asked.call(client, { scopes: [scope] }).then(
        (result) => result.accessToken,
        (error: { errorCode: string }) => error.errorCode,
      );
    },
    [
      paneClientId,
      `https://login.microsoftonline.com/${tenantId}`,
      sandbox.sandbox.issuer.scopeUri,
      how,
    ] as const,
  );

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
  const token = await signIn(await openPane());
  const keys = await (await page.request.get(sandbox.sandbox.issuer.jwksUri)).json();
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: sandbox.sandbox.issuer.issuer,
    audience: apiClientId,
    algorithms: ["RS256"],
  });
  expect(payload).toMatchObject({ scp: "triage.use", azp: paneClientId, ver: "2.0", tid: tenantId });
});

test("where the person must be asked, msal hears so, and the dialog of the page lets them in", async () => {
  const frame = await openPane("&faults=signIn:popup");
  expect(await signIn(frame)).toBe("interaction_required");
  const token = signIn(frame, "acquireTokenPopup");
  await page.getByRole("button", { name: "Allow" }).click();
  expect(decodeJwt(await token)).toMatchObject({ preferred_username: "amara.okafor@northwind.example" });
});

test("without a bridge msal finds no account", async () => {
  expect(await signIn(await openPane("&faults=signIn:noBridge"))).toBe("no_account_error");
});

test("faults reach the pane through the real office.js, and pass when they are mended", async () => {
  const frame = await openPane("&message=<invoice-4711@alderbrook.example>&faults=body:9020,bodyTimes:once");
  expect(await bodyOf(frame)).toBe("error 9020");
  expect(await bodyOf(frame)).toContain("we ordered ten");
  await setFaults({ itemChanged: "lost" });
  await choose("<invoice-4711-2@alderbrook.example>");
  expect(await bodyOf(frame)).toContain("we ordered ten");
  await setFaults({ itemChanged: "doubled" });
  await select(frame, "<hostile@elsewhere.example>");
  expect(await frame.evaluate(() => (window as unknown as ProbeWindow).seen)).toHaveLength(2);
  await setFaults({ itemChanged: "ok", item: "null" });
  await until(() => frame.evaluate(() => Office.context.mailbox.item === null));
  await setFaults({ item: "ok", network: "offline" });
  await until(() => frame.evaluate(() => !navigator.onLine));
  expect(await frame.evaluate(() => fetch("/probe.js").catch(({ message }: Error) => message))).toBe(
    "Failed to fetch",
  );
});

test("blocked storage throws at every touch, and office.js boots all the same", async () => {
  const frame = await openPane("&faults=storage:blocked");
  const touch = () => frame.evaluate(() => window.indexedDB.open("x"));
  await expect(touch()).rejects.toThrow("Access is denied");
});

test("what is no message is to the pane what it is to Outlook", async () => {
  const frame = await openPane("&message=<invoice-4711@alderbrook.example>");
  for (const [id, expected] of [
    ["<meeting@northwind.example>", "IPM.Schedule.Meeting.Request string"],
    ["<ndr@northwind.example>", "REPORT.IPM.Note.NDR string"],
    ["<sealed@fabrikam.example>", "IPM.Note.SMIME string"],
    ["<draft@northwind.example>", "undefined object"],
  ] as const) {
    await choose(id);
    await until(async () => {
      const [itemClass, subject] = await frame.evaluate(() => {
        const item = Office.context.mailbox.item as { itemClass?: string; subject?: unknown };
        return [item.itemClass, typeof item.subject];
      });
      return `${itemClass} ${subject}` === expected;
    });
  }
});

test("a shared mailbox says whose it is", async () => {
  const frame = await openPane("&message=<invoice-4711@alderbrook.example>");
  const shared = await frame.evaluate(
    () =>
      new Promise<Office.SharedProperties>((resolve) =>
        Office.context.mailbox.item!.getSharedPropertiesAsync((result) => resolve(result.value)),
      ),
  );
  expect(shared.targetMailbox).toBe("service@northwind.example");
});

test("arrow keys move through the list, F6 enters the pane, and Tab leaves it for the next control", async () => {
  const frame = await openPane();
  await page.locator('[role="option"][aria-selected="true"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await until(() => frame.evaluate(() => Office.context.mailbox.item!.subject.includes("<script>")));
  await page.keyboard.press("F6");
  await until(() => frame.evaluate(() => document.hasFocus() && document.activeElement?.id === "first"));
  await frame.locator("#last").focus();
  await page.keyboard.press("Tab");
  await until(() => page.evaluate(() => document.activeElement?.hasAttribute("data-after-pane") ?? false));
  await frame.locator("#first").focus();
  await page.keyboard.press("Escape");
  await until(() => page.evaluate(() => document.activeElement?.getAttribute("role") === "option"));
});

test("a hostile mail runs nothing and asks nobody for anything", async () => {
  const heard: string[] = [];
  page.on("dialog", (dialog) => heard.push(dialog.message()));
  await openPane("&message=<hostile@elsewhere.example>");
  const mail = (await (await page.waitForSelector('iframe[title="Reading pane"]')).contentFrame())!;
  await until(async () => (await mail.textContent("body"))!.includes("Please pay"));
  await mail.click("a");
  expect([heard, page.frames().filter((each) => each.url().includes("javascript"))]).toEqual([[], []]);
});

test("a ribbon button runs its function without a pane and finishes", async () => {
  const frame = await openPane("&message=<invoice-4711@alderbrook.example>");
  const status = await page.evaluate(() =>
    (window as unknown as SandboxWindow).sandbox.runCommand("confirmPrediction"),
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
