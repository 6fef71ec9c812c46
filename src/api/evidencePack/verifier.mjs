/** Stands alone beside the pack it checks: `node verify.mjs`. Needs nothing but Node; exits with 1 when something was changed. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const read = (name) => readFileSync(join(folder, name), "utf8");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const faults = [];

for (const [name, hash] of Object.entries(JSON.parse(read("manifest.json")).sha256))
  if (sha256(read(name)) !== hash) faults.push(`${name} is not the file that was packed`);

const entries = read("audit.jsonl")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
let before = { position: 0, hash: "0".repeat(64) };
for (const entry of entries) {
  const { previous, department, position, at, person, action, subject, hash } = entry;
  const sealed = sha256(JSON.stringify([previous, department, position, at, person, action, subject]));
  if (position !== before.position + 1 || previous !== before.hash || sealed !== hash) {
    faults.push(`the audit chain is broken at entry ${position}`);
    break;
  }
  before = entry;
}

const closings = new Set(
  entries
    .filter(({ action }) => action === "review closed" || action === "review redacted")
    .map(({ subject }) => subject),
);
const { reviews } = JSON.parse(read("reviews.json"));
for (const { id, seal, frozen } of reviews)
  if (sha256(frozen) !== seal || !closings.has(`${id} ${seal}`))
    faults.push(`review ${id} is not what was closed`);

for (const fault of faults) console.error(fault);
if (faults.length === 0)
  console.log(
    `${entries.length} audit entries and ${reviews.length} closed reviews are as they were written.`,
  );
process.exitCode = faults.length === 0 ? 0 : 1;
