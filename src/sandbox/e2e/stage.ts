/** Product, browser and a mailbox for one file of tests, with everything that would make a person frown written down. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { freePort } from "../../api/testing/freePort.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { launchBrowser, type OpenOptions, type Outlook, openContext, openOutlook } from "./outlook.ts";
import { type Pane, readPane } from "./paneReader.ts";
import { type Product, type ProductOptions, startProduct } from "./product.ts";

export interface Desk {
  outlook: Outlook;
  pane: Pane;
  context: BrowserContext & { outside: string[] };
  close(): Promise<void>;
}

export interface Stage {
  browser: Browser;
  dataDir: string;
  origin: string;
  product(): Product;
  /** Starts it again on the same port and folder. */
  start(): Promise<void>;
  /** Opens Outlook as somebody, in a browser profile of its own unless one is given. */
  sitDown(options: OpenOptions, context?: Desk["context"]): Promise<Desk>;
  /** Errors in the console that are no failed request, uncaught ones, and refusals of the content security policy. */
  complaints: string[];
  /** Requests that would have left the machine. */
  outside: string[];
  /** All messages that were listed. */
  seen: Map<string, MessageLine>;
  close(): Promise<void>;
}

/** A failed request is the test's own doing: a stopped product, a fault of the panel. */
const isFailedRequest = (text: string) => /^Failed to load resource/.test(text);

/** What the browser refuses to a hostile mail in the reading pane is no complaint about the product. */
const isOfMail = (url: string, text: string) =>
  url.startsWith("about:srcdoc") || url === "" || /about:srcdoc|steal\.example|trailwholesale/.test(text);

function listen(page: Page, complaints: string[]) {
  page.on("pageerror", (fault) => complaints.push(`uncaught: ${fault.stack}`));
  page.on("console", (line) => {
    const { url } = line.location();
    if (line.type() !== "error" || isFailedRequest(line.text()) || isOfMail(url, line.text())) return;
    complaints.push(`console at ${url}: ${line.text()}`);
  });
}

/** The same in every run: how sure the model is, and which messages are asked about blind, hang on the installation's key. */
export const stageKey = Buffer.alloc(32, 1);

async function folderWithKey(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concord-e2e-"));
  await writeFile(join(folder, "concord.key"), stageKey.toString("base64url"), { mode: 0o600 });
  return folder;
}

export async function openStage(options: Omit<Partial<ProductOptions>, "port"> = {}): Promise<Stage> {
  const dataDir = options.dataDir ?? (await folderWithKey());
  const port = await freePort();
  let product = await startProduct({ ...options, dataDir, port });
  const browser = await launchBrowser();
  const complaints: string[] = [];
  const outside: string[] = [];
  const seen = new Map<string, MessageLine>();
  const { origin } = product;

  return {
    browser,
    dataDir,
    origin,
    complaints,
    outside,
    seen,
    product: () => product,
    async start() {
      product = await startProduct({ ...options, dataDir, port });
    },
    async sitDown(wanted, known) {
      const context = known ?? (await openContext(browser, origin));
      if (!known) context.on("page", (page) => listen(page, complaints));
      const outlook = await openOutlook(context, origin, wanted);
      for (const message of await outlook.messages()) seen.set(message.internetMessageId, message);
      return {
        outlook,
        pane: readPane(outlook),
        context,
        async close() {
          outside.push(...context.outside);
          await context.close();
        },
      };
    },
    async close() {
      await browser.close();
      await product.kill();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
