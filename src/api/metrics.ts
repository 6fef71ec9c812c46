/** What the process counts of itself, in the text format of Prometheus; routes by their pattern, nobody by name. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import { isDamaged } from "./store/damage.ts";
import { takenBy } from "./store/intake.ts";
import { staleDepartments } from "./store/recount.ts";
import type { Store } from "./store/store.ts";

export interface Metrics {
  /** Counts the answers of this API from now on. */
  watch(app: FastifyInstance): void;
  /** The whole text, as it is to be scraped. */
  text(): Promise<string>;
  /** The same in a few lines for people. */
  status(): [name: string, value: string][];
}

/** Upper bounds in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Answers {
  /** by status */
  counts: Map<number, number>;
  /** by upper bound, the last for everything */
  buckets: number[];
  seconds: number;
}

export function makeMetrics(store: Store, startedAt: number): Metrics {
  const routes = new Map<string, Answers>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  let inFlight = 0;

  const note = (labels: string, status: number, seconds: number) => {
    const known = routes.get(labels) ?? {
      counts: new Map(),
      buckets: Array.from({ length: bounds.length + 1 }, () => 0),
      seconds: 0,
    };
    routes.set(labels, known);
    known.counts.set(status, (known.counts.get(status) ?? 0) + 1);
    const from = bounds.findIndex((bound) => seconds <= bound);
    known.buckets[from < 0 ? bounds.length : from]!++;
    known.seconds += seconds;
  };

  return {
    watch(app) {
      delay.enable();
      app.addHook("onRequest", (_, reply, done) => {
        inFlight++;
        reply.raw.once("close", () => inFlight--);
        done();
      });
      app.addHook("onResponse", (request, reply, done) => {
        // An address that is none of ours is counted under one name, whatever it says.
        const route = request.routeOptions.url ?? "none";
        note(`method="${request.method}",route="${route}"`, reply.statusCode, reply.elapsedTime / 1_000);
        done();
      });
      app.addHook("onClose", async () => {
        delay.disable();
      });
    },
    status() {
      const taken = takenBy(store);
      const answers = [...routes.values()].flatMap(({ counts }) => [...counts]);
      const sum = (some: readonly [number, number][]) => some.reduce((all, [, n]) => all + n, 0);
      return [
        ["requests being answered", String(inFlight)],
        ["answers since the start", String(sum(answers))],
        [
          "refused because busy or without the database",
          String(sum(answers.filter(([code]) => code === 429 || code === 503))),
        ],
        ["failed by an error in Concord", String(sum(answers.filter(([code]) => code === 500)))],
        ["decisions stored", `${taken.decisions} in ${taken.commits} transactions, ${taken.waiting} waiting`],
        ["memory", `${Math.round(process.memoryUsage().rss / 1e6)} MB`],
      ];
    },
    async text() {
      const { rss, heapUsed } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      const isUp = await store.ping().then(
        () => (isDamaged(store) ? 0 : 1),
        () => 0,
      );
      const recounting = await staleDepartments(store).then(
        (some) => some.length,
        () => 0,
      );
      const taken = takenBy(store);
      const loop = Number.isNaN(delay.mean) ? 0 : delay.percentile(99) / 1e9;
      delay.reset();
      return [
        ...answersIn(routes),
        ...durationsIn(routes),
        ...gauge("concord_requests_in_flight", "Requests in work now", inFlight),
        ...gauge("concord_store_up", "1 when the database answers", isUp),
        ...gauge(
          "concord_event_loop_delay_p99_seconds",
          "Delay of the event loop since the last scrape",
          loop,
        ),
        ...counter("concord_commits_total", "Transactions that took in feedback", taken.commits),
        ...counter("concord_decisions_total", "Openings, verdicts, undos and moves in them", taken.decisions),
        ...gauge("concord_decisions_waiting", "Decisions that wait for a transaction", taken.waiting),
        ...gauge("concord_departments_recounting", "Departments counted anew in the background", recounting),
        ...gauge("process_resident_memory_bytes", "Resident memory", rss),
        ...gauge("nodejs_heap_used_bytes", "Used heap", heapUsed),
        ...counter("process_cpu_seconds_total", "Processor time", (user + system) / 1e6),
        ...gauge("process_start_time_seconds", "Start of the process", startedAt / 1_000),
        "",
      ].join("\n");
    },
  };
}

const headed = (name: string, kind: string, help: string, lines: string[]) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
  ...lines,
];
const gauge = (name: string, help: string, value: number) =>
  headed(name, "gauge", help, [`${name} ${value}`]);
const counter = (name: string, help: string, value: number) =>
  headed(name, "counter", help, [`${name} ${value}`]);

function answersIn(routes: ReadonlyMap<string, Answers>): string[] {
  const name = "concord_http_requests_total";
  const lines = [...routes].flatMap(([labels, { counts }]) =>
    [...counts].map(([status, n]) => `${name}{${labels},status="${status}"} ${n}`),
  );
  return headed(name, "counter", "Answers by route and status", lines);
}

function durationsIn(routes: ReadonlyMap<string, Answers>): string[] {
  const name = "concord_http_request_duration_seconds";
  const lines = [...routes].flatMap(([labels, { buckets, seconds }]) => {
    let sum = 0;
    const steps = buckets.map((n, i) => {
      sum += n;
      return `${name}_bucket{${labels},le="${bounds[i] ?? "+Inf"}"} ${sum}`;
    });
    return [...steps, `${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${sum}`];
  });
  return headed(name, "histogram", "Time to answer", lines);
}
