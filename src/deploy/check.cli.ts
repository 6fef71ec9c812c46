/** npm run manifest:check : judges a manifest by Microsoft's schemas and by our own lint. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Mistake, runCommand } from "../shell/command.ts";
import { lintManifest } from "./lint.ts";
import { renderManifest } from "./manifest.ts";
import { projectFiles } from "./projectFiles.ts";
import { hasSchemas, loadSchemas } from "./schema.ts";

const usage =
  "npm run manifest:check -- [FILE] [--production] [--no-category-writing] [--previous FILE] [--schemas FOLDER]";
const root = join(import.meta.dirname, "..", "..");

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      production: { type: "boolean", default: false },
      "no-category-writing": { type: "boolean", default: false },
      previous: { type: "string" },
      schemas: { type: "string", default: join(root, "..", "shared", "outlook", "xsd") },
    },
  });
  const file = positionals[0] ?? join(root, "manifest.xml");
  const xml = read(file);
  const files = projectFiles(root);
  const around = {
    ...files,
    categoryWriting: !values["no-category-writing"],
    production: values.production,
    ...(values.previous === undefined ? {} : { previous: read(values.previous) }),
  };
  const notes: string[] = [];
  if (files.pages === undefined) notes.push("Pages not compared: src/taskpane and src/commands have none.");
  if (files.outlookSource === undefined) notes.push("Permissions not compared: src/outlook has no code.");
  if (files.commandsSource === undefined)
    notes.push("Function names not compared: src/commands has no code.");
  const flavours = positionals[0] === undefined ? [[`${file} (batch)`, batchOf(xml)] as const] : [];
  const judged = [[file, xml] as const, ...flavours].map(([name, text]) => ({
    name,
    found: [...bySchema(text, values.schemas, notes), ...lintManifest(text, around)],
  }));
  for (const note of new Set(notes)) console.log(`note: ${note}`);
  for (const { name, found } of judged) {
    for (const { code, line, sentence } of found) console.error(`${name}:${line} ${code}: ${sentence}`);
    if (found.length === 0) console.log(`${name}: nothing wrong found.`);
  }
  return judged.every(({ found }) => found.length === 0) ? 0 : 1;
}

/** The repository's own manifest in the flavour for several selected messages. */
const batchOf = (xml: string) =>
  renderManifest(xml, { origin: "https://localhost:3000", categoryWriting: true, batch: true });

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (fault) {
    throw new Mistake(`${file} cannot be read (${(fault as NodeJS.ErrnoException).code}).`);
  }
}

function bySchema(xml: string, folder: string, notes: string[]) {
  if (!hasSchemas(folder)) {
    notes.push(`Schemas skipped: ${folder} is not there.`);
    return [];
  }
  const schemas = loadSchemas(folder);
  try {
    return schemas.validate(xml);
  } finally {
    schemas.dispose();
  }
}

export const command = { main, usage, misused: 1 };
export const ended = runCommand(command);
