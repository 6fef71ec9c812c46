/** After a decision the focus goes on: to what follows it in the list, or to the line that says what was done. */
import { useState } from "react";
import type { Landing } from "../landing.ts";

export interface Followed {
  /** what was done */
  text: string;
  /** for the entry that follows, by its id */
  at(id: string): Landing | undefined;
  /** for the line, where nothing follows */
  onLine: Landing | undefined;
  /** @param ids what is in the list now, in its order; `before` is what was there, with the decided one in it */
  follow(text: string, decided: string, before: readonly string[], now: readonly string[]): void;
}

export function useFollowed(on: "corrections" | "proposals"): Followed {
  const [done, setDone] = useState<{ text: string; next: string | undefined; landing: Landing }>();
  return {
    text: done?.text ?? "",
    at: (id) => (done && done.next === id ? done.landing : undefined),
    onLine: done && done.next === undefined ? done.landing : undefined,
    follow(text, decided, before, now) {
      const after = before.slice(before.indexOf(decided) + 1);
      setDone({ text, next: after.find((id) => now.includes(id)), landing: { on } });
    },
  };
}
