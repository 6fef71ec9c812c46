/** npm run icons: renders the drawings in assets/ to the PNG sizes the manifest names, with Chromium. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const assets = join(import.meta.dirname, "..", "..", "assets");
const commandSizes = [16, 20, 24, 32, 40, 48, 64, 80];
const largestSmallSize = 24;

/** Up to 24 px a drawing on the pixel grid stays sharp where the large one would blur. */
const drawingFor = (name: string, size: number) =>
  readFileSync(join(assets, size <= largestSmallSize ? `${name}-small.svg` : `${name}.svg`), "utf8");

/** At 20 px the envelope's edges would fall between two rows of pixels. */
const nudgePx = (name: string, size: number) => (name === "icon" && size === 20 ? -0.5 : 0);

async function render(browser: Browser, name: string, size: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const box = `display:block;width:${size}px;height:${size}px;transform:translateY(${nudgePx(name, size)}px)`;
  await page.setContent(`<style>*{margin:0}svg{${box}}</style>${drawingFor(name, size)}`);
  writeFileSync(join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}

const browserPath = process.argv[2] ?? "/usr/bin/chromium";
try {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  for (const size of [...commandSizes, 128]) await render(browser, "icon", size);
  for (const size of commandSizes) await render(browser, "confirm", size);
  await browser.close();
  console.log(`Rendered ${commandSizes.length * 2 + 1} icons into assets/.`);
} catch (error) {
  console.error(
    `The icons could not be rendered with ${browserPath}: ${(error as Error).message.split("\n")[0]}`,
  );
  process.exitCode = 1;
}
