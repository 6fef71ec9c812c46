/** Answers kept for a moment: as long as nothing was written that could change them, and never longer than a time. */

export interface Remembered<K, T> {
  /** `stamp` tells the state of what was read; another stamp, another answer. */
  get(key: K, stamp: number, read: () => Promise<T>): Promise<T>;
}

interface Entry<T> {
  stamp: number;
  readAt: number;
  value: Promise<T>;
}

/** `clock` in milliseconds, only ever forwards; the oldest entries go when there are more than `most`. */
export function remember<K, T>(
  longestMs: number,
  most: number,
  clock: () => number = () => performance.now(),
): Remembered<K, T> {
  const entries = new Map<K, Entry<T>>();
  return {
    get(key, stamp, read) {
      const known = entries.get(key);
      const now = clock();
      if (known && known.stamp === stamp && now - known.readAt < longestMs) return known.value;
      const value = read();
      entries.delete(key);
      entries.set(key, { stamp, readAt: now, value });
      value.catch(() => entries.delete(key));
      for (const [oldest] of entries) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
      return value;
    },
  };
}
