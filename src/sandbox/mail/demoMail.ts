/** The demo mail as tests read it: every file, parsed, with what a sensible person would say of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Priority } from "../../triage/taxonomy.ts";
import { type ParsedMail, parseMail } from "../parseMail.ts";
import { mailboxes } from "../personas.ts";

const folder = __dirname;

/** Null where there is nothing to decide: hostile, empty, or no message at all. */
export type Truth = Record<string, { department: string; category: string; priority: Priority } | null>;

export const truth: Truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8"));

const localParts = mailboxes.map(({ address }) => address.split("@")[0]!);

/** `service/01-where-is-my-tent.eml` and so on: the folder is the mailbox. */
export const demoFiles: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && localParts.includes(entry.name))
  .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
  .sort();

export const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

export const parsedDemo = (name: string): Promise<ParsedMail> =>
  parseMail(bytesOf(name), "nobody@none.example");
