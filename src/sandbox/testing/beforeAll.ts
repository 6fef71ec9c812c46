/** Jest's globalSetup of the end-to-end tests: what all of them need and none may make beside another, a build and a browser. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findBrowser } from "../e2e/findBrowser.ts";

export default function prepare(): void {
  findBrowser();
  const build = join(import.meta.dirname, "..", "start", "build.cli.ts");
  const { status } = spawnSync(process.execPath, ["--import", "tsx", build], {
    cwd: join(import.meta.dirname, "..", "..", ".."),
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The pane and the sandbox could not be built.");
}
