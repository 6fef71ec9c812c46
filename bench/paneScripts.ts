/** Which scripts the built pane starts with, which wait for their moment, and how many bytes brotli makes of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export const budgetBytes = 170_000;

export const root = join(import.meta.dirname, "..");
export const paneFolder = join(root, "dist", "pane");

export const brotliBytes = (body: Uint8Array): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export interface Script {
  file: string;
  bytes: number;
  brotli: number;
}

export interface PaneScripts {
  initial: Script[];
  lazy: Script[];
}

/** Everything a page names in a script element of its own; office.js comes from Microsoft and is not ours to weigh. */
export function scriptsOf(page: string, folder = paneFolder): PaneScripts {
  const html = readFileSync(join(folder, page), "utf8");
  const named = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1]!);
  const initial = named.filter((source) => !/^https?:/.test(source));
  const lazy = existsSync(join(folder, "static"))
    ? readdirSync(join(folder, "static"))
        .filter((file) => file.endsWith(".js"))
        .map((file) => `static/${file}`)
        .filter((file) => !initial.includes(file) && !/static\/(taskpane|commands)\./.test(file))
    : [];
  return {
    initial: initial.map((file) => weigh(folder, file)),
    lazy: lazy.map((file) => weigh(folder, file)),
  };
}

function weigh(folder: string, file: string): Script {
  const body = readFileSync(join(folder, file));
  return { file, bytes: body.length, brotli: brotliBytes(body) };
}

export const brotliOf = (scripts: readonly Script[]): number =>
  scripts.reduce((sum, { brotli }) => sum + brotli, 0);
