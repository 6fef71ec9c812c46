/** Whether an objective surely got worse: since the last review, or as a closed one found it and nothing has said otherwise. */
import { changeBetween, changeSince, isDecline, isShare } from "../../alignment/change.ts";
import type { Better } from "../../alignment/objective.ts";
import type { Decline, Objective } from "../../triage/objective.ts";
import type { ReviewedObjective, Stood } from "../../triage/review.ts";
import { betterOf } from "../objectives/standing.ts";
import type { Frozen } from "./rows.ts";

type Judged = Pick<Objective, "id" | "version" | "formula" | "standing">;

/** @param last how it stood at that review; null where there is nothing to compare with */
export function declineIn(frozen: Frozen | null, one: Judged, last: Stood | null): Decline | null {
  const then = frozen?.evidence.objectives.find(({ id }) => id === one.id);
  if (!frozen || !then || !last) return null;
  const better = betterOf(one.formula);
  return (
    freshDecline(last.share, last.since, better) ?? standingDecline(then, frozen.evidence.to, one, better)
  );
}

/** What came in since a review, where it is surely worse than what was there then. */
function freshDecline(before: number | null, since: Stood["since"], better: Better): Decline | null {
  if (!since || before === null || since.share === null || since.trials < 1) return null;
  if (!isDecline(since, better)) return null;
  return { before, share: since.share, trials: since.trials, foundAt: null };
}

/**
 * What a review found goes on being told, until it is on target again or what came in since is surely better. Where it never
 * left the target, closing that review says nothing new of it either: it is told up to the next one.
 */
function standingDecline(
  then: ReviewedObjective,
  closedAt: number,
  { version, standing }: Judged,
  better: Better,
): Decline | null {
  const found = then.decline ?? freshDecline(then.last?.share ?? null, then.last?.since, better);
  if (!found) return null;
  const wasOnTarget = then.standing.state.kind === "met" && found.foundAt === null;
  if (standing.state.kind === "met" && !wasOnTarget) return null;
  const { since } = then.version === version ? changeSince(then.standing, standing) : { since: standing };
  const fallen = { hits: Math.round(found.share * found.trials), trials: found.trials };
  const other: Better = better === "higher" ? "lower" : "higher";
  // Where verdicts were taken back there is no share of what is new, and so nothing that says otherwise.
  if (isShare(since) && isDecline(changeBetween(fallen, since), other)) return null;
  return { ...found, foundAt: found.foundAt ?? closedAt };
}
