/** Outlook categories that could not be written or taken off because another message was open by then: each waits for its message. */

/** Hashes and ids, as the outbox keeps them; nothing of the mail. */
export interface OwedLabel {
  /** the message, where the verdict was given in this pane */
  lane?: string;
  predictionId: string;
  category: string;
  how: "add" | "remove";
}

export interface OwedLabels {
  owe(label: OwedLabel): void;
  /** What is owed for a message, and no longer. */
  take(messageRef: string, predictionId: string): OwedLabel | undefined;
}

const key = (person: string) => `concord-owed-labels-${person}`;
const most = 50;

const isOwed = (one: unknown): one is OwedLabel => {
  const { lane, predictionId, category, how } = (one ?? {}) as Record<string, unknown>;
  const isLane = lane === undefined || typeof lane === "string";
  const isHow = how === "add" || how === "remove";
  return isLane && isHow && typeof predictionId === "string" && typeof category === "string";
};

/** Where the browser keeps nothing, they are remembered while the pane is open. */
export function openOwedLabels(person: string, storage: () => Storage): OwedLabels {
  let owed = read();

  function read(): OwedLabel[] {
    try {
      const kept: unknown = JSON.parse(storage().getItem(key(person)) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isOwed) : [];
    } catch {
      return [];
    }
  }
  function keep(next: OwedLabel[]) {
    owed = next.slice(-most);
    try {
      storage().setItem(key(person), JSON.stringify(owed));
    } catch {
      // Kept in memory.
    }
  }
  return {
    owe: (label) => keep([...owed.filter(({ predictionId }) => predictionId !== label.predictionId), label]),
    take(messageRef, predictionId) {
      const found = owed.find((one) => one.lane === messageRef || one.predictionId === predictionId);
      if (found) keep(owed.filter((one) => one !== found));
      return found;
    },
  };
}
