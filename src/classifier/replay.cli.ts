/** npm run replay -- --train A.jsonl --test B.jsonl | --stream A.jsonl: what accuracy to expect, from labelled mail. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { featuresOf } from "./features.ts";
import type { Figures } from "./measure.ts";
import type { Described } from "./prior.ts";
import {
  learningCurve,
  type ReplayOptions,
  type ReplayReport,
  replay,
  type StreamPoint,
  stream,
} from "./replay.ts";
import { type Field, type Row, rowsOf } from "./replayRows.ts";

const usage = `Usage:
  npm run replay -- --train A.jsonl --test B.jsonl [--field category|priority] [--taxonomy T.json] [--curve] [--json]
  npm run replay -- --stream A.jsonl [--field category|priority] [--taxonomy T.json] [--shuffle N] [--json]
  npm run replay -- --cold --test B.jsonl --taxonomy T.json [--field category|priority] [--json]

Files: JSON Lines, one message a line: {id, subject, body, category, priority, from}.
T.json: [{"id": "...", "texts": ["definition", "phrase", ...]}, ...]. --curve: figures on the test file after
10, 25, 50, ... verdicts. --shuffle N: the stream in random order N. --cold: definitions alone, no verdicts.`;

const key = "replay";
const clock = () => performance.now();

class UsageError extends Error {}

function fileText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`Cannot read ${path}.`);
  }
}

function rowsFrom(path: string, field: Field): Row[] {
  try {
    const rows = rowsOf(fileText(path), field, key);
    if (rows.length > 0) return rows;
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
  throw new UsageError(`${path}: no message has a ${field}.`);
}

/** Microseconds from text to features, the median over the messages of a file after a warm-up. */
function featureMicrosOf(path: string): number {
  const messages = fileText(path)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 3_000)
    .map((line) => JSON.parse(line) as { subject?: string; body?: string })
    .map(({ subject = "", body = "" }) => ({ subject, body }));
  for (const message of messages.slice(0, 300)) featuresOf(message, key);
  const micros = messages.map((message) => {
    const start = clock();
    featuresOf(message, key);
    return (clock() - start) * 1000;
  });
  return micros.sort((a, b) => a - b)[micros.length >> 1] ?? 0;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const figureLine = (figures: Figures) =>
  `accuracy ${percent(figures.accuracy)}   macro-F1 ${percent(figures.macroF1)}   log-loss ${figures.logLoss.toFixed(3)}   calibration error ${figures.calibrationError.toFixed(3)}   (${figures.messages} messages)`;

function printReport(report: ReplayReport, featureMicros: number): void {
  console.log(figureLine(report));
  console.log(
    `trained in ${report.trainSeconds.toFixed(2)} s   model ${(report.modelBytes / 1e6).toFixed(2)} MB`,
  );
  console.log(
    `features ${featureMicros.toFixed(0)} µs   scoring ${report.scoreMicros.toFixed(0)} µs a message`,
  );
  console.log(
    `90 % sets hold the right label in ${percent(report.setCoverage)}, mean size ${report.setSize.toFixed(2)}`,
  );
  console.log("answering only the surest:");
  for (const { answered, accuracy } of report.abstention)
    console.log(`  ${percent(answered).padStart(7)} of messages → ${percent(accuracy)} right`);
}

const printPoints = (points: readonly StreamPoint[]) => {
  for (const { after, ...figures } of points)
    console.log(`${String(after).padStart(6)}  ${figureLine(figures)}`);
};

function shuffledRows(rows: readonly Row[], seed: number): Row[] {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return rows
    .map((row) => ({ row, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

function optionsOf(values: { field?: string | undefined; taxonomy?: string | undefined }): ReplayOptions {
  const field = values.field ?? "category";
  if (field !== "category" && field !== "priority") throw new UsageError("--field is category or priority.");
  const described = values.taxonomy ? (JSON.parse(fileText(values.taxonomy)) as Described[]) : [];
  return { field, key, seed: 1, clock, described };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      train: { type: "string" },
      test: { type: "string" },
      stream: { type: "string" },
      field: { type: "string" },
      taxonomy: { type: "string" },
      shuffle: { type: "string" },
      curve: { type: "boolean" },
      cold: { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  const options = optionsOf(values);
  const result = values.stream ? streamed(values.stream, values.shuffle, options) : tested(values, options);
  if (values.json) console.log(JSON.stringify(result));
}

function streamed(path: string, shuffle: string | undefined, options: ReplayOptions): object {
  const rows = rowsFrom(path, options.field);
  const result = stream(shuffle ? shuffledRows(rows, Number(shuffle)) : rows, options);
  console.log("predicted before learned; figures of the messages since the line above");
  printPoints(result.points);
  console.log(` whole  ${figureLine(result.whole)}`);
  return { ...result.whole, points: result.points };
}

function tested(
  values: {
    train?: string | undefined;
    test?: string | undefined;
    curve?: boolean | undefined;
    cold?: boolean | undefined;
  },
  options: ReplayOptions,
): object {
  if (!values.test || !(values.train || values.cold)) throw new UsageError(usage);
  const test = rowsFrom(values.test, options.field);
  const train = values.train ? rowsFrom(values.train, options.field) : [];
  if (values.curve) {
    const points = learningCurve(shuffledRows(train, 1), test, options);
    printPoints(points);
    return { points };
  }
  const featureMicros = featureMicrosOf(values.test);
  const report = replay(values.cold ? [] : train, test, options);
  printReport(report, featureMicros);
  return { ...report, featureMicros };
}

try {
  main();
} catch (error) {
  const expected = error instanceof UsageError || (error instanceof TypeError && "code" in error);
  if (!expected) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
