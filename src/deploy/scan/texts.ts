/** Every text that can hold a secret: the files as they lie there, each version of each file ever committed, each commit's words. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Text {
  place: string;
  content: string;
}

class NoRepository extends Error {
  /** As in sysexits.h: not there. */
  readonly exitCode = 66;
}

function gitIn(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, error } = spawnSync("git", args, {
    cwd: folder,
    maxBuffer: 2 ** 30,
    ...(input === undefined ? {} : { input }),
  });
  if (!error && status === 0) return stdout;
  throw new NoRepository(`git ${args[0]} does not work in ${folder}: is it a repository, and is git there?`);
}

/** A picture or an archive holds no text that could be told. */
const textOf = (bytes: Buffer): string | undefined =>
  bytes.subarray(0, 8_000).includes(0) ? undefined : bytes.toString("utf8");

/** What is committed or could be: not what git is told to leave out. */
export function* filesIn(folder: string): Generator<Text> {
  const names = gitIn(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    .toString()
    .split("\0");
  for (const place of new Set(names.filter(Boolean))) {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(folder, place));
    } catch {
      // Deleted, but not committed yet; or a link to a folder.
      continue;
    }
    const content = textOf(bytes);
    if (content !== undefined) yield { place, content };
  }
}

/** Undefined where the clone knows only the newest commits. */
export function historyOf(folder: string): Iterable<Text> | undefined {
  if (gitIn(folder, ["rev-parse", "--is-shallow-repository"]).toString().trim() === "true") return undefined;
  const places = new Map<string, string>();
  for (const line of gitIn(folder, ["rev-list", "--all", "--objects"]).toString().split("\n")) {
    const [id = "", ...place] = line.split(" ");
    // Commits come without a place; what is looked at of them is their words.
    if (id) places.set(id, place.join(" ") || "commit");
  }
  return contentsOf(folder, places);
}

/** Bounds what is held of a long history at once. */
const atOnce = 200;

function* contentsOf(folder: string, places: ReadonlyMap<string, string>): Generator<Text> {
  const ids = [...places.keys()];
  for (let from = 0; from < ids.length; from += atOnce) {
    const asked = `${ids.slice(from, from + atOnce).join("\n")}\n`;
    for (const { id, type, bytes } of objectsIn(gitIn(folder, ["cat-file", "--batch"], asked))) {
      const content = type === "tree" ? undefined : textOf(bytes);
      if (content !== undefined) yield { place: `${places.get(id)} (as of ${id.slice(0, 12)})`, content };
    }
  }
}

/** Of each object `id type size`, a line feed, that many bytes, a line feed. */
function* objectsIn(bytes: Buffer): Generator<{ id: string; type: string; bytes: Buffer }> {
  for (let at = 0; at < bytes.length; ) {
    const head = bytes.indexOf(10, at);
    const [id = "", type = "", size = "0"] = bytes.subarray(at, head).toString("utf8").split(" ");
    at = head + 1 + Number(size) + 1;
    yield { id, type, bytes: bytes.subarray(head + 1, at - 1) };
  }
}
