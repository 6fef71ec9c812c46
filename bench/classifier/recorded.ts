/** What Python's classifiers reached on the same splits: measured once, hyper-parameters tuned, not run here. */
import type { Field } from "../../src/classifier/replayRows.ts";

export interface Peer {
  readonly name: string;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly logLoss?: number;
  readonly calibrationError?: number;
  /** features and scoring of one message, on another machine's clock */
  readonly micros?: number;
}

export interface Task {
  readonly set: string;
  readonly field: Field;
  readonly peers: readonly Peer[];
}

/** In per cent. */
type Figures = readonly [accuracy: number, macroF1: number];
type Full = readonly [...Figures, logLoss: number, calibrationError: number, micros: number];

function task(
  set: string,
  field: Field,
  [svc, logistic, complement, fastText]: readonly [Figures, Full, Figures, Full?],
): Task {
  const plain = (name: string, [accuracy, macroF1]: Figures): Peer => ({
    name,
    accuracy: accuracy / 100,
    macroF1: macroF1 / 100,
  });
  const full = (name: string, [accuracy, macroF1, logLoss, calibrationError, micros]: Full): Peer => ({
    ...plain(name, [accuracy, macroF1]),
    logLoss,
    calibrationError,
    micros,
  });
  return {
    set,
    field,
    peers: [
      plain("LinearSVC (liblinear), recorded", svc),
      full("LogisticRegression, recorded", logistic),
      plain("ComplementNB, recorded", complement),
      ...(fastText ? [full("fastText, recorded", fastText)] : []),
    ],
  };
}

export const tasks: readonly Task[] = [
  task("endava", "category", [
    [83.7, 82.5],
    [83.3, 81.3, 0.519, 0.052, 1_930],
    [77.6, 77.1],
    [82.1, 79.6, 0.58, 0.049, 179],
  ]),
  task("mooc", "category", [
    [71.3, 71.1],
    [71.1, 70.8, 0.96, 0.067, 7_738],
    [72.2, 71.9],
  ]),
  task("mooc", "priority", [
    [76.7, 42.8],
    [76.5, 42.7, 0.744, 0.126, 3_183],
    [72.1, 40.6],
    [76.1, 42.1, 0.901, 0.145, 148],
  ]),
  task("hadoop", "priority", [
    [69.9, 34.8],
    [69.9, 35, 1.004, 0.177, 16_581],
    [69.4, 34.9],
    [67.1, 35.5, 1.227, 0.206, 181],
  ]),
  task("cfpb", "category", [
    [70.7, 70],
    [71.2, 70.5, 0.851, 0.112, 16_571],
    [71.7, 71.2],
    [68.8, 68, 0.843, 0.087, 694],
  ]),
  task("clinc", "category", [
    [97.8, 97.8],
    [97.6, 97.6, 0.086, 0.009, 1_937],
    [95, 94.9],
    [96.9, 96.9, 0.117, 0.011, 65],
  ]),
];

/** LinearSVC refitted in batch on the first n messages of five orders; mean of the six tasks, accuracy and macro-F1 in per cent. */
export const recordedCurve: ReadonlyMap<number, Figures> = new Map([
  [50, [52.4, 34.6]],
  [100, [60, 43.7]],
  [500, [72.7, 59.2]],
]);
