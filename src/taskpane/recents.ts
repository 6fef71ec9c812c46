/** The last ten verdicts: what the API knew at the start, and what was said and taken back here since. */
import type { RecentVerdict } from "../triage/receipt.ts";
import type { Outbox } from "./outbox.ts";
import type { Entry } from "./outboxEntry.ts";

export interface Recents {
  /** Newest first, at most ten. */
  last(known: readonly RecentVerdict[]): readonly RecentVerdict[];
  /** The newest one given in this pane and not taken back. */
  newest(): RecentVerdict | undefined;
}

const most = 10;

export function watchRecents(outbox: Pick<Outbox, "listen">): Recents {
  const given = new Map<string, RecentVerdict>();
  const gone = new Set<string>();

  outbox.listen({
    onAdded(entry) {
      if (entry.delivery.kind === "verdict") given.set(entry.id, recentOf(entry));
      if (entry.delivery.kind === "undo") gone.add(entry.delivery.feedbackId);
    },
    onDelivered(entry, delivered) {
      const mine = given.get(entry.id);
      if (!mine || delivered.kind !== "receipt") return;
      const { predictionId, outcome, state } = delivered.receipt;
      given.set(entry.id, { ...mine, predictionId, outcome, state });
    },
    onRefused: (entry) => void gone.add(entry.id),
  });

  const here = () => [...given.values()].filter(({ feedbackId }) => !gone.has(feedbackId)).reverse();
  return {
    last: (known) => {
      const elsewhere = known.filter(({ feedbackId }) => !gone.has(feedbackId) && !given.has(feedbackId));
      return [...here(), ...elsewhere].sort((a, b) => b.at - a.at).slice(0, most);
    },
    newest: () => here()[0],
  };
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
