/** Whether the pane stays as light as it was: heap, held objects, nodes and listeners over hundreds of switches, beside a mailbox without a pane. */
import type { CDPSession } from "playwright-core";
import { type Held, heldNow } from "../src/sandbox/e2e/heap.ts";
import { launchBrowser } from "../src/sandbox/e2e/outlook.ts";
import { table, verdict } from "./figures.ts";
import { openPane, type PaneUnderTest } from "./openPane.ts";

const every = 50;
/** What the first ones fill, caches and compiled code, is not counted as growth. */
const settledAfter = 100;
const goal = 0.02;

/**
 * V8 compiles what runs often, part after part, for hundreds of switches on: its memory for that grows whatever the pane
 * does, and comes to rest. A browser that only interprets shows what the product itself takes.
 */
const interpreting = ["--js-flags=--jitless"];

interface Sample {
  heap: number;
  nodes: number;
  listeners: number;
}

async function heapNow(devtools: CDPSession): Promise<Sample> {
  for (let i = 0; i < 2; i++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
}

/** One script in the page for all of them, so that nothing of the driving is kept. */
const switchOn = ({ page, messages }: PaneUnderTest, from: number, times: number) =>
  page.evaluate(
    async ({ mails, from, times }) => {
      for (let i = from; i < from + times; i++) {
        // Never the first, which ends each round: what is on screen is then always the same.
        const { id, subject } = mails[1 + (i % (mails.length - 1))]!;
        await window.bench.switchTo(id, subject);
      }
      await window.bench.switchTo(mails[0]!.id, mails[0]!.subject);
      window.bench.forget();
    },
    { mails: messages.map(({ id, subject }) => ({ id, subject })), from, times },
  );

interface Run {
  samples: Sample[];
  /** once settled, and at the end */
  held: [Held, Held];
  /** bytes */
  outlookAlone: number;
}

async function run(origin: string, switches: number, args: readonly string[]): Promise<Run> {
  const browser = await launchBrowser(args);
  try {
    const pane = await openPane(browser, origin, "amara");
    const devtools = await pane.context.newCDPSession(pane.page);
    await devtools.send("Performance.enable");
    await pane.page.bringToFront();
    const samples = [await heapNow(devtools)];
    const held: Held[] = [];
    for (let done = 0; done < switches; done += every) {
      await switchOn(pane, done, every - 1);
      samples.push(await heapNow(devtools));
      if (done + every === settledAfter || done + every >= switches) held.push(await heldNow(devtools));
    }
    return {
      samples,
      held: [held[0]!, held.at(-1)!],
      outlookAlone: await withoutPane(pane, devtools),
    };
  } finally {
    await browser.close();
  }
}

export async function staysFlat(origin: string, switches: number): Promise<string> {
  const runs = [await run(origin, switches, interpreting), await run(origin, switches, [])];
  const counted = switches - settledAfter;
  const sides = ({ samples }: Run) => [samples[settledAfter / every]!, samples.at(-1)!] as const;
  const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
  const whole = (one: Run) => sides(one)[1].heap / sides(one)[0].heap - 1;
  const kept = ({ held: [before, after] }: Run) => after.bytes / before.bytes - 1;
  const row = (name: string, of: (one: Run) => string, met = "") => [name, ...runs.map(of), met];
  const grown = (of: (one: Sample) => number) => (one: Run) => String(of(sides(one)[1]) - of(sides(one)[0]));
  const perSwitch = (one: Run) => (sides(one)[1].heap - sides(one)[0].heap) / counted;
  const code = ({ held: [before, after] }: Run) => (after.codeBytes - before.codeBytes) / counted;
  return [
    table(
      `Memory over ${switches} switches, after collections`,
      ["switches", ...runs[0]!.samples.map((_, i) => String(i * every))],
      runs.map(({ samples }, i) => [
        i === 0 ? "heap, MB, interpreted" : "heap, MB, compiled",
        ...samples.map(({ heap }) => (heap / 1e6).toFixed(2)),
      ]),
    ),
    table(
      `Growth from switch ${settledAfter} to ${switches} (goal: 2 %)`,
      ["of", "interpreted", "compiled by V8", "goal"],
      [
        row("the whole heap", (one) => percent(whole(one)), verdict(whole(runs[0]!), goal)),
        row(
          "what scripts hold: objects, arrays, strings, closures",
          (one) => percent(kept(one)),
          verdict(Math.max(...runs.map(kept)), goal),
        ),
        row("  how many of them", ({ held: [before, after] }) => String(after.count - before.count)),
        row(
          "DOM nodes",
          grown(({ nodes }) => nodes),
        ),
        row(
          "listeners",
          grown(({ listeners }) => listeners),
        ),
        row("whole heap a switch, bytes", (one) => perSwitch(one).toFixed(0)),
        row("  of it compiled code", (one) => code(one).toFixed(0)),
        row("the simulated Outlook alone, bytes a switch", ({ outlookAlone }) => outlookAlone.toFixed(0)),
      ],
    ),
  ].join("\n");
}

const alone = 200;

/** The floor: the same mailbox, and nobody beside it. Bytes a switch. */
async function withoutPane({ page, messages }: PaneUnderTest, devtools: CDPSession): Promise<number> {
  const select = (times: number) =>
    page.evaluate(
      async ({ ids, times }) => {
        const { sandbox } = window as unknown as {
          sandbox: { select(id: string): void; send(event: object): void };
        };
        sandbox.send({ kind: "paneToggled", isOpen: false });
        for (let i = 0; i < times; i++) {
          sandbox.select(ids[i % ids.length]!);
          await new Promise((done) => setTimeout(done, 40));
        }
      },
      { ids: messages.map(({ id }) => id), times },
    );
  await select(settledAfter);
  const before = (await heapNow(devtools)).heap;
  await select(alone);
  return ((await heapNow(devtools)).heap - before) / alone;
}
