/** What the checks need from the project's folder: its icons, and the code the manifest makes promises about. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import type { Surroundings } from "./manifestTree.ts";

type FromFiles = Pick<Surroundings, "readAsset" | "pages" | "outlookSource" | "commandsSource">;

export function projectFiles(root: string): FromFiles {
  const outlookSource = sourceOf(join(root, "src", "outlook"));
  const commandsSource = sourceOf(join(root, "src", "commands"));
  const pages = pagesOf(root);
  return {
    readAsset: (path) => readUnder(join(root, "assets"), join(root, normalize(unescaped(path)))),
    ...(pages.size === 0 ? {} : { pages }),
    ...(outlookSource === undefined ? {} : { outlookSource }),
    ...(commandsSource === undefined ? {} : { commandsSource }),
  };
}

/** Only assets/ is served beside the built pages, so an icon elsewhere would be missing in Outlook. */
function readUnder(folder: string, file: string): Uint8Array | undefined {
  return file.startsWith(folder + sep) && existsSync(file) ? readFileSync(file) : undefined;
}

/** A path that is badly escaped names no file of ours. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}

/** Pane and ribbon commands each bring the page that is built from them. */
function pagesOf(root: string): ReadonlySet<string> {
  const folders = ["taskpane", "commands"].map((room) => join(root, "src", room));
  const names = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder));
  return new Set(names.filter((name) => name.endsWith(".html")).map((name) => `/${name}`));
}

const isTest = (name: string) => /\.(test|store-test|e2e)\.tsx?$/.test(name);

/** All code of a folder as one text, without its tests; undefined when the folder has none. */
function sourceOf(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !isTest(name))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  return files.length > 0 ? files.join("\n") : undefined;
}
