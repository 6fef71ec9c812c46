/** npm run deploy:pack -- --origin … --tenant … --client … --out FOLDER : writes the admin pack for one organisation. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../shell/command.ts";
import { starters } from "../triage/starter/starters.ts";
import type { Finding } from "./finding.ts";
import { lintManifest } from "./lint.ts";
import { readTemplates } from "./pack/fill.ts";
import { type PackSources, packOf } from "./pack/pack.ts";
import { checkedRequest } from "./pack/packRequest.ts";
import { projectFiles } from "./projectFiles.ts";
import { hasSchemas, loadSchemas } from "./schema.ts";

const usage = `npm run deploy:pack -- --origin https://concord.example.com --tenant GUID --out FOLDER
                       [--client GUID]            the pane's client id; without it the pack holds the registration only
                       [--api GUID]               the API's client id; without it one registration serves as both
                       [--organisation FILE]      your organisation.json, checked and taken over
                       [--departments a,b]        or starters to begin with: ${Object.keys(starters).join(", ")}
                       [--organisation-name TEXT] [--contact TEXT]
                       [--no-category-writing] [--batch] [--version 1.0.1.0] [--id GUID]`;
const root = join(import.meta.dirname, "..", "..");

const options = {
  origin: { type: "string" },
  tenant: { type: "string" },
  client: { type: "string" },
  api: { type: "string" },
  organisation: { type: "string" },
  departments: { type: "string" },
  "organisation-name": { type: "string" },
  contact: { type: "string" },
  "no-category-writing": { type: "boolean", default: false },
  batch: { type: "boolean", default: false },
  version: { type: "string" },
  id: { type: "string" },
  out: { type: "string" },
} as const;

function main(args: string[]): string[] {
  const { values } = parseArgs({ args, options });
  const checked = checkedRequest(values, Object.keys(starters));
  const read = organisationIn(values.organisation);
  const faults = [
    ...("faults" in checked ? checked.faults : []),
    ...("fault" in read ? [read.fault] : []),
    ...outFaults(values.out),
  ];
  if (faults.length > 0 || "faults" in checked || "fault" in read) return [...faults, usage];
  const packed = packOf(checked.request, sourcesWith(checked.request.categoryWriting, read.value));
  if ("faults" in packed) return packed.faults;
  write(values.out!, packed.files);
  say(`Wrote ${packed.files.size} files into ${values.out}; begin with README.md.`);
  return [];
}

const say = (line: string): string[] => {
  console.log(line);
  return [];
};

function organisationIn(file: string | undefined): { value?: unknown } | { fault: string } {
  if (file === undefined) return {};
  try {
    return { value: JSON.parse(readFileSync(file, "utf8")) };
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return { fault: `--organisation ${file} ${code ? `cannot be read (${code})` : "is not JSON"}.` };
  }
}

/** Into a new or empty folder, or over a pack made before; never among somebody's files. */
function outFaults(out: string | undefined): string[] {
  if (!out) return ["Say --out: the folder to write the pack into."];
  try {
    if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, "1-registration")))
      return [];
    return [`--out ${out} holds other files; give a new or empty folder, or that of an earlier pack.`];
  } catch (fault) {
    return [`--out ${out} cannot be used (${(fault as NodeJS.ErrnoException).code}).`];
  }
}

function sourcesWith(categoryWriting: boolean, organisation: unknown): PackSources {
  return {
    manifestTemplate: readFileSync(join(root, "manifest.xml"), "utf8"),
    template: readTemplates(join(import.meta.dirname, "pack", "templates")),
    dockerfile: readFileSync(join(root, "Dockerfile"), "utf8"),
    starters,
    judge: (manifest) => judged(manifest, categoryWriting),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

function judged(manifest: string, categoryWriting: boolean): Finding[] {
  const linted = lintManifest(manifest, { ...projectFiles(root), categoryWriting, production: true });
  const folder = join(root, "..", "shared", "outlook", "xsd");
  if (!hasSchemas(folder)) return linted;
  const schemas = loadSchemas(folder);
  try {
    return [...schemas.validate(manifest), ...linted];
  } finally {
    schemas.dispose();
  }
}

function write(out: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (path.endsWith(".sh")) chmodSync(file, 0o755);
  }
}

const run = (args: string[]): number => {
  const faults = main(args);
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
};

export const command = { main: run, usage, misused: 1 };
export const ended = runCommand(command);
