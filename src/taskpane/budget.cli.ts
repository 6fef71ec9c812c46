/** `npm run budget`: what the pane loads before its first message, compressed, against what it may. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { Mistake, runCommand } from "../shell/command.ts";

const folder = join(import.meta.dirname, "..", "..", "dist", "pane");
const budgets: Record<string, number> = { "taskpane.html": 170 * 1024, "commands.html": 40 * 1024 };

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** Scripts that the page itself names; everything else is asked for later. */
function initialScripts(page: string): string[] {
  const html = readFileSync(join(folder, page), "utf8");
  return [...html.matchAll(/<script[^>]*\bsrc="(?!https:)([^"]+)"/g)].map((match) => match[1]!);
}

function main(): number {
  let isOver = false;
  for (const [page, budget] of Object.entries(budgets)) {
    const sizes = initialScripts(page).map(
      (name) => brotliCompressSync(readFileSync(join(folder, name))).length,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.length === 0) throw new Mistake(`${page} names no script: build it first.`);
    isOver ||= total > budget;
    console.log(
      `${page}: ${kilobytes(total)} of ${kilobytes(budget)} (brotli)${total > budget ? ": too much" : ""}`,
    );
  }
  return isOver ? 1 : 0;
}

export const command = { main };
export const ended = runCommand(command);
