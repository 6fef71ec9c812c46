/** The evidence pack: all that shows how a department's model is watched, as files that anybody can check without us. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { linesOf } from "../objectives/versions.ts";
import { versionOf } from "../objectives/view.ts";
import { reviewRows } from "../reviews/rows.ts";
import type { Department } from "../store/departments.ts";
import { dayOf } from "../store/periods.ts";
import type { Db } from "../store/store.ts";
import { auditLines, blindProtocol, modelHistory, overrides, retentionProof } from "./facts.ts";
import { readMe } from "./readMe.ts";
import { type PackedFile, zipOf } from "./zip.ts";

export interface Pack {
  fileName: string;
  zip: Buffer;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

export async function packOf(db: Db, department: Department, now: number): Promise<Pack> {
  const { key, id } = department;
  const files: PackedFile[] = [
    { name: "README.md", text: readMe(id, dayOf(now)) },
    { name: "objectives.json", text: json({ objectives: await objectiveHistory(db, department, now) }) },
    { name: "reviews.json", text: json({ reviews: await closedReviews(db, department) }) },
    { name: "blind-checks.json", text: json(await blindProtocol(db, department, now)) },
    { name: "models.json", text: json({ versions: await modelHistory(db, key) }) },
    { name: "deeds.json", text: json({ deeds: await overrides(db, key) }) },
    { name: "retention.json", text: json(await retentionProof(db, department, now)) },
    { name: "audit.jsonl", text: await auditLines(db, key) },
    { name: "verify.mjs", text: readFileSync(join(import.meta.dirname, "verifier.mjs"), "utf8") },
  ];
  const hashes = Object.fromEntries(files.map(({ name, text }) => [name, sha256(text)]));
  const manifest = json({ department: id, madeAt: now, sha256: hashes });
  return {
    fileName: `evidence-${id}-${dayOf(now)}.zip`,
    zip: await zipOf([...files, { name: "manifest.json", text: manifest }], now),
  };
}

async function objectiveHistory(db: Db, department: Department, now: number) {
  const history = [];
  for (const { objective, versions, withdrawn } of await linesOf(db, department.key)) {
    const told = [];
    for (const version of versions) {
      const { writtenBy: _, ...rest } = await versionOf(db, department, version, now);
      told.push({ ...rest, writtenBy: version.person });
    }
    history.push({ id: objective, versions: told, withdrawn });
  }
  return history;
}

/** As they were frozen, letter by letter: their seal is of this text. */
async function closedReviews(db: Db, { key }: Department) {
  const rows = await reviewRows(db, key);
  return rows.flatMap(({ review, opened_at, closed_at, frozen, seal }) =>
    frozen === null ? [] : [{ id: review, openedAt: opened_at, closedAt: closed_at, seal, frozen }],
  );
}
