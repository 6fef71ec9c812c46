/** The simulated Outlook in Chromium with the pane as it ships: Microsoft's CDN is answered from npm's files, nothing else is touched. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { officeFile, officeHosts } from "../cdn.ts";
import type { Faults } from "../faults.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import type { SandboxControl } from "../web/control.ts";
import { witness } from "./account.ts";
import { findBrowser } from "./findBrowser.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const officeFolder = join(
  dirname(createRequire(import.meta.filename).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const prelude = join(root, "dist", "sandbox", "bridge.js");

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param more arguments of Chromium's */
export const launchBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: [...quiet, ...more] });

/** A context in which the shipped page boots; requests to anywhere else fail and are remembered. */
export async function openContext(
  browser: Browser,
  origin: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext & { outside: string[] }> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
  const outside: string[] = [];
  // Finds what hangs, on a busy machine too.
  context.setDefaultTimeout(60_000);
  await context.addInitScript({ path: prelude });
  // What tsx leaves in functions that are sent into the page.
  await context.addInitScript("globalThis.__name = (made) => made");
  await context.route(
    (url) => url.origin !== origin && /^https?:$/.test(url.protocol),
    async (route) => {
      const url = new URL(route.request().url());
      const file = officeHosts.includes(url.hostname) ? officeFile(url.pathname) : undefined;
      if (!file) {
        outside.push(url.href);
        return route.abort();
      }
      const body = await readFile(join(officeFolder, file)).catch(() => undefined);
      return body
        ? route.fulfill({
            body,
            contentType: "text/javascript",
            headers: { "access-control-allow-origin": "*" },
          })
        : route.fulfill({ status: 404 });
    },
  );
  return Object.assign(context, { outside });
}

type SandboxWindow = Window & { sandbox: SandboxControl };

export interface Outlook {
  page: Page;
  /** The task pane's frame; found anew after a reload. */
  pane(): Promise<Frame>;
  messages(): Promise<MessageLine[]>;
  /** Selects by internet message id, or by the mailbox's own id, as a click in the list does; null selects nothing. */
  select(internetMessageId: string | null): Promise<void>;
  setFaults(faults: Partial<Faults>): Promise<void>;
  reloadPane(): Promise<void>;
  /** Waits for the sign-in window and says yes. */
  allowSignIn(): Promise<void>;
  /** Presses a button of the ribbon; 0 when its function ended well. */
  runCommand(functionName: string): Promise<number>;
  /** Waits until the claim holds; the pane's policy forbids the polling of waitForFunction. */
  until(claim: () => Promise<boolean> | boolean, what: string, patienceMs?: number): Promise<void>;
  /** What somebody needs who has to find out why something did not come true. */
  account(): Promise<string>;
}

export interface OpenOptions {
  persona: string;
  /** Further parts of the address: mailbox, message, theme, language, width, faults. */
  query?: Record<string, string>;
}

export async function openOutlook(
  context: BrowserContext,
  origin: string,
  options: OpenOptions,
): Promise<Outlook> {
  const page = await context.newPage();
  const account = await witness(page);
  const query = new URLSearchParams({ persona: options.persona, pane: "shipped", ...options.query });
  await page.goto(`${origin}/sandbox/?${query}`);
  await until(
    () => page.evaluate(() => Boolean((window as unknown as SandboxWindow).sandbox?.state().messages)),
    "the mailbox is listed",
    60_000,
  );
  return {
    page,
    pane: () => paneOf(page),
    messages: () =>
      page.evaluate(() => [...((window as unknown as SandboxWindow).sandbox.state().messages ?? [])]),
    select: (id) =>
      page.evaluate((wanted) => {
        const { sandbox } = window as unknown as SandboxWindow;
        const line = sandbox
          .state()
          .messages?.find(({ internetMessageId, id }) => [internetMessageId, id].includes(wanted ?? ""));
        if (wanted !== null && !line) throw new Error(`no message ${wanted}`);
        sandbox.select(line?.id ?? null);
      }, id),
    setFaults: (faults) =>
      page.evaluate((wanted) => (window as unknown as SandboxWindow).sandbox.setFaults(wanted), faults),
    async allowSignIn() {
      const isAsked = () =>
        page.evaluate(() => (window as unknown as SandboxWindow).sandbox.state().isConsentAsked);
      await until(isAsked, "the sign-in window is open");
      await page.evaluate(() =>
        (window as unknown as SandboxWindow).sandbox.send({ kind: "consentAnswered", isGiven: true }),
      );
    },
    reloadPane: () =>
      page.evaluate(() => (window as unknown as SandboxWindow).sandbox.send({ kind: "paneReloaded" })),
    runCommand: (name) =>
      page.evaluate((wanted) => (window as unknown as SandboxWindow).sandbox.runCommand(wanted), name),
    async until(claim, what, patienceMs) {
      await until(claim, what, patienceMs).catch(async (fault: Error) => {
        throw new Error(`${fault.message}\n${await account()}`);
      });
    },
    account,
  };
}

async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="Concord"]', { timeout: 60_000 });
  return (await element.contentFrame())!;
}

export async function until(
  claim: () => Promise<boolean> | boolean,
  what: string,
  patienceMs = 60_000,
): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    if (await claim()) return;
    if (Date.now() > deadline) throw new Error(`It never came true that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
