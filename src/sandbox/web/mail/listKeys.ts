/** Where a key leads in a list: up and down by one or by a page, to both ends, and never beyond them. */

const page = 8;
const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + page,
  PageUp: (at) => at - page,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The index to go to, or undefined for a key that means nothing here. */
export function targetOf(key: string, at: number, count: number): number | undefined {
  const move = moves[key];
  if (!move || count === 0) return undefined;
  return Math.min(count - 1, Math.max(0, move(at, count)));
}
