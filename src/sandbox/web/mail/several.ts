/** Selecting several rows of a list, as everywhere: with Ctrl one more or one less, with Shift everything up to there. */

/** In the order of selecting; the last one never goes. */
export function toggled(ids: readonly string[], id: string): string[] {
  const without = ids.filter((one) => one !== id);
  return without.length === ids.length ? [...ids, id] : without.length > 0 ? without : [...ids];
}

/** Everything from one row to another, both included, beginning at the first. */
export function between(all: readonly string[], from: string, to: string): string[] {
  const [a, b] = [all.indexOf(from), all.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  const range = all.slice(Math.min(a, b), Math.max(a, b) + 1);
  return a <= b ? range : range.reverse();
}
