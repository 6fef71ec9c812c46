/** Something a page shows from the API: loaded when the page opens and whenever asked again; late answers are dropped. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ApiAnswer } from "../apiAnswer.ts";

export interface Loaded<T> {
  /** undefined while it is on its way */
  answer: ApiAnswer<T> | undefined;
  refresh(): void;
  /** what a change was answered with, without loading it again */
  keep(value: T): void;
}

/** `load` stays the same function as long as it loads the same. */
export function useLoaded<T>(load: () => Promise<ApiAnswer<T>>): Loaded<T> {
  const [answer, setAnswer] = useState<ApiAnswer<T>>();
  const newest = useRef(0);
  const refresh = useCallback(() => {
    const round = ++newest.current;
    setAnswer(undefined);
    void load().then((loaded) => round === newest.current && setAnswer(loaded));
  }, [load]);
  useEffect(() => {
    refresh();
    return () => void newest.current++;
  }, [refresh]);
  const keep = useCallback((value: T) => setAnswer({ ok: true, value }), []);
  return { answer, refresh, keep };
}
