/** Finds a Chromium to test in, or installs one, and says which and how. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const present = () =>
  [process.env.CHROMIUM, ...usualPlaces, chromium.executablePath()].find((file) => file && existsSync(file));

const runs = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;

const installWithPlaywright = () => {
  const cli = join(
    dirname(createRequire(import.meta.filename).resolve("playwright-core/package.json")),
    "cli.js",
  );
  return runs(process.execPath, [cli, "install", "chromium"]);
};

const installWithApt = () =>
  process.getuid?.() === 0 && runs("apt-get", ["update"]) && runs("apt-get", ["install", "-y", "chromium"]);

/** The path of a Chromium; installs one through Playwright, or through apt when that is not possible. */
export function findBrowser(say: (line: string) => void = console.log): string {
  const found = present();
  if (found) return found;
  say("No Chromium found: installing one for the end-to-end tests.");
  if (installWithPlaywright() || installWithApt()) {
    const installed = present();
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium found and none could be installed: install Chromium or Chrome, or name it in CHROMIUM.",
  );
}
