/** A simulated year of a department, counted by the same reducer as the real one and looked at every week. */
import { contributionOf } from "../contribution.ts";
import { addTo, type Counts, emptyCounts } from "../counts.ts";
import { rowsOfMessage, type Truth } from "./staff.ts";

export const weeksInYear = 52;

/** The counts so far at the end of each week; one object that grows, so read it before going on. */
export function* yearOf(truth: Truth, messagesPerWeek: number, random: () => number): Generator<Counts> {
  const counts = emptyCounts();
  for (let week = 0; week < weeksInYear; week++) {
    for (let i = 0; i < messagesPerWeek; i++) {
      const contribution = contributionOf(rowsOfMessage(`${week}.${i}`, truth, random));
      if (contribution) addTo(counts, contribution);
    }
    yield counts;
  }
}

/** Which claims hold at every weekly look of a year. */
export function holdAllYear(
  year: Iterable<Counts>,
  claims: readonly ((counts: Counts) => boolean)[],
): boolean[] {
  const held = claims.map(() => true);
  for (const counts of year) {
    claims.forEach((claim, i) => {
      held[i] &&= claim(counts);
    });
  }
  return held;
}

/** The share of runs of which a claim is true; each run has randomness of its own. */
export function shareOfRuns(runs: number, claim: (run: number) => boolean): number {
  let hits = 0;
  for (let run = 0; run < runs; run++) hits += Number(claim(run));
  return hits / runs;
}
