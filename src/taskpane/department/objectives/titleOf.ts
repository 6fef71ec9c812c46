/** What an objective is called and what it promises, from its formula. */
import type { Formula, ObjectiveTerms, Standing } from "../../../triage/objective.ts";
import { type Named, nameOf } from "../../triage/nameOf.ts";
import type { Words } from "../../words.tsx";
import type { JoinedWords } from "../roomWords.ts";
import type { ObjectiveTexts } from "./words/en.ts";

/** What the pane says whatever room is shown. */
interface Naming extends Pick<Words, "name"> {
  t: Pick<Words["t"], "priorities">;
}

/** A time promised in minutes, in the unit people use for it. */
export function timeOf(minutes: number, { times }: Pick<ObjectiveTexts, "times">): string {
  if (minutes % 1_440 === 0) return times(minutes / 1_440, "day");
  return minutes % 60 === 0 ? times(minutes / 60, "hour") : times(minutes, "minute");
}

function bareTitle(formula: Formula, o: ObjectiveTexts): string {
  if (formula.kind === "triagedWithin") return o.titles.triagedWithin(timeOf(formula.minutes, o));
  if (formula.kind === "imported")
    return formula.kpi === "satisfaction" ? o.titles.satisfaction : o.titles.imported(formula.kpi);
  return o.titles[formula.kind];
}

/** The category or priority it is narrowed to, by name. */
export function narrowingOf(formula: Formula, taxonomy: Named, words: Naming): string | undefined {
  if ("category" in formula && formula.category) return nameOf(taxonomy, formula.category, words);
  return "priority" in formula && formula.priority ? words.t.priorities[formula.priority] : undefined;
}

export function titleOf(formula: Formula, taxonomy: Named, words: Naming, o: ObjectiveTexts): string {
  const narrowing = narrowingOf(formula, taxonomy, words);
  const title = bareTitle(formula, o);
  return narrowing ? o.narrowed(title, narrowing) : title;
}

/** The target with its direction: a few figures from elsewhere are good when they are low. */
export function targetOf(
  { formula, target }: Pick<ObjectiveTerms, "formula" | "target">,
  { f }: Pick<JoinedWords, "f">,
  o: ObjectiveTexts,
): string {
  const isLower = formula.kind === "imported" && formula.better === "lower";
  return (isLower ? o.atMost : o.atLeast)(f.share(target));
}

/** What an objective is counted over. */
export const countedIn = (
  formula: Formula,
  { arm }: Pick<Standing, "arm">,
  { counted }: ObjectiveTexts,
): string => (formula.kind === "triagedWithin" ? counted.opened : counted[arm]);

/** A share of a handful says nothing; it is told once something is decided, or from ten on. */
export const isShareTold = ({
  share,
  state,
  trials,
}: Pick<Standing, "share" | "state" | "trials">): boolean =>
  share !== null && (state.kind !== "notYetKnown" || trials >= fewestForShare);

const fewestForShare = 10;
