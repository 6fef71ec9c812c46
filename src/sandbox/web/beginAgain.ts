/** Begins the demo again from the page: waits until the server has, and lets the browser forget as well. */
import type { Beginning } from "../demo/beginning.ts";
import type { DemoState } from "../demo/demo.ts";

export interface BeginParts {
  demoState(): Promise<DemoState>;
  beginDemo(beginning: Beginning): Promise<unknown>;
  wait(ms: number): Promise<void>;
  say(line: string): void;
}

const lookMs = 400;

/** Resolves when it has begun; rejects with a sentence when it could not. */
export async function beginAgain(
  beginning: Beginning,
  { demoState, beginDemo, wait, say }: BeginParts,
): Promise<void> {
  const { run } = await demoState();
  await beginDemo(beginning);
  for (;;) {
    await wait(lookMs);
    // While the server starts anew it answers nothing.
    const state = await demoState().catch(() => undefined);
    if (!state) continue;
    if (state.run > run) return;
    if (state.fault) throw new Error(state.fault);
    say(state.busy ?? "It begins.");
  }
}

/** What a deleted database needs while somebody has it open, it never gets; it is not waited for long. */
const patienceMs = 1_500;

/** Everything this browser keeps for the sandbox's origin. */
export async function forget(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  const known = await indexedDB.databases();
  const gone = known.flatMap(({ name }) => (name ? [deleted(name)] : []));
  await Promise.race([Promise.all(gone), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** Of msal, which keeps them for the session of this tab; storage may be blocked, and then keeps none. */
export function forgetTokens(storage: () => Storage = () => sessionStorage): void {
  try {
    const kept = storage();
    for (const key of Object.keys(kept)) if (key.startsWith("msal")) kept.removeItem(key);
  } catch {
    // Nothing is kept.
  }
}

const deleted = (name: string) =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = () => done();
  });
