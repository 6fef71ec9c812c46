/** Learning curves: after n verdicts, in two orders, with the rest of the mail observed without its labels and without. */
import { learningCurve } from "../../src/classifier/replay.ts";
import type { Field, Row } from "../../src/classifier/replayRows.ts";
import { randomOf, shuffled } from "../../src/classifier/solver.ts";
import { key, type Split } from "./mail.ts";

export const points = [50, 100, 500];
const orders = [1, 2];
/** Where there is more mail, so much is observed. */
export const mostObserved = 1_500;

export interface CurvePoint {
  readonly after: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

/** Means over the orders; `test` is cut to its first 1,500 messages. */
export function curveOf(train: Split, test: Split, field: Field): CurvePoint[] {
  const runs = orders.map((order) => {
    const rows = Array.from(shuffled(train.rows.length, randomOf(order)), (i): Row => train.rows[i]!);
    const options = { field, key, seed: 1, clock: () => 0 };
    return learningCurve(rows.slice(0, mostObserved), test.rows.slice(0, 1_500), options, points);
  });
  return points.flatMap((after) => {
    const at = runs.flatMap((run) => run.filter((point) => point.after === after));
    if (at.length < orders.length) return [];
    const mean = (of: (point: (typeof at)[number]) => number) =>
      at.reduce((sum, point) => sum + of(point), 0) / at.length;
    return [{ after, accuracy: mean((one) => one.accuracy), macroF1: mean((one) => one.macroF1) }];
  });
}
