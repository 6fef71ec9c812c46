/** The product and a browser for the pane's benchmark: one fresh person in a fresh browser, watched from the first moment. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { launchBrowser, openContext, openOutlook, until } from "../src/sandbox/e2e/outlook.ts";
import { startProduct } from "../src/sandbox/e2e/product.ts";
import type { MessageLine } from "../src/sandbox/mailboxMessage.ts";

export interface Screen {
  kind: "asking" | "answered" | "loading" | "other";
  subject: string;
  /** epoch milliseconds: in the document, and on the screen */
  committedAt: number;
  paintedAt: number;
}

export interface Watch {
  readyAt: number;
  painted: Screen[];
  shifts: { at: number; value: number; what: string }[];
  longTasks: { at: number; duration: number }[];
}

interface Exchange {
  sentAt: number;
  answeredAt: number;
}

/** Epoch milliseconds of what the simulated Outlook did for the switch. */
export interface HostTimes {
  toldAt?: number;
  bodyAskedAt?: number;
  bodyToldAt?: number;
}

export interface Switched {
  from: number;
  shown: Screen;
  host: HostTimes;
  request?: Exchange;
}

export interface Bench {
  switchTo(id: string, subject: string): Promise<Switched>;
  press(subject: string): Promise<{ from: number; acknowledged: Screen } | undefined>;
  requestSince(from: number, part: string): Exchange | undefined;
  screenNow(): Screen | undefined;
  forget(): void;
}

declare global {
  interface Window {
    bench: Bench;
    benchWatch: Watch;
  }
}

export interface PaneUnderTest {
  page: Page;
  context: BrowserContext;
  messages: MessageLine[];
  /** Every script of the pane's frame until now. */
  scripts: Response[];
  watch(): Promise<Watch>;
}

/** The whole product on a database of its own, and a browser; both end when `work` does. */
export async function withProduct(work: (origin: string, browser: Browser) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "concord-bench-"));
  const product = await startProduct({
    dataDir,
    env: { RATE_LIMIT_PER_MINUTE: "100000", LOG_LEVEL: "error", LEARN_EVERY_MS: "10000" },
  });
  const browser = await launchBrowser();
  try {
    await work(product.origin, browser);
  } finally {
    await browser.close();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Opens Outlook as somebody and waits for the first question. */
export async function openPane(
  browser: Browser,
  origin: string,
  persona: string,
  warm?: BrowserContext,
  /** Runs in each frame before its own scripts. */
  init = "",
): Promise<PaneUnderTest> {
  const context = warm ?? (await openContext(browser, origin, { viewport: { width: 1400, height: 900 } }));
  if (init) await context.addInitScript({ content: init });
  if (!warm) await context.addInitScript({ path: join(import.meta.dirname, "watch.page.js") });
  const scripts: Response[] = [];
  const hear = (response: Response) => {
    const request = response.request();
    if (request.resourceType() === "script" && request.frame().url().includes("/taskpane.html"))
      scripts.push(response);
  };
  context.on("response", hear);
  const { page, messages } = await openOutlook(context, origin, { persona, query: { language: "en-US" } });
  await until(
    async () => {
      const screen = await page.evaluate(() => {
        const frame = document.querySelector('iframe[title="Concord"]') as HTMLIFrameElement | null;
        return frame?.contentWindow?.benchWatch?.painted.at(-1);
      });
      return screen !== undefined && /asking|answered/.test(screen.kind) && screen.paintedAt > 0;
    },
    `the pane shows a question to ${persona}`,
    30_000,
  );
  context.off("response", hear);
  const watch = () =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe[title="Concord"]') as HTMLIFrameElement;
      return JSON.parse(JSON.stringify(frame.contentWindow!.benchWatch)) as Watch;
    });
  const all = await messages();
  return {
    page,
    context,
    scripts,
    messages: all.filter((one) => one.kind === "message" && one.subject),
    watch,
  };
}
