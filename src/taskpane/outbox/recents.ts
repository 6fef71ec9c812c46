/** The last ten verdicts: what the API knows, and what was said and taken back here since. */
import type { RecentVerdict } from "../../triage/receipt.ts";
import type { Outbox } from "./outbox.ts";
import type { Entry } from "./outboxEntry.ts";

export interface Recents {
  /** Newest first, at most ten. */
  last(known: readonly RecentVerdict[]): readonly RecentVerdict[];
  /** The newest one given in this pane and not taken back; none after a move, which one press does not take back. */
  newest(): RecentVerdict | undefined;
}

const most = 10;
/** Undoing reaches back ten; a pane that stays open for weeks keeps no more than it can show. */
const keptHere = 50;

export function watchRecents(outbox: Pick<Outbox, "listen">): Recents {
  const given = new Map<string, RecentVerdict>();
  const gone = new Set<string>();
  /** Given before the last move: by order, since clocks jump. */
  let beforeMove: ReadonlySet<string> = new Set();

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
    all.splice(place, 0, [id, recentOf(entry)]);
    given.clear();
    for (const [known, one] of all) given.set(known, one);
    if (place === 0 && rewords !== undefined) fromBefore.add(id);
    if (rewords !== undefined && fromBefore.has(rewords)) fromBefore.add(id);
  };
  outbox.listen({
    onAdded(entry) {
      // One press on many is taken back where it was made.
      if (entry.delivery.kind === "verdict" && !entry.delivery.request.batch) put(entry);
      if (entry.delivery.kind === "undo") takeBack(entry.delivery.feedbackId);
      // An undo in sight would be taken for the move's, and meet the message before it.
      if (entry.delivery.kind === "move") beforeMove = new Set(given.keys());
      dropOldest(given);
    },
    onDelivered(entry, delivered) {
      const mine = given.get(entry.id);
      if (!mine || delivered.kind !== "receipt") return;
      const { predictionId, outcome, state } = delivered.receipt;
      given.set(entry.id, { ...mine, predictionId, outcome, state });
    },
    onRefused: (entry) => take(entry.id),
  });

  /** A newer wording stands for the verdict it replaced. */
  const here = () => {
    const standing = [...given.values()].filter(({ feedbackId }) => !gone.has(feedbackId)).reverse();
    return standing.filter(
      ({ predictionId }, place) =>
        standing.findIndex((other) => other.predictionId === predictionId) === place,
    );
  };
  return {
    last: (known) => {
      const mine = here();
      // What the API knows of the same wording is newer than what it said when it stored it.
      const current = mine.map((one) => known.find(({ feedbackId }) => feedbackId === one.feedbackId) ?? one);
      const isHere = (verdict: RecentVerdict) =>
        mine.some(({ predictionId }) => predictionId === verdict.predictionId);
      const elsewhere = known.filter((one) => !gone.has(one.feedbackId) && !isHere(one));
      return [...current, ...elsewhere].sort((a, b) => b.at - a.at).slice(0, most);
    },
    newest: () => {
      const newest = here().find(({ feedbackId }) => !fromBefore.has(feedbackId));
      return newest && !beforeMove.has(newest.feedbackId) ? newest : undefined;
    },
  };
}

function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  for (const key of kept.keys()) {
    if (kept.size <= keptHere) return;
    kept.delete(key);
  }
}

function recentOf({ delivery, predictionId, departmentId }: Entry): RecentVerdict {
  if (delivery.kind !== "verdict") throw new TypeError("Only a verdict can be listed as one.");
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
