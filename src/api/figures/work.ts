/** Percentiles of times, presses and minutes, from mergeable sketches. */

import { shareOf } from "../../alignment/intervals.ts";
import { middleOf, quantile, type Sketch } from "../../alignment/sketch.ts";
import { workloadOf } from "../../alignment/workload.ts";
import type { Figures } from "../../triage/figures.ts";
import type { Sum } from "../store/counted.ts";
import { figureOf } from "./shapes.ts";

function sketchIn(rows: readonly Sum[], kind: string, passes: (row: Sum) => boolean = () => true): Sketch {
  const sketch = new Map<number, number>();
  for (const row of rows)
    if (row.kind === kind && passes(row))
      sketch.set(Number(row.final), (sketch.get(Number(row.final)) ?? 0) + row.n);
  return sketch;
}

const sizeOf = (sketch: Sketch) => [...sketch.values()].reduce((sum, n) => sum + n, 0);
const totalMs = (sketch: Sketch) => [...sketch].reduce((sum, [bucket, n]) => sum + n * middleOf(bucket), 0);

const percentilesOf = (sketch: Sketch) => ({
  count: sizeOf(sketch),
  median: quantile(sketch, 0.5),
  p90: quantile(sketch, 0.9),
});

export const timesIn = (weeks: readonly Sum[]): Figures["times"] => ({
  handling: percentilesOf(sketchIn(weeks, "handling")),
  wait: percentilesOf(sketchIn(weeks, "wait")),
});

export function workIn(
  rows: readonly Sum[],
  weeks: readonly Sum[],
  baselineSeconds: number | undefined,
): Figures["work"] {
  const presses = (final: string) =>
    rows.reduce((sum, row) => (row.kind === "press" && row.final === final ? sum + row.n : sum), 0);
  const [one, more] = [presses("one"), presses("more")];
  const confirmed = sketchIn(weeks, "handling", ({ predicted }) => predicted === "confirmed");
  const asked = sketchIn(weeks, "handling", ({ arm }) => arm !== "open");
  const { askedMinutes, savedMinutes } = workloadOf(
    {
      verdicts: one + more,
      presses: one,
      onePress: one,
      confirmed: sizeOf(confirmed),
      confirmedMs: totalMs(confirmed),
      askedMs: totalMs(asked),
    },
    baselineSeconds === undefined ? null : baselineSeconds * 1_000,
  );
  return { onePress: figureOf(shareOf({ hits: one, trials: one + more })), askedMinutes, savedMinutes };
}
