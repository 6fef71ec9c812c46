/** What Outlook refused since the pane started: call and error code, counted; no content. */
import { ask, type Told } from "./ask.ts";
import type { Callback } from "./office.ts";

export interface Trouble {
  readonly call: string;
  /** Outlook's own number; -1: no answer in time, -2: thrown. */
  readonly code: number;
  readonly times: number;
}

export interface Troubles {
  /** Asks Outlook, and notes what it refuses under this name. */
  ask<T>(name: string, call: (callback: Callback<T>) => void, timeoutMs: number): Promise<Told<T>>;
  list(): readonly Trouble[];
}

export function makeTroubles(): Troubles {
  const counts = new Map<string, Trouble>();
  return {
    async ask(name, call, timeoutMs) {
      const told = await ask(call, timeoutMs);
      if (!told.ok) {
        const key = `${name} ${told.code}`;
        counts.set(key, { call: name, code: told.code, times: (counts.get(key)?.times ?? 0) + 1 });
      }
      return told;
    },
    list: () => [...counts.values()],
  };
}
