/** npm run doctor -- --origin https://… : probes a live deployment and says in plain words what is wrong and what to do. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Mistake, runCommand } from "../shell/command.ts";
import type { Complaint } from "./doctor/complaint.ts";
import { type Diagnosis, diagnose } from "./doctor/doctor.ts";
import { makeProbe } from "./doctor/probe.ts";
import type { Expected } from "./doctor/visit.ts";
import { checkedOrigin } from "./manifest.ts";

const usage = `npm run doctor -- --origin https://concord.example.com [--pack FOLDER] [--json]
                  [--tenant GUID] [--client GUID] [--api GUID] [--manifest FILE] [--no-category-writing]
                  [--ca FILE]        your own root certificate (PEM)
                  [--timeout SECONDS]
Ends with 0 when nothing is wrong (advice does not count), 1 when something is, 2 when it was asked wrongly.`;

const options = {
  origin: { type: "string" },
  pack: { type: "string" },
  tenant: { type: "string" },
  client: { type: "string" },
  api: { type: "string" },
  manifest: { type: "string" },
  "no-category-writing": { type: "boolean" },
  ca: { type: "string" },
  timeout: { type: "string", default: "10" },
  json: { type: "boolean", default: false },
} as const;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const pack = values.pack === undefined ? {} : packIn(values.pack);
  const origin = values.origin ?? pack.origin;
  if (!origin) throw new Mistake(`Say which deployment to look at.\n${usage}`);
  const seconds = Number(values.timeout);
  if (!(seconds > 0 && seconds <= 120)) throw new Mistake("--timeout must be 1 to 120 seconds.");
  const expected: Expected = {
    origin: checkedOrigin(origin),
    tenant: values.tenant ?? pack.tenant,
    client: values.client ?? pack.client,
    api: values.api ?? pack.api,
    manifest: values.manifest ? read("--manifest", values.manifest) : pack.manifest,
    categoryWriting: !(values["no-category-writing"] ?? pack.categoryWriting === false),
  };
  const ca = values.ca ? read("--ca", values.ca) : undefined;
  const probe = makeProbe({ now: Date.now, ca, timeoutMs: seconds * 1000 });
  const diagnosis = await diagnose(expected, probe, Date.now());
  const wrong = diagnosis.complaints.filter(({ weight }) => weight === "wrong").length;
  if (values.json) console.log(JSON.stringify({ origin: expected.origin, wrong, ...diagnosis }, null, 2));
  else tell(expected.origin, diagnosis);
  return wrong === 0 ? 0 : 1;
}

function packIn(folder: string): Partial<Expected> {
  const file = join(folder, "pack.json");
  if (!existsSync(file))
    throw new Mistake(`--pack ${folder} holds no pack.json; make it with npm run deploy:pack.`);
  const said = packFile(folder, read("--pack", file));
  const names = ["origin", "tenant", "client", "api"] as const;
  const texts = names.filter((name) => typeof said[name] === "string").map((name) => [name, said[name]]);
  return {
    ...Object.fromEntries(texts),
    categoryWriting: said.categoryWriting !== false,
    manifest: read("--pack", join(folder, "3-manifest", "concord.xml")),
  };
}

function packFile(folder: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {}
  throw new Mistake(`--pack ${folder} is damaged: its pack.json is none. Make the pack again.`);
}

function read(option: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (fault) {
    throw new Mistake(`${option} ${file} cannot be read (${(fault as NodeJS.ErrnoException).code}).`);
  }
}

function tell(origin: string, { complaints, byHand }: Diagnosis): void {
  const line = ({ code, weight, place, sentence, todo }: Complaint) =>
    `${weight === "wrong" ? "WRONG " : "advice"}  ${sentence}\n        at ${place} (${code})\n        → ${todo}`;
  for (const complaint of complaints) console.log(`${line(complaint)}\n`);
  const wrong = complaints.filter(({ weight }) => weight === "wrong").length;
  console.log(wrong === 0 ? `${origin}: nothing wrong was found.` : `${origin}: ${wrong} to put right.`);
  console.log(`\nNot visible from here, look by hand:\n${byHand.map((one) => `- ${one}`).join("\n")}`);
}

export const command = { main, usage, misused: 2 };
export const ended = runCommand(command);
