/** Watches the pane from inside its frame: what moved by itself, what was really pressed, and what it does while hidden. */
import type { Outlook } from "./outlook.ts";

interface Watched extends Window {
  watched?: { shifts: string[]; presses: number; clocks: string[] };
}

/** Elements that moved between two pictures though nobody had touched anything: none when all is well. */
export async function moved(outlook: Outlook): Promise<{ shifts(): Promise<string[]> }> {
  const frame = await outlook.pane();
  await frame.evaluate(() => {
    const scope = window as Watched;
    scope.watched = { presses: 0, clocks: [], ...scope.watched, shifts: [] };
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    };
    const at = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(" ");
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput)
          scope.watched?.shifts.push(
            `${value.toFixed(5)} ${sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName} "${node?.textContent?.slice(0, 40)}" ${at(previousRect)} to ${at(currentRect)}`).join("; ")}`,
          );
    }).observe({ type: "layout-shift", buffered: true });
  });
  return { shifts: () => frame.evaluate(() => (window as Watched).watched?.shifts ?? []) };
}

/** Counts keys and clicks as the browser tells them, which no script can feign. */
export async function notePresses(outlook: Outlook): Promise<void> {
  const frame = await outlook.pane();
  await frame.evaluate(() => {
    const scope = window as Watched;
    scope.watched = { shifts: [], clocks: [], ...scope.watched, presses: 0 };
    const hear = ({ isTrusted }: Event) => {
      if (isTrusted && scope.watched) scope.watched.presses += 1;
    };
    window.addEventListener("keydown", hear, true);
    window.addEventListener("pointerdown", hear, true);
  });
}

export const pressesSince = async (outlook: Outlook): Promise<number> =>
  (await outlook.pane()).evaluate(() => (window as Watched).watched?.presses ?? Number.NaN);

/** What was under way when somebody looked away has come to its end: nothing was asked for a second. */
export async function atRest(outlook: Outlook): Promise<void> {
  let last = Date.now();
  const hear = () => {
    last = Date.now();
  };
  outlook.page.on("request", hear);
  await outlook.until(() => Date.now() - last > 1_000, "the pane is at rest");
  outlook.page.off("request", hear);
}

/** What the pane does from now on: requests it sends, and clocks it winds though nobody looks, each with who wound it. */
export async function noteDeeds(outlook: Outlook) {
  const frame = await outlook.pane();
  const requests: string[] = [];
  outlook.page.on("request", (request) => {
    if (request.frame() === frame) requests.push(new URL(request.url()).pathname);
  });
  await frame.evaluate(() => {
    const scope = window as Watched;
    scope.watched = { shifts: [], presses: 0, ...scope.watched, clocks: [] };
    const set = window.setTimeout.bind(window);
    // A clock wound before may still run out, once: what goes on while hidden has to wind another.
    const noted = (run: TimerHandler, ms?: number, ...rest: unknown[]) => {
      if (document.visibilityState === "hidden") scope.watched?.clocks.push(`${ms} ms ${new Error().stack}`);
      return set(run, ms, ...rest);
    };
    window.setTimeout = noted as typeof window.setTimeout;
    const repeat = window.setInterval.bind(window);
    window.setInterval = ((run: TimerHandler, ms?: number, ...rest: unknown[]) => {
      if (document.visibilityState === "hidden")
        scope.watched?.clocks.push(`each ${ms} ms ${new Error().stack}`);
      return repeat(run, ms, ...rest);
    }) as typeof window.setInterval;
  });
  return async () => ({
    requests: [...requests],
    clocks: await frame.evaluate(() => (window as Watched).watched?.clocks),
  });
}

/** As when another tab is in front: headless Chromium never says so by itself. */
export const hide = (outlook: Outlook) => look(outlook, "hidden");
export const show = (outlook: Outlook) => look(outlook, "visible");

const look = async (outlook: Outlook, state: DocumentVisibilityState) =>
  (await outlook.pane()).evaluate((wanted) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => wanted });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
