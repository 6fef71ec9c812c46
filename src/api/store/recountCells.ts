/** What messages add to counters of some kinds: the part of a recount that takes its time, done in the scanning thread. */
import { type Cells, cellOf, cellsOf } from "./cells.ts";
import { byMessage } from "./messages.ts";
import type { StoredFeedback } from "./schema.ts";

export function cellsOfMessages(
  rows: readonly StoredFeedback[],
  kinds: readonly string[],
): [key: string, n: number][] {
  const wanted = new Set(kinds);
  const sums: Cells = new Map();
  for (const own of byMessage(rows).values())
    for (const [key, n] of cellsOf(own))
      if (wanted.has(cellOf(key).kind)) sums.set(key, (sums.get(key) ?? 0) + n);
  return [...sums];
}
