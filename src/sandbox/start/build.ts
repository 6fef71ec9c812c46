/** Builds the pane and the sandbox when their sources changed since the last build, and says how far it is. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const watched = ["src", "assets", "webpack.config.js", "package-lock.json", "manifest.xml"];
/** Within the project; where that lies, and what the folder is called, has no say. */
const unbuilt = /\.(test|store-test|e2e)\.tsx?$|[\\/]sandbox[\\/](e2e|mail|fixtures)[\\/]|\.cli\.ts$/;

const filesBelow = (root: string, place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !unbuilt.test(file.slice(root.length)))
    .sort();

/** A digest of everything that goes into a build. */
export function sourceStamp(root: string): string {
  const hash = createHash("sha256");
  for (const place of watched.map((name) => join(root, name)).filter(existsSync)) {
    const files = place.endsWith("src") || place.endsWith("assets") ? filesBelow(root, place) : [place];
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Runs webpack when the stamp of the last build does not fit; resolves when dist is up to date. */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<void> {
  const stampFile = join(root, "dist", "stamp");
  const stamp = sourceStamp(root);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  say("Building the pane and the sandbox (only after a change; a minute the first time)");
  await runWebpack(root, say);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile, stamp);
}

async function runWebpack(root: string, say: (line: string) => void): Promise<void> {
  const { default: webpack } = await import("webpack");
  const { default: config } = await import(join(root, "webpack.config.js"));
  const compiler = webpack(typeof config === "function" ? config({}, { mode: "production" }) : config)!;
  let tenth = 0;
  new webpack.ProgressPlugin((share) => {
    if (Math.floor(share * 10) <= tenth) return;
    tenth = Math.floor(share * 10);
    say(`  ${tenth * 10} %`);
  }).apply(compiler);
  await new Promise<void>((done, fail) =>
    compiler.run((fault, stats) => {
      if (fault) return fail(fault);
      if (stats?.hasErrors()) return fail(new Error(stats.toString({ preset: "errors-only" })));
      compiler.close(() => done());
    }),
  );
}
