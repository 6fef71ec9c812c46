/** Imports generated odd files and holds every outcome to a message that can be learned or a fault that says where and why. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blockLimit } from "../../classifier/features.ts";
import { customerService } from "../../triage/starter/customerService.ts";
import { type Checked, checked, type Ready } from "../import/checked.ts";
import { labelsOf } from "../import/labels.ts";
import { usualLabelHeaders } from "../import/mail.ts";
import { type Fault, usualFieldNames } from "../import/record.ts";
import { itemsOf } from "../import/sources.ts";
import { seeded } from "./fuzz.ts";
import { oddFile, oddFormats } from "./oddFiles.ts";

export interface OddFilesResult {
  read: number;
  /** messages that could be learned, and faults that were named */
  ready: number;
  named: number;
  /** formats of which at least one message was ready */
  formats: Set<string>;
  /** longest a single file took */
  slowestMs: number;
  /** in sentences; nothing of it may happen */
  faults: string[];
}

const taxonomy = { ...customerService, version: 1 };
const labels = labelsOf(taxonomy, new Map([["Rechnung", taxonomy.categories[0]!.id]]));
const reading = { names: usualFieldNames, category: "", labelHeaders: usualLabelHeaders };

/** Every reason an administrator may be given for a row. */
const reasons = [
  /^no category$/,
  /^the department has no category "/,
  /" is no priority: low, normal, high or urgent$/,
  /^no words in subject or body$/,
  /^the same message as .+, labelled otherwise$/,
  /^not a JSON object$/,
  /^not readable as (?:a mail|CSV \([A-Z_]+\))$/,
  /^not a mail: no header of one$/,
  /^no column "(?:body|category)" for the /,
  /^\d+ fields where the header has \d+$/,
];
const places = /^(?:row|line|mail) (?:\d+|\?)$/;

function wrongWith({ ready, faults }: Checked, path: string): string | undefined {
  const unclear = faults.find((fault) => !isClear(fault, path));
  if (unclear) return `unclear fault: ${JSON.stringify(unclear)}`;
  const unfit = ready.find((one) => !isFit(one));
  return unfit && `not fit to be learned: ${unfit.place}`;
}

const isClear = ({ place, reason }: Fault, path: string) =>
  (place === path || places.test(place)) && reasons.some((known) => known.test(reason));

const isFit = ({ features, category, receivedAt }: Ready) =>
  taxonomy.categories.some(({ id }) => id === category) &&
  (receivedAt === undefined || Number.isFinite(receivedAt)) &&
  [features.words, features.chars, features.subject].every(
    ({ ids, counts }) =>
      ids.length === counts.length &&
      ids.length <= blockLimit &&
      ids.every((id, i) => id >= 0 && id < 65_536 && (i === 0 || id > ids[i - 1]!)),
  );

/** Files lie in a temporary folder of their own, one at a time. */
export async function importOddFiles(files: number, seed: number): Promise<OddFilesResult> {
  const result: OddFilesResult = {
    read: 0,
    ready: 0,
    named: 0,
    formats: new Set(),
    slowestMs: 0,
    faults: [],
  };
  const folder = mkdtempSync(join(tmpdir(), "concord-odd-"));
  const chance = seeded(seed);
  try {
    for (; result.read < files && result.faults.length < oddFormats.length; result.read++)
      await importOne(folder, chance, result);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

async function importOne(folder: string, chance: () => number, result: OddFilesResult): Promise<void> {
  const { format, bytes } = oddFile(chance);
  const path = join(folder, `odd${format}`);
  writeFileSync(path, bytes);
  const start = performance.now();
  try {
    const outcome = checked(await itemsOf(path, reading), labels, "odd", undefined);
    result.ready += outcome.ready.length;
    result.named += outcome.faults.length;
    if (outcome.ready.length > 0) result.formats.add(format);
    const wrong = wrongWith(outcome, path);
    if (wrong) result.faults.push(`file ${result.read + 1} (${format}): ${wrong}`);
  } catch (fault) {
    result.faults.push(`file ${result.read + 1} (${format}): ${(fault as Error).stack ?? fault}`);
  }
  result.slowestMs = Math.max(result.slowestMs, performance.now() - start);
}
