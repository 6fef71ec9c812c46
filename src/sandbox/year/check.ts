/** Is every number of the year what a recount of the raw feedback says, and how long does a lead wait for it? */
import { figuresOf } from "../../api/figures/figures.ts";
import { departmentsOf } from "../../api/store/departments.ts";
import type { Store } from "../../api/store/store.ts";
import { summaryOf } from "../../api/store/summary.ts";
import { verify } from "../../api/store/verify.ts";
import { tenantId } from "../personas.ts";

export interface Checked {
  department: string;
  messages: number;
  /** sentences; empty when all is well */
  differences: string[];
  summaryMs: number;
  figuresMs: number;
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const yearMs = 364 * 86_400_000;

export async function checkYear(store: Store, today: number): Promise<Checked[]> {
  const all = await departmentsOf(store.db, tenantId);
  const checked: Checked[] = [];
  for (const department of all) {
    const [from, to] = [day(today - yearMs), day(today)];
    const summaryMs = await timed(() => summaryOf(store.db, department.key, from, to));
    const figuresMs = await timed(() => figuresOf(store.db, { department, all, from, to, now: today }));
    const { messages, differences } = await verify(store, department.key);
    checked.push({ department: department.id, messages, differences, summaryMs, figuresMs });
  }
  return checked;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
