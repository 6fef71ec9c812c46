/** The figures as tables, for the terminal and for docs/model-card.md. */
import { points } from "./curves.ts";
import { type Peer, recordedCurve } from "./recorded.ts";
import { mean, peersOf, type Results, type TaskResult } from "./results.ts";
import type { Refit } from "./speeds.ts";

const percent = (share: number | undefined) => (share === undefined ? "–" : (100 * share).toFixed(1));
const number = (value: number | undefined, digits: number) =>
  value === undefined ? "–" : value.toFixed(digits);
const signed = (points: number) => `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`;
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const grid = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
const nameOf = ({ set, field }: TaskResult) => `${set}, ${field}`;

type Quality = Pick<Peer, "accuracy" | "macroF1" | "logLoss" | "calibrationError">;

const qualities = ["accuracy", "macro-F1", "log-loss", "calibration error"];
const qualityCells = ({ accuracy, macroF1, logLoss, calibrationError }: Quality): string[] => [
  percent(accuracy),
  percent(macroF1),
  number(logLoss, 3),
  number(calibrationError, 3),
];

function taskTable(task: TaskResult): string {
  const micros = task.micros.features + task.micros.scoring;
  const all = [{ ...task.ours, name: "**Concord**", micros }, ...peersOf(task)];
  const rows = all.map((one) => [one.name, ...qualityCells(one), number(one.micros, 0)]);
  return `### ${nameOf(task)} (${task.ours.messages} messages)\n\n${grid(["", ...qualities, "µs a message"], rows)}`;
}

/** Means over the tasks; undefined where a task has no such figure. */
function meanQuality(all: readonly Quality[]): Quality {
  const of = (name: keyof Quality) => {
    const known = all.flatMap((one) => one[name] ?? []);
    return known.length === all.length ? { [name]: mean(known) } : {};
  };
  const {
    accuracy = 0,
    macroF1 = 0,
    ...rest
  } = {
    ...of("accuracy"),
    ...of("macroF1"),
    ...of("logLoss"),
    ...of("calibrationError"),
  } as Partial<Quality>;
  return { accuracy, macroF1, ...rest };
}

/** The best peer may be another one for each figure, which favours the peers. */
const bestOf = (task: TaskResult): Quality => ({
  accuracy: Math.max(...peersOf(task).map(({ accuracy }) => accuracy)),
  macroF1: Math.max(...peersOf(task).map(({ macroF1 }) => macroF1)),
});

function meansTable(tasks: readonly TaskResult[]): string {
  const peer = (name: string) => tasks.map(({ peers }) => peers.find((one) => one.name.startsWith(name))!);
  const means = (name: string, all: readonly Quality[]) => [name, ...qualityCells(meanQuality(all))];
  const worst = (of: "accuracy" | "macroF1") =>
    signed(100 * Math.min(...tasks.map((task) => task.ours[of] - bestOf(task)[of])));
  const rows = [
    means(
      "Concord",
      tasks.map(({ ours }) => ours),
    ),
    means("LinearSVC, recorded", peer("LinearSVC")),
    means("LogisticRegression, recorded", peer("Logistic")),
    means("best peer of each task", tasks.map(bestOf)),
    ["our worst distance to it", worst("accuracy"), worst("macroF1"), "–", "–"],
  ];
  return grid(["mean of the tasks", ...qualities], rows);
}

/** Ours with unanswered mail observed and without, beside LinearSVC refitted on the same number of verdicts. */
function curveTable(tasks: readonly TaskResult[]): string {
  const rows = points.map((after) => {
    const at = tasks.flatMap(({ curve }) => curve.filter((point) => point.after === after));
    const [accuracy, macroF1] = recordedCurve.get(after)!;
    const ours = (["observing", "alone"] as const).flatMap((kind) => {
      const [ourAccuracy, ourF1] = [
        100 * mean(at.map((one) => one[kind].accuracy)),
        100 * mean(at.map((one) => one[kind].macroF1)),
      ];
      return [
        `${ourAccuracy.toFixed(1)} / ${ourF1.toFixed(1)}`,
        `${signed(ourAccuracy - accuracy)} / ${signed(ourF1 - macroF1)}`,
      ];
    });
    return [String(after), ...ours, `${accuracy.toFixed(1)} / ${macroF1.toFixed(1)}`];
  });
  const head = ["verdicts", "Concord", "ahead by", "without other mail", "ahead by", "LinearSVC, recorded"];
  return `Accuracy / macro-F1.\n\n${grid(head, rows)}`;
}

