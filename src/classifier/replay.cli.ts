/** npm run replay -- --train A.jsonl --test B.jsonl | --stream A.jsonl: what accuracy to expect, from labelled mail. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Mistake, runCommand } from "../shell/command.ts";
import { featuresOf, type MessageText } from "./features.ts";
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
import { type Field, type ReadMail, type Row, readMail } from "./replayRows.ts";

const usage = `Usage:
  npm run replay -- --train A.jsonl --test B.jsonl [--unlabelled U.jsonl] [--field F] [--taxonomy T.json] [--curve] [--json]
  npm run replay -- --stream A.jsonl [--field F] [--taxonomy T.json] [--shuffle N] [--json]
  npm run replay -- --cold --test B.jsonl --taxonomy T.json [--unlabelled U.jsonl] [--field F] [--json]

Files: JSON Lines, one message a line: {id, subject, body, category, priority, from}. --field: category (the default),
priority (ordered from low to urgent), or any other field that holds topics. Lines without it are mail nobody answered:
those of A.jsonl, and all of U.jsonl, teach which words go together.
T.json: [{"id": "...", "texts": ["definition", "phrase", ...]}, ...]. --curve: figures on the test file after
10, 25, 50, ... verdicts. --shuffle N: the stream in random order N. --cold: definitions alone, no verdicts.`;

const key = "replay";
const clock = () => performance.now();

/** npm changes into the project's folder; paths are meant from where it was called. */
const pathOf = (path: string) => resolve(process.env.INIT_CWD ?? "", path);

function fileText(path: string): string {
  try {
    return readFileSync(pathOf(path), "utf8");
  } catch {
    throw new Mistake(`Cannot read ${path}.`);
  }
}

function mailFrom(path: string, field: Field): ReadMail {
  try {
    return readMail(fileText(path), field, key);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Mistake(`${path}: ${error.message}`);
    throw error;
  }
}

function labelledFrom(path: string, field: Field): ReadMail {
  const mail = mailFrom(path, field);
  if (mail.rows.length === 0) throw new Mistake(`${path}: no message has a ${field}.`);
  return mail;
}

/** Microseconds from text to features: the median, after a warm-up. */
function featureMicrosOf(messages: readonly MessageText[]): number {
  const some = messages.slice(0, 3_000);
  for (const message of some.slice(0, 300)) featuresOf(message, key);
  const micros = some.map((message) => {
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

function describedIn(path: string): Described[] {
  const fault = new Mistake(`${path}: not of the form [{"id": "...", "texts": ["..."]}].`);
  const isDescribed = (one: Partial<Described> | null) =>
    typeof one?.id === "string" &&
    Array.isArray(one.texts) &&
    one.texts.every((text) => typeof text === "string");
  const text = fileText(path);
  try {
    const described: unknown = JSON.parse(text);
    if (Array.isArray(described) && described.every(isDescribed)) return described;
  } catch {}
  throw fault;
}

const flags = {
  train: { type: "string" },
  test: { type: "string" },
  unlabelled: { type: "string" },
  stream: { type: "string" },
  field: { type: "string", default: "category" },
  taxonomy: { type: "string" },
  shuffle: { type: "string" },
  curve: { type: "boolean" },
  cold: { type: "boolean" },
  json: { type: "boolean" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof flags }>>["values"];

function main(args: string[]): number {
  const { values } = parseArgs({ args, options: flags });
  const described = values.taxonomy ? describedIn(values.taxonomy) : [];
  const options = { field: values.field, key, seed: 1, clock, described };
  const result = values.stream ? streamed(values.stream, values.shuffle, options) : tested(values, options);
  if (values.json) console.log(JSON.stringify(result));
  return 0;
}

function streamed(path: string, shuffle: string | undefined, options: ReplayOptions): object {
  const { rows } = labelledFrom(path, options.field);
  if (shuffle !== undefined && !/^\d+$/.test(shuffle)) throw new Mistake("--shuffle is a whole number.");
  const result = stream(shuffle ? shuffledRows(rows, Number(shuffle)) : rows, options);
  console.log("predicted before learned; figures of the messages since the line above");
  printPoints(result.points);
  console.log(` whole  ${figureLine(result.whole)}`);
  return { ...result.whole, points: result.points };
}

function tested({ train, test, unlabelled, curve, cold }: Values, options: ReplayOptions): object {
  if (!test || !(train || cold)) throw new Mistake(usage);
  const tests = labelledFrom(test, options.field);
  const learned = train && !cold ? labelledFrom(train, options.field) : undefined;
  const others = unlabelled ? mailFrom(unlabelled, options.field) : undefined;
  if (curve && learned) {
    const points = learningCurve(shuffledRows(learned.rows, 1), tests.rows, options);
    printPoints(points);
    return { points };
  }
  const observed = [
    ...(learned?.unlabelled ?? []).map((mail) => ({ ...mail, id: `train ${mail.id}` })),
    ...(others?.rows ?? []),
    ...(others?.unlabelled ?? []),
  ];
  const featureMicros = featureMicrosOf(tests.messages);
  const report = replay(learned?.rows ?? [], tests.rows, { ...options, unlabelled: observed });
  printReport(report, featureMicros);
  return { ...report, featureMicros };
}

export const command = { main, usage, misused: 2 };
export const ended = runCommand(command);
