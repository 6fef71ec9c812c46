/** One question to Outlook: its callback may fail, throw at once, or never come. */
import type { Callback } from "./office.ts";

export type Told<T> = { ok: true; value: T } | { ok: false; code: number };

/** In place of Outlook's error codes: it did not answer in time. */
export const silent = -1;
/** In place of Outlook's error codes: it refused by throwing, as it does when the permission is too low. */
export const refused = -2;

export function ask<T>(call: (callback: Callback<T>) => void, timeoutMs: number): Promise<Told<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, code: silent }), timeoutMs);
    const settle = (told: Told<T>) => {
      clearTimeout(timer);
      resolve(told);
    };
    try {
      call(({ status, value, error }) =>
        settle(status === "succeeded" ? { ok: true, value } : { ok: false, code: error?.code ?? 0 }),
      );
    } catch {
      settle({ ok: false, code: refused });
    }
  });
}
