/** The figures as tables, for the terminal and for docs/model-card.md. */
import { points } from "./curves.ts";
import { recordedCurve } from "./recorded.ts";
import { mean, peersOf, type Results, type TaskResult } from "./results.ts";

const percent = (share: number | undefined) => (share === undefined ? "–" : (100 * share).toFixed(1));
const number = (value: number | undefined, digits: number) =>
  value === undefined ? "–" : value.toFixed(digits);
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const grid = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
const nameOf = ({ set, field }: TaskResult) => `${set}, ${field}`;

function taskTable(task: TaskResult): string {
  const { ours, micros } = task;
  const own = micros.features + micros.scoring;
  const rows = [
    [
      "**Concord**",
      percent(ours.accuracy),
      percent(ours.macroF1),
      number(ours.logLoss, 3),
      number(ours.calibrationError, 3),
      own.toFixed(0),
    ],
    ...peersOf(task).map((peer) => [
      peer.name,
      percent(peer.accuracy),
      percent(peer.macroF1),
      number(peer.logLoss, 3),
      number(peer.calibrationError, 3),
      number(peer.micros, 0),
    ]),
  ];
  return `### ${nameOf(task)} (${ours.messages} messages)\n\n${grid(["", "accuracy", "macro-F1", "log-loss", "calibration error", "µs a message"], rows)}`;
}

/** The best peer may be another one for each figure, which favours the peers. */
function meansTable(tasks: readonly TaskResult[]): string {
  const best = (of: "accuracy" | "macroF1") =>
    tasks.map((task) => Math.max(...peersOf(task).map((peer) => peer[of])));
  const logistic = tasks.map((task) => task.peers.find(({ name }) => name.startsWith("Logistic"))!);
  const svc = tasks.map((task) => task.peers[0]!);
  const worst = (of: "accuracy" | "macroF1") =>
    Math.min(...tasks.map((task, i) => task.ours[of] - best(of)[i]!));
  const rows = [
    [
      "Concord",
      percent(mean(tasks.map(({ ours }) => ours.accuracy))),
      percent(mean(tasks.map(({ ours }) => ours.macroF1))),
      number(mean(tasks.map(({ ours }) => ours.logLoss)), 3),
      number(mean(tasks.map(({ ours }) => ours.calibrationError)), 3),
    ],
    [
      "LinearSVC, recorded",
      percent(mean(svc.map((one) => one.accuracy))),
      percent(mean(svc.map((one) => one.macroF1))),
      "–",
      "–",
    ],
    [
      "LogisticRegression, recorded",
      percent(mean(logistic.map((one) => one.accuracy))),
      percent(mean(logistic.map((one) => one.macroF1))),
      number(mean(logistic.map((one) => one.logLoss!)), 3),
      number(mean(logistic.map((one) => one.calibrationError!)), 3),
    ],
    ["best peer of each task", percent(mean(best("accuracy"))), percent(mean(best("macroF1"))), "–", "–"],
    ["our worst distance to it", percent(worst("accuracy")), percent(worst("macroF1")), "–", "–"],
  ];
  return grid(["mean of the tasks", "accuracy", "macro-F1", "log-loss", "calibration error"], rows);
}

function curveTable(tasks: readonly TaskResult[]): string {
  const rows = points.map((after) => {
    const at = tasks.flatMap(({ curve }) => curve.filter((point) => point.after === after));
    const recorded = recordedCurve.get(after);
    return [
      String(after),
      percent(mean(at.map((one) => one.accuracy))),
      percent(mean(at.map((one) => one.macroF1))),
      number(recorded?.[0], 1),
      number(recorded?.[1], 1),
    ];
  });
  return grid(
    ["verdicts", "accuracy", "macro-F1", "LinearSVC, accuracy (recorded)", "macro-F1 (recorded)"],
    rows,
  );
}

const coldTable = (tasks: readonly TaskResult[]) =>
  grid(
    [
      "no verdict yet",
      "Concord, accuracy",
      "macro-F1",
      "having seen unlabelled mail, accuracy",
      "macro-F1",
      "matching keywords",
      "always the commonest",
    ],
    tasks.flatMap((task) =>
      task.cold
        ? [
            [
              nameOf(task),
              percent(task.cold.accuracy),
              percent(task.cold.macroF1),
              percent(task.cold.observing.accuracy),
              percent(task.cold.observing.macroF1),
              percent(task.cold.keywords),
              percent(task.cold.commonest),
            ],
          ]
        : [],
    ),
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
    tasks.flatMap((task) =>
      task.faithful
        ? [
            [
              nameOf(task),
              String(task.faithful.messages),
              percent(task.faithful.lowered),
              percent(task.faithful.moreThanRandom),
              number(task.faithful.meanDrop, 3),
              number(task.faithful.meanRandomDrop, 3),
            ],
          ]
        : [],
    ),
  );

const setTable = (tasks: readonly TaskResult[]) =>
  grid(
    [
      "prediction sets at 90 %",
      "hold the right label",
      "mean size",
      "right when the surest half is answered",
      "model, MB",
    ],
    tasks.map((task) => [
      nameOf(task),
      percent(task.ours.setCoverage),
      number(task.ours.setSize, 2),
      percent(task.ours.abstention.find(({ answered }) => answered === 0.5)?.accuracy),
      number(task.ours.modelBytes / 1e6, 2),
    ]),
  );

/** Everything that was measured, as Markdown. */
export function tablesOf({ tasks, training, machine }: Results): string {
  const trained = training
    ? `Refit of ${training.messages.toLocaleString("en")} messages: ${training.refitSeconds.toFixed(1)} s. One learned verdict, median: ${training.learnMs.toFixed(2)} ms. A file of ${(training.bytes / 1e6).toFixed(1)} MB loads in ${training.loadMs.toFixed(1)} ms.`
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
    `### Training\n\n${trained}`,
    `Measured on: ${machine}. Recorded peers ran on another machine: compare times as ratios only.`,
  ];
  return sections.join("\n\n");
}
