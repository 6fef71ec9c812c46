/** Fills a store with the messages of some weeks of a department: rows as the API stores them, counters by its own arithmetic. */
import { featureBytes } from "../../api/predictors/featureBytes.ts";
import { cellOf, cellsOf } from "../../api/store/cells.ts";
import type { Department } from "../../api/store/departments.ts";
import { recipe } from "../../api/store/kinds.ts";
import { dayMs } from "../../api/store/periods.ts";
import { inTransaction, type Store } from "../../api/store/store.ts";
import type { Letters } from "./letters.ts";
import { type Day, type MadeMessage, messageOf } from "./message.ts";
import { colleaguesOf, personKey } from "./people.ts";
import { featuresFor } from "./text.ts";
import { type PlantedTruth, truths } from "./truth.ts";

/** A department in the making: `made` counts its messages, `random` is its own. */
export interface Growing {
  department: Department;
  truth: PlantedTruth;
  perDay: number;
  blindShare: number;
  featureKey: string;
  letters: Letters;
  /** the year's first Monday */
  start: number;
  random: () => number;
  made: number;
}

const perWrite = 1_000;
/** Of what nobody answered, only the newest is ever looked at again. */
const daysOfUnanswered = 14;

/** `first` and `end` count days from the start of the year; `end` is not filled. */
export async function fillDays(store: Store, growing: Growing, first: number, end: number): Promise<void> {
  const counters = new Map<string, number>();
  let waiting: Kept[] = [];
  for (let day = first; day < end; day++) {
    const at = growing.start + day * dayMs;
    if ([0, 6].includes(new Date(at).getUTCDay())) continue;
    const keepsAll = day >= end - daysOfUnanswered;
    for (let i = 0; i < growing.perDay; i++) {
      const kept = make(growing, dayOf(growing, day), keepsAll);
      for (const [key, n] of cellsOf(kept.rows)) counters.set(key, (counters.get(key) ?? 0) + n);
      waiting.push(kept);
    }
    if (waiting.length >= perWrite) {
      await write(store, growing.department.key, waiting);
      waiting = [];
    }
  }
  await write(store, growing.department.key, waiting);
  await writeCounters(store, growing.department.key, counters);
}

interface Kept extends MadeMessage {
  features: Buffer | null;
}

const dayOf = ({ department, truth, start, blindShare }: Growing, day: number): Day => ({
  department: department.key,
  taxonomy: department.taxonomy,
  truth,
  week: Math.floor(day / 7),
  start: start + day * dayMs + 7 * 3_600_000,
  blindShare,
  people: colleaguesOf(truth).map(personKey),
  modelVersion: `v${department.modelVersion}`,
});

function make(growing: Growing, day: Day, keepsAll: boolean): Kept {
  const { random, truth, featureKey, letters } = growing;
  const id = `${truths.indexOf(truth) + 1}${String(growing.made++).padStart(11, "0")}`;
  const message = messageOf(day, id, random);
  const isKept = keepsAll || message.answers.length > 0;
  const { right, call } = message;
  const sounding = { department: truth.id, letters };
  const features = isKept
    ? featureBytes(featuresFor(day.taxonomy, right, call, sounding, featureKey, random))
    : null;
  return { ...message, features };
}

const write = (store: Store, department: string, messages: readonly Kept[]): Promise<void> =>
  inTransaction(store, [department], async (db) => {
    const { hot } = store;
    await hot.write(
      db,
      "opening",
      messages.flatMap(({ openings }) => openings),
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
      messages.flatMap(({ answers }) => answers),
    );
    await hot.write(
      db,
      "features",
      messages.flatMap(({ features, current: { message_key, updated_at } }) =>
        features ? { department, message_key, value: features, stored_at: updated_at } : [],
      ),
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