const coldTable = (tasks: readonly TaskResult[]) =>
  grid(
    [
      "no verdict yet",
      "Concord, accuracy",
      "macro-F1",
      "having seen unlabelled mail, accuracy",
      "macro-F1",
      "matching keywords, ties drawn",
      "ties to the first label",
      "always the commonest",
    ],
    tasks.flatMap((task) => {
      if (!task.cold) return [];
      const { accuracy, macroF1, observing, keywords, keywordsFirst, commonest } = task.cold;
      const shares = [
        accuracy,
        macroF1,
        observing.accuracy,
        observing.macroF1,
        keywords,
        keywordsFirst,
        commonest,
      ];
      return [[nameOf(task), ...shares.map(percent)]];
    }),
  );

const evidenceTable = (tasks: readonly TaskResult[]) =>
  grid(
    [
      "evidence deleted",
      "messages",
      "lowers the probability",
      "more than random words",
      "mean drop",
      "random words' drop",
    ],
    tasks.flatMap((task) => {
      if (!task.faithful) return [];
      const { messages, lowered, moreThanRandom, meanDrop, meanRandomDrop } = task.faithful;
      const shares = [percent(lowered), percent(moreThanRandom)];
      return [[nameOf(task), String(messages), ...shares, number(meanDrop, 3), number(meanRandomDrop, 3)]];
    }),
  );

/** How far the coverage of exact 90 % sets strays on so many messages, cut by at most a thousand unseen ones of `train`. */
const coverageNoise = ({ ours, trained }: TaskResult) =>
  1.96 * Math.sqrt(0.9 * 0.1 * (1 / ours.messages + 1 / Math.min(1_000, trained)));

/** How many times faster than scikit-learn's pipeline: recorded on another machine, so only a ratio of that size. */
const speedTable = (tasks: readonly TaskResult[]) =>
  grid(
    [
      "µs a message of middling length",
      "features",
      "scoring",
      "both",
      "LogisticRegression, recorded",
      "times faster",
    ],
    tasks.map((task) => {
      const { features, scoring } = task.micros;
      const recorded = task.peers.find(({ name }) => name.startsWith("Logistic"))?.micros;
      const times = recorded === undefined ? "–" : number(recorded / (features + scoring), 0);
      return [
        nameOf(task),
        ...[features, scoring, features + scoring, recorded].map((one) => number(one, 0)),
        times,
      ];
    }),
  );

const setTable = (tasks: readonly TaskResult[]) =>
  grid(
    [
      "prediction sets at 90 %",
      "hold the right label",
      "by chance, 95 %",
      "mean size",
      "right when the surest half is answered",
      "model, MB",
      "trained in, s",
    ],
    tasks.map((task) => [
      nameOf(task),
      percent(task.ours.setCoverage),
      `90 ± ${(100 * coverageNoise(task)).toFixed(1)}`,
      number(task.ours.setSize, 2),
      percent(task.ours.abstention.find(({ answered }) => answered === 0.5)?.accuracy),
      number(task.ours.modelBytes / 1e6, 2),
      number(task.ours.trainSeconds, 1),
    ]),
  );

/** The goal of a refit of 10,000 messages, short or long. */
const refitGoalSeconds = 10;

const refitTable = (short: Refit, longer: Results["longRefits"]) =>
  grid(
    ["refit of", "seconds", "seconds of processor time", "goal"],
    [{ of: "short messages (clinc, 10 categories)", refit: short }, ...longer].map(({ of, refit }) => [
      `${refit.messages.toLocaleString("en")} ${of}`,
      refit.seconds.toFixed(1),
      refit.cpuSeconds.toFixed(1),
      `≤ ${refitGoalSeconds} s`,
    ]),
  );

/** Everything that was measured, as Markdown. */
export function tablesOf({ tasks, training, longRefits, machine }: Results): string {
  const trained = training
    ? `${refitTable(training, longRefits)}\n\nOne learned verdict, median: ${training.learnMs.toFixed(2)} ms. A file of ${(training.bytes / 1e6).toFixed(1)} MB loads in ${training.loadMs.toFixed(1)} ms.`
    : "";
  const sections = [
    meansTable(tasks),
    ...tasks.map(taskTable),
    ...(tasks.some(({ curve }) => curve.length > 0)
      ? [`### Learning curve, mean of the tasks\n\n${curveTable(tasks)}`]
      : []),
    `### Cold start from definitions\n\n${coldTable(tasks)}`,
    `### Evidence\n\n${evidenceTable(tasks)}`,
    `### Prediction sets, abstention, size\n\n${setTable(tasks)}`,
    `### Speed\n\nText to probabilities of one head: ours as the median over messages of middling length, measured here; scikit-learn's TF-IDF of words and character runs with LogisticRegression as recorded in ../shared/model/README.md, on another machine. One message a call, as a pane asks: given a whole batch at once, scikit-learn's pipeline was measured 4 (very short mail) to 46 times slower than ours, not 20 everywhere.\n\n${speedTable(tasks)}`,
    `### Training\n\n${trained}`,
    `Measured on: ${machine}. Recorded peers ran on another machine: compare times as ratios only.`,
  ];
  return sections.join("\n\n");
}
