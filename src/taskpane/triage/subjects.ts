/** Subjects of the messages opened since the pane was: for the lists that speak of them, in memory and nowhere else. */

export interface Subjects {
  note(predictionId: string, subject: string): void;
  of(predictionId: string): string | undefined;
}

const most = 200;

export function keepSubjects(): Subjects {
  const kept = new Map<string, string>();
  return {
    note(predictionId, subject) {
      kept.delete(predictionId);
      kept.set(predictionId, subject);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return;
        kept.delete(oldest);
      }
    },
    of: (predictionId) => kept.get(predictionId),
  };
}
