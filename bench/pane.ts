/** `npm run bench:pane`: what the pane weighs, how soon it shows a prediction, how fast it follows and answers, and whether it stays so. */
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { kb, machine, median, ms, quantile, table, times, verdict } from "./figures.ts";
import { floorBytes } from "./floor.ts";
import { longMail } from "./longMail.ts";
import { openPane, type PaneUnderTest, withProduct } from "./openPane.ts";
import { staysFlat } from "./steady.ts";
import { brotliBytes, budgetBytes } from "./weight.ts";

const { values: options } = parseArgs({
  options: {
    opens: { type: "string", default: "5" },
    switches: { type: "string", default: "500" },
  },
});
const pause = (wait: number) => new Promise((done) => setTimeout(done, wait));

const people = ["amara", "mei", "lucia"];

/** Scripts until the first question, by what caused them, beside the floor. */
async function weights({ scripts, page }: PaneUnderTest): Promise<string> {
  const html = await page.request
    .get(new URL("/taskpane.html", page.url()).href)
    .then((reply) => reply.text());
  const groups = { start: 0, lazy: 0, office: 0 };
  const wire = { start: 0, lazy: 0 };
  for (const script of scripts) {
    const { hostname, pathname } = new URL(script.url());
    const bytes = brotliBytes(await script.body());
    if (hostname !== new URL(page.url()).hostname) groups.office += bytes;
    else {
      const when = html.includes(`"${pathname.slice(1)}"`) ? "start" : "lazy";
      groups[when] += bytes;
      wire[when] += (await script.request().sizes()).responseBodySize;
    }
  }
  const floor = await floorBytes();
  return table(
    `JavaScript until the first prediction, brotli (budget ${kb(budgetBytes)})`,
    ["part", "bytes", "on the wire", "of the floor", "goal"],
    [
      [
        "named by taskpane.html",
        kb(groups.start),
        kb(wire.start),
        times(groups.start / floor),
        verdict(groups.start, budgetBytes),
      ],
      [
        "loaded later, before the first prediction",
        kb(groups.lazy),
        kb(wire.lazy),
        times(groups.lazy / floor),
        "",
      ],
      ["office.js and what it loads (Microsoft's)", kb(groups.office), "", times(groups.office / floor), ""],
      ["floor: the React and Fluent parts alone", kb(floor), "", "1.00×", ""],
    ],
  );
}

interface Opened {
  toQuestion: number;
  meAt: number;
  sentAt: number;
  answeredAt: number;
}

async function openings(origin: string, browser: Browser) {
  const panes: PaneUnderTest[] = [];
  const cold: Opened[] = [];
  const warm: Opened[] = [];
  for (let i = 0; i < Number(options.opens); i++) {
    const persona = people[i % people.length]!;
    const pane = await openPane(browser, origin, persona);
    cold.push(await opened(pane));
    if (i < people.length) {
      const again = await openPane(browser, origin, persona, pane.context);
      warm.push(await opened(again));
      await again.page.close();
      panes.push(pane);
    } else await pane.context.close();
  }
  const row = (name: string, all: Opened[]) => [
    name,
    String(all.length),
    ms(median(all.map((one) => one.meAt))),
    ms(median(all.map((one) => one.sentAt))),
    ms(median(all.map((one) => one.answeredAt))),
    ms(median(all.map((one) => one.toQuestion))),
    ms(Math.max(...all.map((one) => one.toQuestion))),
    verdict(median(all.map((one) => one.toQuestion)), 1_000),
  ];
  const report = table(
    "First prediction, from Office.onReady (goal 1,000 ms; medians)",
    ["browser", "opens", "/api/me answered", "prediction asked", "answered", "painted", "slowest", "goal"],
    [row("nothing cached, first visit", cold), row("cached, second visit", warm)],
  );
  return { panes, report };
}

