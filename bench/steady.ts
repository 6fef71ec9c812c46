/** Whether the pane stays as light as it was: heap, held objects, nodes and listeners over hundreds of switches, beside a mailbox without a pane. */
import type { CDPSession } from "playwright-core";
import { heldBytes } from "../src/sandbox/e2e/heap.ts";
import { table, times, verdict } from "./figures.ts";
import type { PaneUnderTest } from "./openPane.ts";

const every = 50;
/** What the first ones fill, caches and compiled code, is not counted as growth. */
const settledAfter = 100;
const goal = 0.02;
const pause = (wait: number) => new Promise((done) => setTimeout(done, wait));

async function heapNow(devtools: CDPSession) {
  for (let i = 0; i < 2; i++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
}

export async function staysFlat(pane: PaneUnderTest, switches: number): Promise<string> {
  const { page, context, messages } = pane;
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.bringToFront();
  const samples: Awaited<ReturnType<typeof heapNow>>[] = [];
  const held: number[] = [];
  for (let i = 0; i <= switches; i++) {
    if (i % every === 0) {
      await page.evaluate(() => window.bench.forget());
      samples.push(await heapNow(devtools));
      if (i === settledAfter || i === switches) held.push(await heldBytes(devtools));
    }
    const { id, subject } = messages[i % messages.length]!;
    await page.evaluate(([id, subject]) => window.bench.switchTo(id!, subject!), [id, subject]);
  }
  const [first, last] = [samples[settledAfter / every]!, samples.at(-1)!];
  const grown = last.heap / first.heap - 1;
  const kept = held.at(-1)! / held[0]! - 1;
  const perSwitch = (last.heap - first.heap) / (switches - settledAfter);
  const without = await withoutPane(pane, devtools);
  const line = (name: string, of: (one: (typeof samples)[number]) => string) => [name, ...samples.map(of)];
  const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
  return [
    table(
      `Memory over ${switches} switches, after collections`,
      ["switches", ...samples.map((_, i) => String(i * every))],
      [
        line("heap, MB", ({ heap }) => (heap / 1e6).toFixed(2)),
        line("DOM nodes", ({ nodes }) => String(nodes)),
        line("listeners", ({ listeners }) => String(listeners)),
      ],
    ),
    table(
      `Growth from switch ${settledAfter} to ${switches} (goal: 2 %)`,
      ["of", "growth", "goal"],
      [
        ["what scripts hold: objects, arrays, strings, closures", percent(kept), verdict(kept, goal)],
        ["the whole heap, with compiled code", percent(grown), verdict(grown, goal)],
        ["DOM nodes", String(last.nodes - first.nodes), ""],
        ["listeners", String(last.listeners - first.listeners), ""],
        ["heap per switch, with the pane", `${perSwitch.toFixed(0)} bytes`, ""],
        [
          "heap per switch, the simulated Outlook alone",
          `${without.toFixed(0)} bytes`,
          `with the pane ${times(perSwitch / without)}`,
        ],
      ],
    ),
  ].join("\n");
}

/** The floor: the same mailbox, and nobody beside it. */
async function withoutPane({ page, messages }: PaneUnderTest, devtools: CDPSession): Promise<number> {
  const send = (isOpen: boolean) =>
    page.evaluate(
      (event) => (window as unknown as { sandbox: { send(event: object): void } }).sandbox.send(event),
      { kind: "paneToggled", isOpen },
    );
  await send(false);
  const turns = 200;
  let before = 0;
  for (let i = 0; i <= settledAfter + turns; i++) {
    if (i === settledAfter) before = (await heapNow(devtools)).heap;
    const { id } = messages[i % messages.length]!;
    await page.evaluate(
      (one) => (window as unknown as { sandbox: { select(id: string): void } }).sandbox.select(one),
      id,
    );
    await pause(40);
  }
  const after = (await heapNow(devtools)).heap;
  await send(true);
  return (after - before) / turns;
}
