/** Who could own a decision: the people this review names already. The API gives nobody a list of colleagues. */
import type { Review } from "../../../triage/review.ts";

/** Each once, in the order of the alphabet. */
export function colleaguesIn({ evidence, decisions, forecasts, openedBy }: Review): string[] {
  const named = [
    openedBy,
    ...evidence.objectives.map(({ owner }) => owner),
    ...[...evidence.followUps, ...decisions].flatMap(({ owner, by }) => [owner, by]),
    ...[...evidence.foretold, ...forecasts].map(({ by }) => by),
  ];
  const names = named.map((name) => name.trim()).filter((name) => name !== "");
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
