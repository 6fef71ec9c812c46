/** `npm run budget`: what the pane loads before its first message, and what each room adds, compressed, against what it may. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { Mistake, runCommand } from "../shell/command.ts";
import { budgets, largestLazyBudget, lazyBudget } from "./budgets.ts";

const folder = join(import.meta.dirname, "..", "..", "dist", "pane");

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const sizeOf = (name: string) => brotliCompressSync(readFileSync(join(folder, name))).length;

/** Scripts that the page itself names; everything else is asked for later. */
function initialScripts(page: string): string[] {
  const html = readFileSync(join(folder, page), "utf8");
  return [...html.matchAll(/<script[^>]*\bsrc="(?!https:)([^"]+)"/g)].map((match) => match[1]!);
}

function main(): number {
  let isOver = false;
  const hold = (what: string, bytes: number, budget: number) => {
    isOver ||= bytes > budget;
    console.log(
      `${what}: ${kilobytes(bytes)} of ${kilobytes(budget)} (brotli)${bytes > budget ? ": too much" : ""}`,
    );
  };
  const named = new Set<string>();
  for (const [page, budget] of Object.entries(budgets)) {
    const scripts = initialScripts(page);
    if (scripts.length === 0) throw new Mistake(`${page} names no script: build it first.`);
    for (const name of scripts) named.add(name);
    hold(
      page,
      scripts.map(sizeOf).reduce((sum, size) => sum + size, 0),
      budget,
    );
  }
  const later = readdirSync(join(folder, "static"))
    .map((name) => `static/${name}`)
    .filter((name) => name.endsWith(".js") && !named.has(name))
    .map(sizeOf);
  hold("the largest part loaded later", Math.max(...later), largestLazyBudget);
  hold(
    "all parts loaded later",
    later.reduce((sum, size) => sum + size, 0),
    lazyBudget,
  );
  return isOver ? 1 : 0;
}

export const command = { main };
export const ended = runCommand(command);
