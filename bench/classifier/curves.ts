/** Learning curves: after n verdicts, in two orders, with the rest of the mail observed without its labels and without that. */
import { learningCurve } from "../../src/classifier/replay.ts";
import type { Field, Row } from "../../src/classifier/replayRows.ts";
import { randomOf, shuffled } from "../../src/classifier/solver.ts";
import { key, type Split } from "./mail.ts";
import { mean } from "./results.ts";

export const points = [50, 100, 500];
const orders = [1, 2];
/** Where there is more mail, so much is observed. */
export const mostObserved = 1_500;

export interface Reached {
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface CurvePoint {
  readonly after: number;
  /** with the unanswered mail observed, as the API does */
  readonly observing: Reached;
  readonly alone: Reached;
}

/** Means over the orders; `test` is cut to its first 1,500 messages. */
export function curveOf(train: Split, test: Split, field: Field): CurvePoint[] {
  const options = { field, key, seed: 1, clock: () => 0 };
  const tests = test.rows.slice(0, 1_500);
  const runs = orders.map((order) => {
    const rows = Array.from(shuffled(train.rows.length, randomOf(order)), (i): Row => train.rows[i]!);
    const mail = rows.slice(0, mostObserved);
    return {
      observing: learningCurve(mail, tests, options, points),
      alone: points.flatMap((after) => learningCurve(mail.slice(0, after), tests, options, [after])),
    };
  });
  return points
    .filter((after) => after <= train.rows.length)
    .map((after) => {
      const meanOf = (kind: "observing" | "alone"): Reached => {
        const at = runs.flatMap((run) => run[kind].filter((point) => point.after === after));
        return { accuracy: mean(at.map((one) => one.accuracy)), macroF1: mean(at.map((one) => one.macroF1)) };
      };
      return { after, observing: meanOf("observing"), alone: meanOf("alone") };
    });
}
