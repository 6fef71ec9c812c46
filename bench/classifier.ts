/** npm run bench:classifier [-- --data FOLDER --curves --card]: the built-in model on labelled mail, beside npm's and recorded classifiers. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadPredictor } from "../src/classifier/predictorFile.ts";
import { fileOf, replay } from "../src/classifier/replay.ts";
import { tokenLimit } from "../src/classifier/tokens.ts";
import { tablesOf } from "./classifier/card.ts";
import { coldStart } from "./classifier/cold.ts";
import { curveOf } from "./classifier/curves.ts";
import { faithfulness } from "./classifier/faithful.ts";
import { longMail } from "./classifier/longMail.ts";
import { key, splitOf, textOf } from "./classifier/mail.ts";
import { npmPeers } from "./classifier/npmPeers.ts";
import { type Task, tasks } from "./classifier/recorded.ts";
import type { Results, TaskResult } from "./classifier/results.ts";
import { microsOf, refitOf, trainingOf } from "./classifier/speeds.ts";
import { taxonomies } from "./classifier/taxonomies.ts";
import { machine } from "./figures.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join("..", "shared", "model", "data") },
    /** learning curves too: some minutes more */
    curves: { type: "boolean", default: false },
    /** writes docs/model-card.md */
    card: { type: "boolean", default: false },
  },
});
const folder = values.data;
const clock = () => performance.now();

async function resultOf(task: Task): Promise<TaskResult> {
  const { set, field } = task;
  const [train, dev] = [splitOf(folder, set, "train", field), splitOf(folder, set, "dev", field)];
  const options = { field, key, seed: 1, clock };
  const predictor = loadPredictor(fileOf(train.rows, options));
  const labels = taxonomies[set];
  const plain = (split: typeof dev) =>
    split.messages.map((message) => ({ text: textOf(message), label: message.label }));
  const isTopic = field === "category";
  return {
    ...task,
    ours: replay(train.rows, dev.rows, options),
    trained: train.rows.length,
    micros: microsOf(predictor, dev.messages),
    npm: await npmPeers(plain(train), plain(dev)),
    ...(labels && isTopic ? { cold: coldStart(labels, train, dev) } : {}),
    ...(isTopic ? { faithful: faithfulness(predictor, dev) } : {}),
    curve: values.curves ? curveOf(train, dev, field) : [],
  };
}

/** Messages twice as long as the median of any of the sets, and messages as long as any that is read. */
const longRefits = (): Results["longRefits"] =>
  [
    { sets: ["mooc"], words: 100 },
    { sets: ["mooc"], words: tokenLimit },
    { sets: ["mooc", "endava", "cfpb"], words: tokenLimit },
  ].map(({ sets, words }) => {
    const rows = longMail(
      sets.map((set) => splitOf(folder, set, "train", "category")),
      10_000,
      words,
    );
    const categories = new Set(rows.map(({ label }) => label)).size;
    return { of: `messages of ${words} words (${categories} categories)`, refit: refitOf(rows) };
  });

async function run(): Promise<Results> {
  const before = machine();
  const results: TaskResult[] = [];
  for (const task of tasks) {
    console.error(`${task.set}, ${task.field} …`);
    results.push(await resultOf(task));
  }
  return {
    tasks: results,
    training: trainingOf(splitOf(folder, "clinc", "train", "category").rows, 10_000),
    longRefits: longRefits(),
    machine: `before: ${before}; after: ${machine()}`,
  };
}

const cardFile = join("docs", "model-card.md");
const mark = "<!-- figures, written by npm run model:card -->";

/** What stands above the mark is written by people and stays. */
function writeCard(tables: string): void {
  const card = readFileSync(cardFile, "utf8");
  const at = card.indexOf(mark);
  if (at < 0) throw new Error(`${cardFile} has no line ${mark}`);
  writeFileSync(cardFile, `${card.slice(0, at)}${mark}\n\n${tables}\n`);
}

if (!existsSync(folder)) {
  console.log(`No labelled mail in ${folder}: nothing is measured. Give its folder with --data.`);
} else {
  const tables = tablesOf(await run());
  console.log(tables);
  if (values.card) writeCard(tables);
}
