/** The costliest functions of a V8 CPU profile: their own time, and the time below the project's own ones. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { share, table } from "./figures.ts";

interface Node {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
}

interface Profile {
  nodes: Node[];
  samples: number[];
  timeDeltas: number[];
}

const waiting = /^\((idle|program|root)\)$/;
const nameOf = ({ callFrame: { functionName, url, lineNumber } }: Node) => {
  const file = url.replace(/^.*\/(src|node_modules)\//, "$1/");
  return `${functionName || "(anonymous)"} ${file}${file ? `:${lineNumber + 1}` : ""}`;
};

/** A package, a folder of the project, or Node itself. */
const partOf = ({ callFrame: { functionName, url } }: Node) =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ??
  /\/(src\/[^/]+(?:\/[^/.]+(?=\/))?)/.exec(url)?.[1] ??
  (/^node:[^/]+(\/[^/]+)?/.exec(url)?.[0] || functionName);

/** Of the largest profile in a folder: the process's own, and not its loader's. */
export function costliest(folder: string): string {
  const [file] = readdirSync(folder)
    .filter((name) => name.endsWith(".cpuprofile"))
    .sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  if (!file) return "\nThe server left no profile.";
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const own = new Map<string, number>();
  const parts = new Map<string, number>();
  const below = new Map<string, number>();
  let busy = 0;
  let all = 0;
  samples.forEach((id, i) => {
    const node = byId.get(id)!;
    all += timeDeltas[i] ?? 0;
    if (waiting.test(node.callFrame.functionName)) return;
    const spent = timeDeltas[i] ?? 0;
    busy += spent;
    add(own, nameOf(node), spent);
    add(parts, partOf(node), spent);
    const names = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      names.add(nameOf(byId.get(at)!));
    for (const name of names) if (name.includes(" src/")) add(below, name, spent);
  });
  const rows = (times: Map<string, number>, count: number) =>
    [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([name, spent]) => [share(spent / busy), name]);
  return [
    `\nBusy ${share(busy / all)} of the time.`,
    table("By part", ["of the busy time", "part"], rows(parts, 16)),
    table("Own time", ["of the busy time", "function"], rows(own, 25)),
    table("With all they call (synchronously)", ["of the busy time", "function"], rows(below, 40)),
  ].join("\n");
}

const add = (times: Map<string, number>, name: string, spent: number) =>
  times.set(name, (times.get(name) ?? 0) + spent);
