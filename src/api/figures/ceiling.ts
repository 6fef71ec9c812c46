/** The human ceiling: two colleagues who both answered blind on the same message. */
import { humanCeiling } from "../../alignment/alpha.ts";
import type { Figures } from "../../triage/figures.ts";
import type { Sum } from "../store/counted.ts";

export function ceilingIn(weeks: readonly Sum[]): Figures["ceiling"] {
  const rows = weeks.filter(({ kind }) => kind === "ceiling");
  const answers = rows.flatMap(({ predicted, final, n }) =>
    Array.from({ length: n }, () => [predicted, final]),
  );
  const { units, agreement, alpha } = humanCeiling(answers, [...new Set(answers.flat())].sort());
  return { messages: units, agreement, alpha };
}
