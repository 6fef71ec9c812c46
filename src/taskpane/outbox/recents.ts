/** The last ten verdicts and moves: what the API knows, and what was said and taken back here since. */
import type { RecentVerdict } from "../../triage/receipt.ts";
import type { Outbox } from "./outbox.ts";
import type { Entry } from "./outboxEntry.ts";

/** What fetching a message back needs: hashes and ids. */
export interface Movement {
  moveId: string;
  lane: string;
  /** where it was */
  departmentId: string;
  to: string;
}

export interface RecentMove extends Movement {
  predictionId: string;
  at: number;
}

export type Recent = RecentVerdict | RecentMove;
export const isMove = (one: Recent): one is RecentMove => "moveId" in one;
export const idOfRecent = (one: Recent): string => (isMove(one) ? one.moveId : one.feedbackId);

export interface Recents {
  /** Newest first, at most ten. */
  last(known: readonly RecentVerdict[]): readonly Recent[];
  /** The newest one given in this pane and not taken back. */
  newest(): Recent | undefined;
}

const most = 10;
/** Undoing reaches back ten; a pane that stays open for weeks keeps no more than it can show. */
const keptHere = 50;

export function watchRecents(outbox: Pick<Outbox, "listen">): Recents {
  /** In the order in which they were given, since clocks jump. */
  const given = new Map<string, Recent>();
  const gone = new Set<string>();

  /** Given before this pane was: only words were added to them here. */
  const fromBefore = new Set<string>();

  const take = (feedbackId: string) => {
    gone.delete(feedbackId);
    gone.add(feedbackId);
    dropOldest(gone);
  };
  const takeBack = (feedbackId: string) => {
    take(feedbackId);
    const about = given.get(feedbackId)?.predictionId;
    for (const [id, { predictionId }] of given) if (predictionId === about) take(id);
  };
  /** A newer wording stands in the place of what it words anew. */
  const put = (entry: Entry) => {
    const { id, rewords } = entry;
    const all = [...given];
    const place = rewords === undefined ? all.length : all.findIndex(([known]) => known === rewords) + 1;
    const recent = recentOf(entry);
    all.splice(place, 0, [idOfRecent(recent), recent]);
    given.clear();
    for (const [known, one] of all) given.set(known, one);
    if (place === 0 && rewords !== undefined) fromBefore.add(id);
    if (rewords !== undefined && fromBefore.has(rewords)) fromBefore.add(id);
  };
  outbox.listen({
    onAdded(entry) {
      const { delivery } = entry;
      if (delivery.kind === "undo") takeBack(delivery.feedbackId);
      else if (delivery.kind === "move" && delivery.isBack) take(entry.predictionId);
      // One press on many is taken back where it was made.
      else if (delivery.kind === "move" || !delivery.request.batch) put(entry);
      dropOldest(given);
    },
    onDelivered(entry, delivered) {
      const mine = given.get(entry.id);
      if (!mine || isMove(mine) || delivered.kind !== "receipt") return;
      const { predictionId, outcome, state } = delivered.receipt;
      given.set(entry.id, { ...mine, predictionId, outcome, state });
    },
    onRefused: ({ delivery, id }) => take(delivery.kind === "move" ? delivery.request.moveId : id),
  });

  /** A newer wording stands for the verdict it replaced. */
  const here = () => {
    const standing = [...given.values()].filter((one) => !gone.has(idOfRecent(one))).reverse();
    return standing.filter(
      ({ predictionId }, place) =>
        standing.findIndex((other) => other.predictionId === predictionId) === place,
    );
  };
  return {
    last: (known) => {
      const mine = here();
      // What the API knows of the same wording is newer than what it said when it stored it.
      const current = mine.map(
        (one) => known.find(({ feedbackId }) => feedbackId === idOfRecent(one)) ?? one,
      );
      const isHere = (verdict: RecentVerdict) =>
        mine.some(({ predictionId }) => predictionId === verdict.predictionId);
      const elsewhere = known.filter((one) => !gone.has(one.feedbackId) && !isHere(one));
      return [...current, ...elsewhere].sort((a, b) => b.at - a.at).slice(0, most);
    },
    newest: () => here().find((one) => !fromBefore.has(idOfRecent(one))),
  };
}

function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  for (const key of kept.keys()) {
    if (kept.size <= keptHere) return;
    kept.delete(key);
  }
}

function recentOf({ delivery, lane, predictionId, departmentId }: Entry): Recent {
  if (delivery.kind === "undo") throw new TypeError("What was taken back is not listed.");
  if (delivery.kind === "move") {
    const { moveId, toDepartmentId: to, decidedAt: at } = delivery.request;
    return { moveId, lane, predictionId, departmentId, to, at };
  }
  const { feedbackId, verdict, decidedAt } = delivery.request;
  const what = verdict.kind === "holds" ? { category: verdict.category, priority: verdict.priority } : {};
  return {
    feedbackId,
    predictionId,
    departmentId,
    outcome: verdict.kind === "unsure" ? "unsure" : "unpredicted",
    ...what,
    state: "received",
    at: decidedAt,
  };
}
