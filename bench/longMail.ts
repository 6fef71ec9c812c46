/** What a very long mail costs the thread that draws, with the worker and where workers are blocked. */
import type { Browser } from "playwright-core";
import { median, ms, table, times } from "./figures.ts";
import { openPane } from "./openPane.ts";

const turns = 7;
/** A log of some hundred thousand letters in the help desk's mailbox. */
const isLong = (subject: string) => /every 17th article/.test(subject);

/** Milliseconds of script on the page's own thread while the pane comes to the message; a worker's are not among them. */
async function scriptTimes(browser: Browser, origin: string, isBlocked: boolean) {
  const init = isBlocked ? "window.Worker = undefined;" : "";
  const { page, context, messages } = await openPane(browser, origin, "mei", undefined, init);
  const long = messages.find(({ subject }) => isLong(subject));
  // Not the one that is open already: to come to it would paint nothing.
  const other = messages.find(({ subject }, place) => place > 0 && !isLong(subject))!;
  if (!long) throw new Error("The help desk has no long mail any more.");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  const script = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration")!.value * 1_000;
  };
  const spent = { long: [] as number[], other: [] as number[] };
  await page.bringToFront();
  for (let turn = 0; turn < turns; turn++)
    for (const [kind, { id, subject }] of [
      ["other", other],
      ["long", long],
    ] as const) {
      const before = await script();
      await page.evaluate(([id, subject]) => window.bench.switchTo(id!, subject!), [id, subject]);
      spent[kind].push((await script()) - before);
    }
  const workers = page.workers().length;
  await context.close();
  return { long: median(spent.long), other: median(spent.other), workers };
}

export async function longMail(browser: Browser, origin: string): Promise<string> {
  const aside = await scriptTimes(browser, origin, false);
  const here = await scriptTimes(browser, origin, true);
  const row = (name: string, { long, other, workers }: typeof aside) => [
    name,
    String(workers),
    ms(long),
    ms(other),
    times(long / other),
  ];
  return table(
    "A very long mail: script on the thread that draws (pane and simulated Outlook; medians)",
    ["", "workers", "long mail", "usual mail", "ratio"],
    [row("read by the worker", aside), row("workers blocked: read here", here)],
  );
}
