/** Whether the errors of blind checks changed: the adaptive window of the alignment, fed one time after the other. */
import { type Cut, emptyWindow, watch } from "../../alignment/drift.ts";
import { type CategoryNames, todaysName } from "../corrections/categoryMoves.ts";

interface Cell {
  period: string;
  predicted: string;
  final: string;
  n: number;
}

export interface Stretch {
  /** a day or a week, as counters name it */
  period: string;
  checks: number;
  /** the last change that was seen in it */
  cut: Cut | null;
}

/**
 * Oldest first. The counters know days and weeks, not the order within one, so the errors of each are spread evenly
 * over its checks.
 *
 * @param cells counters of blind checks by predicted and final category, of periods of one length
 */
export function errorChanges(cells: readonly Cell[], names: CategoryNames): Stretch[] {
  const today = todaysName(names);
  const tallies = new Map<string, { checks: number; errors: number }>();
  for (const { period, predicted, final, n } of cells) {
    const tally = tallies.get(period) ?? { checks: 0, errors: 0 };
    tally.checks += n;
    if (today(predicted) !== today(final)) tally.errors += n;
    tallies.set(period, tally);
  }
  let window = emptyWindow;
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, tally]) => {
      let cut: Cut | null = null;
      for (const isError of spread(tally)) {
        const watched = watch(window, isError);
        window = watched.window;
        cut = watched.drift ?? cut;
      }
      return { period, checks: tally.checks, cut };
    });
}

/** A change of the errors, and the day on which it was first noticed. */
export interface NoticedChange extends Cut {
  on: string;
}

/**
 * The newest change. One fall is seen again and again while the window drops what was before it: cuts in one direction are
 * one change, from the rate before the first to the rate after the last, noticed with the first.
 *
 * @param since a day; null when the change was not seen any more since then
 */
export function newestChange(days: readonly Stretch[], since = ""): NoticedChange | null {
  const seen = days.flatMap(({ period, cut }) => (cut ? [{ ...cut, on: period.slice(1) }] : []));
  const last = seen.at(-1);
  if (!last || last.on < since) return null;
  const isSame = ({ before, after }: Cut) => after > before === last.after > last.before;
  const first = seen[seen.findLastIndex((cut) => !isSame(cut)) + 1]!;
  return { before: first.before, after: last.after, on: first.on };
}

const spread = ({ checks, errors }: { checks: number; errors: number }): boolean[] =>
  Array.from(
    { length: checks },
    (_, i) => Math.floor(((i + 1) * errors) / checks) > Math.floor((i * errors) / checks),
  );
