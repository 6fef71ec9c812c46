/** Does a lead's page open at once on the year, and is every number on it what the raw feedback says? */
import type { Kysely } from "kysely";
import { departmentsOf } from "../../api/store/departments.ts";
import { byMessage } from "../../api/store/messages.ts";
import { dayMs, dayOf } from "../../api/store/periods.ts";
import type { Schema } from "../../api/store/schema.ts";
import type { Store } from "../../api/store/store.ts";
import { verify } from "../../api/store/verify.ts";
import { tenantId } from "../personas.ts";
import { openPage, type Page } from "./page.ts";
import {
  countedIn,
  differing,
  numbersIn,
  objectiveNumbers,
  standingNumbers,
  summaryNumbers,
} from "./recount.ts";

export interface Checked {
  department: string;
  messages: number;
  /** how many numbers of the page were counted again */
  numbers: number;
  /** sentences; empty when all is well */
  differences: string[];
  /** medians, by what is asked for; `floor` is a request that reads nothing */
  ms: Record<string, number>;
}

const looks = 5;
const yearDays = 365;

export async function checkYear(store: Store, today: number): Promise<Checked[]> {
  const page = await openPage(store, today);
  const checked: Checked[] = [];
  try {
    for (const { id, key } of await departmentsOf(store.db, tenantId)) {
      const from = dayOf(today - (yearDays - 1) * dayMs);
      const { summary, overview } = await page.open(id, from);
      const all = countedIn((await messagesOf(store.db, key)).values());
      const told = [numbersIn(summary), standingNumbers(overview)];
      const counted = [summaryNumbers(all, from, dayOf(today)), objectiveNumbers(all, overview, today)];
      const { messages, differences } = await verify(store, key);
      checked.push({
        department: id,
        messages,
        numbers: told.reduce((sum, { size }) => sum + size, 0),
        differences: [...told.flatMap((one, i) => differing(one, counted[i]!)), ...differences],
        ms: await timesOf(page, id, from),
      });
    }
  } finally {
    await page.close();
  }
  return checked;
}

async function messagesOf(db: Kysely<Schema>, department: string) {
  const rows = await db
    .selectFrom("feedback")
    .selectAll()
    .where("department", "=", department)
    .orderBy("message_key")
    .orderBy("position")
    .execute();
  return byMessage(rows);
}

async function timesOf(page: Page, id: string, from: string): Promise<Record<string, number>> {
  const at = `/api/departments/${id}`;
  return {
    floor: await median(() => page.ask("/healthz")),
    page: await median(() => page.open(id, from)),
    figures: await median(() => page.ask(`${at}/figures?from=${from}`)),
    objectives: await median(() => page.ask(`${at}/objectives`)),
    reviews: await median(() => page.ask(`${at}/reviews`)),
    corrections: await median(() => page.ask(`${at}/corrections`)),
  };
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < looks; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(looks / 2)]!;
}
