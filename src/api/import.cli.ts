/** npm run import -- FILE ... --department ID: labelled mail of the past for a warm start, and what accuracy to expect of it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expectationOf } from "../classifier/expectation.ts";
import { exitCodes, Mistake, runCommand } from "../shell/command.ts";
import { keySource, storagePlace } from "./config.ts";
import { type Checked, checked } from "./import/checked.ts";
import { keepReady, removeAll } from "./import/keep.ts";
import { labelsOf } from "./import/labels.ts";
import { usualLabelHeaders } from "./import/mail.ts";
import { type FieldName, type FieldNames, fieldNames, usualFieldNames } from "./import/record.ts";
import { expectationLines, faultLines } from "./import/report.ts";
import { itemsOf } from "./import/sources.ts";
import { featurePrintOf, type KeyRing, printOf, secretFrom, tenantKeysOf } from "./keys.ts";
import { modelOptionsOf } from "./predictors/modelOptions.ts";
import { type Department, departmentsOf } from "./store/departments.ts";
import { refuseOtherFeatures } from "./store/featureRenewal.ts";
import { noteKeyUse } from "./store/keyUse.ts";
import { openStore, type Store } from "./store/store.ts";

const usage = `Usage: npm run import -- FILE ... --department ID [options]

FILE: .csv, .tsv, .jsonl, .ndjson, .mbox, .eml, or a folder of .eml files (subfolders are categories).
  --map subject=Betreff,body=Text,category=Thema   columns or fields: ${fieldNames.join(", ")}
  --rename "Rechnung=billing,P1=urgent"            the file's word = the taxonomy's id
  --category billing          for mail that carries no label
  --label-header x-folder     where a mail's label stands (usual: ${usualLabelHeaders.join(", ")})
  --mailbox service@example.org   so that a message is known again when it is opened in Outlook
  --tenant ID                 where there are several organisations
  --dry-run                   report only; nothing is stored
  --skip-faulty               import the rest when some rows are faulty; else one faulty row stops everything
  --remove                    take everything imported before out of the department again
  --json                      the report as one line of JSON
DATA_DIR, DATABASE_URL and CONCORD_KEY are those of the API. The texts are not kept: only keyed, hashed features are.`;

const options = {
  department: { type: "string" },
  tenant: { type: "string" },
  map: { type: "string" },
  rename: { type: "string" },
  category: { type: "string" },
  "label-header": { type: "string" },
  mailbox: { type: "string" },
  "dry-run": { type: "boolean" },
  "skip-faulty": { type: "boolean" },
  remove: { type: "boolean" },
  json: { type: "boolean" },
} as const;

const argumentsOf = (args: string[]) => parseArgs({ args, allowPositionals: true, options });
let { values, positionals }: ReturnType<typeof argumentsOf> = { values: {}, positionals: [] };

/** `a=b,c=d`; the last = parts, since a file's own word may hold one. */
function pairsIn(text: string | undefined, option: string): [string, string][] {
  return (text ?? "")
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 1) throw new Mistake(`--${option}: "${pair.trim()}" is not of the form word=meaning.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
}

function namesIn(map: string | undefined): FieldNames {
  const names = { ...usualFieldNames };
  for (const [field, name] of pairsOfMap(map)) names[field] = name;
  return names;
}

function pairsOfMap(map: string | undefined): [FieldName, string][] {
  return (map ?? "")
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const [field, name] = [
        pair.slice(0, pair.indexOf("=")).trim(),
        pair.slice(pair.indexOf("=") + 1).trim(),
      ];
      const known = fieldNames.find((one) => one === field);
      if (!known || !name)
        throw new Mistake(`--map: "${pair.trim()}" does not begin with ${fieldNames.join("=, ")}=.`);
      return [known, name];
    });
}

async function departmentIn(store: Store): Promise<Department> {
  const tenants = await store.db.selectFrom("tenant").select("tenant").execute();
  const all = (await Promise.all(tenants.map(({ tenant }) => departmentsOf(store.db, tenant)))).flat();
  const found = all.filter(
    ({ id, tenant }) =>
      id === values.department && (!values.tenant || tenant === values.tenant.toLowerCase()),
  );
  if (found.length > 1)
    throw new Mistake("Several organisations have such a department; say which with --tenant.");
  if (found[0]) return found[0];
  const known = all.map(({ id }) => id).join(", ") || "none yet: start the API once";
  throw new Mistake(`--department must be one of: ${known}.`);
}

async function read(department: Department, key: string): Promise<Checked> {
  const reading = {
    names: namesIn(values.map),
    category: values.category ?? "",
    labelHeaders: values["label-header"]?.split(",") ?? usualLabelHeaders,
  };
  const labels = labelsOf(department.taxonomy, new Map(pairsIn(values.rename, "rename")));
  const items = [];
  for (const path of positionals) {
    const found = await itemsOf(path, reading).catch((fault: Error) => {
      throw new Mistake(fault.message);
    });
    const prefix = positionals.length > 1 ? `${path}, ` : "";
    for (const item of found) items.push({ ...item, place: prefix + item.place });
  }
  return checked(items, labels, key, values.mailbox);
}

const say = (lines: readonly string[]) => values.json || console.log(lines.join("\n"));

async function run(store: Store, secretIn: () => KeyRing): Promise<number> {
  const department = await departmentIn(store);
  const ring = secretIn();
  await refuseOtherFeatures(store, featurePrintOf(ring), Date.now());
  const keys = tenantKeysOf(ring)(department.tenant);
  if (values.remove) {
    const removed = await removeAll(store, department, Date.now());
    say([`${removed} imported messages were taken out of ${department.id}.`]);
    return 0;
  }
  if (!department.policy.learning)
    throw new Mistake(`The policy of ${department.id} keeps nothing to learn from.`);
  const { ready, faults, repeated } = await read(department, keys.feature);
  say([
    `${ready.length} messages read, ${repeated} repeated, ${faults.length} faulty.`,
    ...faultLines({ faults }),
  ]);
  const stops = faults.length > 0 && !values["skip-faulty"];
  const expected =
    ready.length > 0
      ? expectationOf(
          modelOptionsOf(department.taxonomy, keys.feature),
          ready.map(({ ref, features, category, priority }) => ({
            id: ref,
            features,
            category,
            ...(priority === null ? {} : { priority }),
          })),
        )
      : undefined;
  if (expected) say(["", ...expectationLines(expected), ""]);
  const isKept = !stops && !values["dry-run"] && ready.length > 0;
  if (isKept) await noteKeyUse(store.db, [department.tenant], printOf(ring.messages[0]!), Date.now());
  const kept = isKept ? await keepReady(store, department, keys, ready, Date.now()) : 0;
  say([
    isKept
      ? `${kept} messages are stored for ${department.id} as hashed features; the API learns them in its next round.`
      : stops
        ? "Nothing was stored. Mend the faulty rows, or leave them out with --skip-faulty."
        : "Nothing was stored.",
  ]);
  if (values.json)
    console.log(JSON.stringify({ read: ready.length, repeated, kept, faults, expected: expected ?? null }));
  return stops || ready.length === 0 ? 1 : 0;
}

async function main(args: string[]): Promise<number> {
  ({ values, positionals } = argumentsOf(args));
  if (!values.department || (positionals.length === 0 && !values.remove)) {
    console.error(usage);
    return exitCodes.usage;
  }
  const { dataDir, databaseUrl } = storagePlace();
  const place = databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") };
  if ("file" in place && !existsSync(place.file))
    throw new Mistake(
      `There is no database at ${place.file}; set DATA_DIR as the API has it, and start the API once.`,
      exitCodes.missing,
    );
  const store = await openStore(place, Date.now());
  try {
    return await run(store, () => secretFrom(keySource(), dataDir));
  } finally {
    await store.close();
  }
}

export const command = { main, usage };
export const ended = runCommand(command);
