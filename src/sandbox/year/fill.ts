/** Fills a store with a year of eight departments: rows as the API stores them, counters by the store's own arithmetic. */
import { seeded } from "../../alignment/simulation/seeded.ts";
import type { Organisation } from "../../api/organisation.ts";
import { applyOrganisation } from "../../api/store/applyOrganisation.ts";
import { cellOf, cellsOf } from "../../api/store/cells.ts";
import { type Department, departmentsOf } from "../../api/store/departments.ts";
import { recipe } from "../../api/store/kinds.ts";
import { inTransaction, type Store } from "../../api/store/store.ts";
import { starters } from "../../triage/starter/starters.ts";
import { apiClientId, paneClientId, tenantId } from "../personas.ts";
import { type MadeMessage, messageOf } from "./message.ts";
import { type PlantedTruth, truths } from "./truth.ts";

export interface YearOptions {
  messages: number;
  /** the year ends with this day */
  today: number;
  seed: number;
  /** 0.05 when absent */
  blindShare?: number;
  say?: (line: string) => void;
}

const dayMs = 86_400_000;
const days = 364;
const perWrite = 1_000;
const usualBlindShare = 0.05;

export const yearOrganisation: Organisation = {
  tenants: [
    {
      tid: tenantId,
      audience: apiClientId,
      clients: [paneClientId],
      departments: truths.map(({ id, name, starter }) => ({
        id,
        name: { en: name },
        taxonomy: { starter },
        policy: { blindShare: usualBlindShare, baselineSeconds: 45 },
      })),
    },
  ],
};

/** Into an empty store only. */
export async function fillYear(store: Store, options: YearOptions): Promise<void> {
  const midnight = Math.floor(options.today / dayMs) * dayMs;
  const start = midnight - (days - 1) * dayMs;
  await applyOrganisation(store, yearOrganisation, starters, start);
  for (const department of await departmentsOf(store.db, tenantId)) {
    const truth = truths.find(({ id }) => id === department.id);
    if (truth) await fillDepartment(store, department, truth, start, options);
  }
}

async function fillDepartment(
  store: Store,
  department: Department,
  truth: PlantedTruth,
  start: number,
  { messages, seed, say, blindShare = usualBlindShare }: YearOptions,
): Promise<void> {
  const random = seeded(seed + truths.indexOf(truth));
  const perDay = Math.ceil(messages / truths.length / (days * (5 / 7)));
  const counters = new Map<string, number>();
  let waiting: MadeMessage[] = [];
  let made = 0;
  for (let day = 0; day < days; day++) {
    const at = start + day * dayMs;
    if ([0, 6].includes(new Date(at).getUTCDay())) continue;
    const made0 = { department: department.key, taxonomy: department.taxonomy, truth, blindShare };
    for (let i = 0; i < perDay; i++) {
      const message = messageOf(
        { ...made0, week: Math.floor(day / 7), start: at + 7 * 3_600_000 },
        idOf(truth, made++),
        random,
      );
      for (const [key, n] of cellsOf(message.rows)) counters.set(key, (counters.get(key) ?? 0) + n);
      waiting.push(message);
    }
    if (waiting.length >= perWrite) {
      await write(store, department.key, waiting);
      waiting = [];
    }
  }
  await write(store, department.key, waiting);
  await writeCounters(store, department.key, counters);
  say?.(`${department.id}: ${made} messages, ${counters.size} counters`);
}

const idOf = (truth: PlantedTruth, n: number): string =>
  `${truths.indexOf(truth) + 1}${String(n).padStart(11, "0")}`;

const write = (store: Store, department: string, messages: readonly MadeMessage[]): Promise<void> =>
  inTransaction(store, [department], async (db) => {
    const { hot } = store;
    await hot.write(
      db,
      "opening",
      messages.map(({ opening }) => opening),
    );
    await hot.write(
      db,
      "feedback",
      messages.flatMap(({ rows }) => rows),
    );
    await hot.write(
      db,
      "current",
      messages.map(({ current }) => current),
    );
    await hot.write(
      db,
      "answer",
      messages.flatMap(({ answer }) => answer ?? []),
    );
  });

async function writeCounters(store: Store, department: string, counters: ReadonlyMap<string, number>) {
  await inTransaction(store, [department], async (db) => {
    const rows = [...counters].map(([key, n]) => ({ department, ...cellOf(key), n }));
    await store.hot.write(db, "counter", rows);
    await db
      .insertInto("recipe")
      .values({ department, value: recipe })
      .onConflict((conflict) => conflict.column("department").doUpdateSet({ value: recipe }))
      .execute();
  });
}
