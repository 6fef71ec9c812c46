/** A browser with the storyboard's page in it: draws a scene in a look, and lets it be looked at. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../e2e/findBrowser.ts";
import { bundle } from "../testing/bundle.ts";
import { boxFont } from "./boxFont.ts";
import type { Look } from "./looks.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const address = "http://storyboard.localhost";
const height = 640;
/** The samples' present: nothing looks otherwise tomorrow. */
const storyTime = "2026-11-23T09:00:00Z";

export interface Studio {
  names: readonly string[];
  page: Page;
  draw(scene: string, look: Look): Promise<void>;
  /** The whole pane, however far it would have to be scrolled. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface StudioOptions {
  /** Boxes instead of letters: the same on every computer. */
  hasBoxes: boolean;
}

const font = () =>
  `@font-face { font-family: "Segoe UI"; font-weight: 100 900; src: url(data:font/ttf;base64,${Buffer.from(boxFont()).toString("base64")}) }
   @font-face { font-family: "Consolas"; font-weight: 100 900; src: url(data:font/ttf;base64,${Buffer.from(boxFont()).toString("base64")}) }`;

const html = (hasBoxes: boolean) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Storyboard</title>
<link rel="stylesheet" href="/page.css">${hasBoxes ? `<style>${font()}</style>` : ""}
<script defer src="/storyboard.js"></script></head><body><div id="root"></div></body></html>`;

/** Late parts (a chunk, a chart that measures itself) have come when nothing has changed for a while. */
const quietLooks = 4;
const lookMs = 30;
const mostLooks = 200;

/** How many parts of the program are on their way to a page. */
const parts = new WeakMap<Page, number>();
const count = (page: Page, change: number) => parts.set(page, (parts.get(page) ?? 0) + change);

async function settle(page: Page): Promise<void> {
  while (parts.get(page)) await new Promise((resolve) => setTimeout(resolve, lookMs));
  await page.evaluate(
    async ([quiet, ms, most]) => {
      const look = () => `${document.documentElement.scrollHeight} ${document.body.innerHTML}`;
      for (let before = "", same = 0, looks = 0; same < quiet && looks < most; looks++) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        const now = look();
        same = now === before ? same + 1 : 0;
        before = now;
      }
    },
    [quietLooks, lookMs, mostLooks] as const,
  );
}

async function servePage(page: Page, folder: string, hasBoxes: boolean): Promise<void> {
  const css = await readFile(join(root, "src", "taskpane", "page.css"), "utf8");
  await page.route(`${address}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html(hasBoxes) });
    if (pathname === "/page.css") return route.fulfill({ contentType: "text/css", body: css });
    const body = await readFile(join(folder, pathname.slice(1))).catch(() => undefined);
    return body ? route.fulfill({ contentType: "text/javascript", body }) : route.fulfill({ status: 404 });
  });
  page.on("request", () => count(page, 1));
  page.on("requestfinished", () => count(page, -1));
  page.on("requestfailed", () => count(page, -1));
  await page.goto(`${address}/`);
  await page.waitForFunction(() => window.storyboard !== undefined);
}

const media = ({ theme }: Look) => ({
  colorScheme: theme === "dark" ? ("dark" as const) : ("light" as const),
  forcedColors: theme === "contrast" ? ("active" as const) : ("none" as const),
  reducedMotion: "reduce" as const,
});

export async function openStudio({ hasBoxes }: StudioOptions): Promise<Studio> {
  const folder = await mkdtemp(join(tmpdir(), "concord-storyboard-"));
  await bundle({ storyboard: join(root, "src", "taskpane", "testing", "storyboard.tsx") }, folder);
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--font-render-hinting=none"],
  });
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC" });
  // What tsx leaves in functions that are sent into the page.
  await context.addInitScript("globalThis.__name = (made) => made");
  const page = await context.newPage();
  await page.clock.setFixedTime(storyTime);
  await servePage(page, folder, hasBoxes);
  const names = await page.evaluate(() => window.storyboard.names);
  return {
    names,
    page,
    async draw(scene, look) {
      await page.setViewportSize({ width: look.width, height });
      await page.emulateMedia(media(look));
      const theme = look.theme === "dark" ? "dark" : "light";
      await page.evaluate(([name, language, drawn]) => window.storyboard.show(name, language, drawn), [
        scene,
        look.language,
        theme,
      ] as const);
      await settle(page);
    },
    async picture() {
      // The foot sticks to the end of the pane: a pane as high as its content shows it where it belongs.
      const whole = await page.evaluate(() => [innerWidth, document.documentElement.scrollHeight] as const);
      if (whole[1] > height) {
        await page.setViewportSize({ width: whole[0], height: whole[1] });
        await settle(page);
      }
      return page.screenshot({ animations: "disabled", caret: "hide" });
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
