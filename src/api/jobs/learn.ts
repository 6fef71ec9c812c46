/** The learning loop: accepted verdicts become a candidate, the gate judges it, and it is published or held. */
import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { ModelOptions } from "../../classifier/model.ts";
import type { Basis, Judgement, ModelState } from "../../triage/model.ts";
import { breath } from "../breath.ts";
import { type BuiltIn, readerIn } from "../predictors/builtIn.ts";
import { dropModelFiles, keepModelFile, keptVersions, modelFile } from "../predictors/modelFiles.ts";
import { modelOptionsOf } from "../predictors/modelOptions.ts";
import type { Training } from "../predictors/training.ts";
import type { Done } from "../predictors/trainingWork.ts";
import { forgottenUpTo } from "../privacy/forgetting.ts";
import { record } from "../store/audit.ts";
import type { Department } from "../store/departments.ts";
import { markImported } from "../store/imported.ts";
import type { DepartmentKey, JudgedRow, ModelVersionRow, Schema } from "../store/schema.ts";
import { hold, inTransaction, type Store } from "../store/store.ts";
import { acceptDue } from "./accept.ts";
import { judge, type Replayed, unjudged } from "./judge.ts";
import { dropLease, holdsLease, takeLease } from "./lease.ts";
import { type Material, materialOf } from "./material.ts";
import { publish } from "./publish.ts";
import { settleReceipts } from "./receipts.ts";
import { countTrained, markAnswers, newestVersion, newsOf, versionRow } from "./versions.ts";
import { isWorthIt } from "./worth.ts";

export interface LearnParts {
  store: Store;
  model: BuiltIn;
  /** a thread of its own: a training takes its time */
  training: Training;
  featureKeyOf: (tenant: string) => string;
  now: () => number;
  /** told of every step that has just been made durable; tests stop there */
  onStep?: (step: LearnStep) => void;
}

export type LearnStep = "accepted" | "trained" | "filed" | "kept" | "settled";

const system = "system";
/** A version that calls fewer of the newest messages otherwise is no change to watch more closely. */
const changeShare = 0.02;

/** One round for a department. True when it made a version. What is cut off anywhere is taken up by the next round. */
export async function learnOnce(parts: LearnParts, department: Department): Promise<boolean> {
  const { store, now } = parts;
  if (!department.policy.learning) return false;
  const holder = randomUUID();
  if (!(await takeLease(store.db, department.key, holder, now()))) return false;
  try {
    await acceptDue(store.db, department, now());
    parts.onStep?.("accepted");
    await settleReceipts(store, parts.model, department);
    const isMade = await makeVersion(parts, department, holder);
    parts.onStep?.("settled");
    return isMade;
  } finally {
    await dropLease(store.db, department.key, holder);
  }
}

async function makeVersion(parts: LearnParts, department: Department, holder: string): Promise<boolean> {
  const { store, now } = parts;
  const { db } = store;
  const newest = await newestVersion(db, department.key);
  const files = await keptVersions(db, department.key);
  const fileLost = department.modelVersion > 0 && !files.includes(department.modelVersion);
  // Of a trainer that ended before its version was kept.
  const leftOver = files.filter((version) => version > (newest?.version ?? 0));
  await dropModelFiles(db, department.key, leftOver);
  const mustForget = newest !== undefined && (await forgottenUpTo(db, department.key)) >= newest.version;
  const news = { ...(await newsOf(store.scans.db, department, newest)), fileLost };
  if (!mustForget && !isWorthIt(news, now())) return false;
  const all = await materialOf(store.scans.db, department, now());
  const material = mustForget ? onlyLearned(all) : all;
  const options = modelOptionsOf(department.taxonomy, parts.featureKeyOf(department.tenant));
  const { lessons, observed, judges } = material;
  const live = fileLost ? null : await comparableFile(parts, department, options);
  const done = await parts.training.run({ kind: "train", options, lessons, observed, judged: judges, live });
  parts.onStep?.("trained");
  const judgement = mustForget
    ? unjudged("forgotten")
    : live
      ? judge(replayed(material, done, await judgedBy(store.scans.db, department)))
      : unjudged(fileLost ? "lost" : "taxonomy");
  const version = (newest?.version ?? 0) + 1;
  const kept = { department, version, material, done, judgement, now: now() };
  const trainer = { key: department.key, holder };
  // Megabytes that nobody else writes, by themselves: nobody shall wait for the department meanwhile, nor for both at once.
  if (!(await asTrainer(parts, trainer, [], (trx) => keepFiles(trx, kept)))) return false;
  parts.onStep?.("filed");
  if (!(await asTrainer(parts, trainer, [department.key], (trx) => keep(trx, kept)))) return false;
  parts.onStep?.("kept");
  if (await isLive(db, department, version))
    await settleReceipts(store, parts.model, { ...department, modelVersion: version });
  return true;
}

/** In a transaction that holds `held`, requests going first. False, and nothing done, where the lease has gone to another. */
async function asTrainer(
  { store, now }: LearnParts,
  { key, holder }: { key: DepartmentKey; holder: string },
  held: readonly DepartmentKey[],
  work: (trx: Transaction<Schema>) => Promise<void>,
): Promise<boolean> {
  await breath();
  return inTransaction(store, [], async (trx) => {
    if (!(await holdsLease(store, trx, key, holder, now()))) return false;
    await hold(store, trx, held);
    await work(trx);
    return true;
  });
}

