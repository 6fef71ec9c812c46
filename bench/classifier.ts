/** npm run bench:classifier [-- FOLDER]: the built-in model on labelled mail, beside what other classifiers reached on the same splits. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { featuresOf } from "../src/classifier/features.ts";
import { type ReplayReport, replay } from "../src/classifier/replay.ts";
import { type Field, rowsOf } from "../src/classifier/replayRows.ts";

interface Recorded {
  readonly set: string;
  readonly field: Field;
  /** Accuracy and macro-F1 in per cent. */
  readonly linearSvc: readonly [number, number];
  /** Accuracy, macro-F1, log-loss, calibration error, µs a message. */
  readonly logistic: readonly [number, number, number, number, number];
  readonly fastText?: readonly [number, number, number, number, number];
}

/** Recorded, not run here: Python peers, hyper-parameters tuned, trained on train and measured on dev. */
const recorded: readonly Recorded[] = [
  {
    set: "endava",
    field: "category",
    linearSvc: [83.7, 82.5],
    logistic: [0.833, 0.813, 0.519, 0.052, 1930],
    fastText: [0.821, 0.796, 0.58, 0.049, 179],
  },
  {
    set: "mooc",
    field: "category",
    linearSvc: [71.3, 71.1],
    logistic: [0.711, 0.708, 0.96, 0.067, 7738],
  },
  {
    set: "mooc",
    field: "priority",
    linearSvc: [76.7, 42.8],
    logistic: [0.765, 0.427, 0.744, 0.126, 3183],
    fastText: [0.761, 0.421, 0.901, 0.145, 148],
  },
  {
    set: "hadoop",
    field: "priority",
    linearSvc: [69.9, 34.8],
    logistic: [0.699, 0.35, 1.004, 0.177, 16_581],
    fastText: [0.671, 0.355, 1.227, 0.206, 181],
  },
  {
    set: "cfpb",
    field: "category",
    linearSvc: [70.7, 70],
    logistic: [0.712, 0.705, 0.851, 0.112, 16_571],
    fastText: [0.688, 0.68, 0.843, 0.087, 694],
  },
  {
    set: "clinc",
    field: "category",
    linearSvc: [97.8, 97.8],
    logistic: [0.976, 0.976, 0.086, 0.009, 1937],
    fastText: [0.969, 0.969, 0.117, 0.011, 65],
  },
];

const key = "bench";
const clock = () => performance.now();

function featureMicros(jsonLines: string): number {
  const messages = jsonLines
    .trim()
    .split("\n")
    .slice(0, 1_000)
    .map((line) => JSON.parse(line) as { subject?: string; body?: string })
    .map(({ subject = "", body = "" }) => ({ subject, body }));
  const times = messages.map((message) => {
    const start = clock();
    featuresOf(message, key);
    return (clock() - start) * 1000;
  });
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

const row = (name: string, figures: readonly (number | undefined)[], speed: string) =>
  console.log(
    `  ${name.padEnd(28)}${figures.map((x) => (x === undefined ? "–" : x.toFixed(3)).padStart(9)).join("")}  ${speed}`,
  );

function print(
  { set, field, linearSvc, logistic, fastText }: Recorded,
  ours: ReplayReport,
  features: number,
) {
  const micros = features + ours.scoreMicros;
  console.log(
    `\n${set}, ${field}: ${ours.messages} messages; accuracy, macro-F1, log-loss, calibration error`,
  );
  const { accuracy, macroF1, logLoss, calibrationError } = ours;
  const size = `${(ours.modelBytes / 1e6).toFixed(1)} MB, trained in ${ours.trainSeconds.toFixed(1)} s`;
  row("Concord", [accuracy, macroF1, logLoss, calibrationError], `${micros.toFixed(0)} µs, ${size}`);
  const times = (peer: number) => `${(peer / micros).toFixed(1)} × our time (another machine's clock)`;
  row("LinearSVC (recorded)", [...linearSvc.map((percent) => percent / 100), undefined, undefined], "");
  row("LogisticRegression (rec.)", logistic.slice(0, 4), times(logistic[4]));
  if (fastText) row("fastText (recorded)", fastText.slice(0, 4), times(fastText[4]));
}

const folder = process.argv[2] ?? join("..", "shared", "model", "data");
if (!existsSync(folder))
  console.log(`No labelled mail in ${folder}: nothing to measure. Give its folder as an argument.`);
else
  for (const peer of recorded) {
    const read = (split: string) => readFileSync(join(folder, peer.set, `${split}.jsonl`), "utf8");
    const options = { field: peer.field, key, seed: 1, clock };
    const [train, dev] = [read("train"), read("dev")];
    const report = replay(rowsOf(train, peer.field, key), rowsOf(dev, peer.field, key), options);
    print(peer, report, featureMicros(dev));
  }
