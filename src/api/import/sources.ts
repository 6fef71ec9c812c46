/** A path on the command line → the messages that stand there, by what kind of file it is. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { csvItems } from "./csv.ts";
import { jsonLineItems } from "./jsonLines.ts";
import { mailItem } from "./mail.ts";
import { mailsOf } from "./mbox.ts";
import type { FieldNames, Item } from "./record.ts";

export interface Reading {
  names: FieldNames;
  /** for mail without a label of its own */
  category: string;
  labelHeaders: readonly string[];
}

const mostBytes = 512 * 2 ** 20;

/** Throws an Error whose message is for the person who typed the path. */
export async function itemsOf(path: string, reading: Reading): Promise<Item[]> {
  const stat = statOf(path);
  if (stat.isDirectory()) return folderItems(path, reading);
  if (stat.size > mostBytes) throw new Error(`${path} is larger than 512 MB; split it.`);
  switch (extname(path).toLowerCase()) {
    case ".csv":
    case ".tsv":
      return csvItems(textOf(path), reading.names);
    case ".jsonl":
    case ".ndjson":
      return jsonLineItems(textOf(path), reading.names);
    case ".eml":
      return [await mailItem(path, readFileSync(path), reading.category, reading.labelHeaders)];
    case ".mbox":
    case ".mbx":
      return mboxItems(path, reading);
    default:
      throw new Error(`${path}: only .csv, .tsv, .jsonl, .ndjson, .mbox, .eml and folders of .eml are read.`);
  }
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    throw new Error(`${path} cannot be read.`);
  }
}

/** UTF-8, or what older spreadsheets write (Windows-1252) where it is no UTF-8. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function mboxItems(path: string, { category, labelHeaders }: Reading): Promise<Item[]> {
  const items: Item[] = [];
  for (const [i, mail] of mailsOf(readFileSync(path)).entries())
    items.push(await mailItem(`mail ${i + 1}`, mail, category, labelHeaders));
  return items;
}

/** The folder a mail lies in is its category, unless the mail or the command line says another. */
async function folderItems(folder: string, { category, labelHeaders }: Reading): Promise<Item[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() === ".eml")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new Error(`${folder} holds no .eml file.`);
  const items: Item[] = [];
  for (const file of files) {
    const place = relative(folder, file);
    const parent = dirname(place).split(sep)[0]!;
    const named = parent === "." ? "" : parent;
    items.push(await mailItem(place, readFileSync(file), category || named, labelHeaders));
  }
  return items;
}