/** What was learned before, without what is to be forgotten: nothing new comes in unjudged. */
const onlyLearned = (material: Material): Material => ({
  ...material,
  lessons: material.lessons.filter(({ wasLearned }) => wasLearned),
  fresh: { learned: [], lost: [] },
});

/** What the candidate is compared with: the live version, or the taxonomy alone; null when it knew other categories. */
async function comparableFile(
  { store: { db }, training }: LearnParts,
  { key, modelVersion, taxonomy }: Department,
  options: ModelOptions,
): Promise<Uint8Array | null> {
  if (modelVersion === 0) return (await training.run({ kind: "begin", options })).bytes;
  const bytes = await modelFile(db, key, modelVersion);
  return bytes && readerIn(bytes, taxonomy) ? bytes : null;
}

const isLive = async (db: Kysely<Schema>, { key }: Department, version: number): Promise<boolean> =>
  (await versionRow(db, key, version))?.state === "live";

/** What the live version said of messages before it learned them. */
async function judgedBy(
  db: Kysely<Schema>,
  { key, modelVersion }: Department,
): Promise<Map<string, JudgedRow>> {
  const rows = await db
    .selectFrom("judged")
    .selectAll()
    .where("department", "=", key)
    .where("version", "=", modelVersion)
    .execute();
  return new Map(rows.map((row) => [row.message_key, row]));
}

/** Pairs of calls that neither model had learned; what the live version learned without having been asked first is left out. */
function replayed({ judges }: Material, done: Done, known: ReadonlyMap<string, JudgedRow>): Replayed[] {
  const candidate = new Map(done.candidate.map((said) => [said.id, said]));
  const live = new Map(done.live.map((said) => [said.id, said]));
  return judges.flatMap(({ id, source, said, wasLearned }): Replayed[] => {
    const before = known.get(id) ?? (wasLearned ? undefined : live.get(id));
    const after = candidate.get(id);
    return before && after ? [{ source, said, live: before, candidate: after }] : [];
  });
}

interface Kept {
  department: Department;
  version: number;
  material: Material;
  done: Done;
  judgement: Judgement;
  now: number;
}

async function keepFiles(db: Kysely<Schema>, kept: Kept): Promise<void> {
  const { department, version, done, now } = kept;
  await keepModelFile(db, { department: department.key, version, value: Buffer.from(done.bytes), at: now });
  await keepJudged(db, kept);
}

/** What makes the files a version, in one transaction, and in the same its publication: there is no half of it after a crash. */
async function keep(db: Kysely<Schema>, kept: Kept): Promise<void> {
  const { department, version, material, done, judgement, now } = kept;
  const state = stateOf(department, judgement, now);
  await markAnswers(db, department.key, material.fresh.learned, { trained_in: version });
  await markAnswers(db, department.key, material.fresh.lost, { trained_in: 0 });
  await markImported(db, department.key, material.imported, version);
  await db
    .insertInto("model_version")
    .values(await rowOf(db, kept, state))
    .execute();
  await record(db, department.key, {
    at: now,
    person: system,
    action: "trainModel",
    subject: `v${version} ${state}`,
  });
  if (state !== "live") return;
  await publish(db, {
    department: department.key,
    version,
    person: system,
    now,
    isChange: isChange(done, judgement),
  });
}

/** There is nothing to stay with, or what there is must go. */
const isNeeded: ReadonlySet<Basis> = new Set<Basis>(["lost", "taxonomy", "forgotten"]);

function stateOf(
  { policy, publishingHeldUntil }: Department,
  { passes, basis }: Judgement,
  now: number,
): ModelState {
  if (isNeeded.has(basis)) return "live";
  if (!passes) return "held";
  return policy.monitorOnly || now < publishingHeldUntil ? "candidate" : "live";
}

const isChange = ({ changes }: Done, { basis }: Judgement) =>
  basis === "taxonomy" ||
  (basis !== "tooFew" && changes.changed >= changeShare * Math.max(1, changes.messages));

async function rowOf(
  db: Kysely<Schema>,
  { department, version, material, done, judgement, now }: Kept,
  state: ModelState,
): Promise<ModelVersionRow> {
  return {
    department: department.key,
    version,
    lessons: await countTrained(db, department.key),
    examples: material.lessons.length,
    state,
    taxonomy_version: department.taxonomy.version,
    at: now,
    published_at: null,
    judgement: JSON.stringify(judgement),
    changes: JSON.stringify(done.changes),
    settled: 1,
  };
}

const perInsert = 100;

async function keepJudged(db: Kysely<Schema>, { department, version, done }: Kept): Promise<void> {
  for (let from = 0; from < done.candidate.length; from += perInsert)
    await db
      .insertInto("judged")
      .values(
        done.candidate.slice(from, from + perInsert).map(({ id, category, priority, confidence }) => ({
          department: department.key,
          version,
          message_key: id,
          category,
          priority,
          confidence,
        })),
      )
      .execute();
}