async function opened({ page, watch }: PaneUnderTest): Promise<Opened> {
  const { readyAt, painted } = await watch();
  const question = painted.find((one) => /asking|answered/.test(one.kind))!;
  const me = await page.evaluate((from) => window.bench.requestSince(from, "api/me"), readyAt);
  const asked = await page.evaluate((from) => window.bench.requestSince(from, "api/predictions"), readyAt);
  return {
    toQuestion: question.paintedAt - readyAt,
    meAt: (me?.answeredAt ?? Number.NaN) - readyAt,
    sentAt: (asked?.sentAt ?? Number.NaN) - readyAt,
    answeredAt: (asked?.answeredAt ?? Number.NaN) - readyAt,
  };
}

/** Each message once, as a person goes through a mailbox: look, press, next. */
async function followAndAnswer(panes: PaneUnderTest[]): Promise<string> {
  const seen = {
    told: [] as number[],
    body: [] as number[],
    toAsk: [] as number[],
    asked: [] as number[],
    toPaint: [] as number[],
    whole: [] as number[],
  };
  const pressed: number[] = [];
  const stored: number[] = [];
  const shifts: number[] = [];
  for (const { page, messages, watch } of panes) {
    await page.bringToFront();
    await page.evaluate(() => window.bench.forget());
    for (const { id, subject } of messages.slice(1)) {
      const { from, shown, host, request } = await page.evaluate(
        ([id, subject]) => window.bench.switchTo(id!, subject!),
        [id, subject],
      );
      seen.whole.push(shown.paintedAt - from);
      const { toldAt, bodyAskedAt, bodyToldAt } = host;
      if (request && toldAt && bodyAskedAt && bodyToldAt) {
        const [told, body] = [toldAt - from, bodyToldAt - bodyAskedAt];
        seen.told.push(told);
        seen.body.push(body);
        seen.toAsk.push(request.sentAt - from - told - body);
        seen.asked.push(request.answeredAt - request.sentAt);
        seen.toPaint.push(shown.paintedAt - request.answeredAt);
      }
      await pause(60);
      const press = shown.kind === "asking" && (await page.evaluate((it) => window.bench.press(it), subject));
      if (!press) continue;
      pressed.push(press.acknowledged.paintedAt - press.from);
      await pause(120);
      const put = await page.evaluate((at) => window.bench.requestSince(at, "api/verdicts/"), press.from);
      if (put && put.answeredAt > 0) stored.push(put.answeredAt - press.from);
    }
    shifts.push((await watch()).shifts.reduce((sum, { value }) => sum + value, 0) / (messages.length - 1));
  }
  const row = (name: string, all: number[], goal?: number) => [
    name,
    String(all.length),
    ms(median(all)),
    ms(quantile(all, 0.95)),
    ms(Math.max(...all)),
    goal ? verdict(quantile(all, 0.95), goal) : "",
    times(median(all) / median(seen.asked)),
  ];
  return table(
    "Another message, and a press (goals by p95; the last column against the API's answer alone)",
    ["from → to", "times", "p50", "p95", "slowest", "goal", "of the answer"],
    [
      row("switch → prediction painted (150 ms)", seen.whole, 150),
      row("  the simulated Outlook: switch → it tells the pane", seen.told),
      row("  the simulated Outlook: text asked for → handed over", seen.body),
      row("  the pane's own, until it asks the API", seen.toAsk),
      row("  asked → answered by the API", seen.asked),
      row("  answered → painted", seen.toPaint),
      row("press → acknowledged on screen (100 ms)", pressed, 100),
      row("press → stored by the API", stored),
      [
        "layout shift per switch, mean",
        "",
        shifts.map((value) => value.toFixed(4)).join(" "),
        "",
        "",
        "",
        "",
      ],
    ],
  );
}

await withProduct(async (origin, browser) => {
  console.log(machine());
  const first = await openings(origin, browser);
  console.log(await weights(first.panes[0]!));
  console.log(first.report);
  console.log(await followAndAnswer(first.panes.slice(0, people.length)));
  console.log(await staysFlat(origin, Number(options.switches)));
  console.log(await longMail(browser, origin));
  console.log(`\n${machine()}`);
});
