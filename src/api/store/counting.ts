/** By which recipe a department's counters are kept, and where a change goes while another recipe is being counted beside. */
import { type Kysely, sql } from "kysely";
import { Refusal } from "../refusal.ts";
import { recipe } from "./kinds.ts";
import type { DepartmentKey, Schema } from "./schema.ts";

/** How far a department's counters are; a department without a row was counted by today's recipe from the beginning. */
export interface CountingRow {
  department: DepartmentKey;
  /** what the counters in use were made by */
  value: string;
  /** what is being counted beside them, and up to which message */
  target: string | null;
  done_to: string | null;
}

/** Reads them for `any($1)`. */
export const countingText = `select recipe.department, recipe.value, recounting.value as target, recounting.done_to
  from recipe left join recounting on recounting.department = recipe.department where recipe.department = any($1)`;

/** Cells of a kind that is being counted stand under this name until they take the place of those in use. */
export const besides = (kind: string): string => `${kind}~`;
export const isBesides = (kind: string): boolean => kind.endsWith("~");

const numbersIn = (text: string): Map<string, number> =>
  new Map(
    text
      .split(", ")
      .filter(Boolean)
      .map((part) => {
        const [name, number] = part.split(" ");
        return [name!, Number(number)];
      }),
  );

/** The kinds whose cells mean something else by `own` than by `stored`. */
export function changedKinds(stored: string, own = recipe): string[] {
  const before = numbersIn(stored);
  return [...numbersIn(own)].filter(([name, number]) => before.get(name) !== number).map(([name]) => name);
}

/** Kinds of earlier versions that are counted no more. One that is neither here nor known is a later version's. */
const retired: readonly string[] = [];

/** A recipe of a later version: what this one would add to such counters would be wrong. */
export function isLater(stored: string, own = recipe): boolean {
  const known = numbersIn(own);
  return [...numbersIn(stored)].some(([name, number]) =>
    known.has(name) ? number > known.get(name)! : !retired.includes(name),
  );
}

/** Where a change of one message in cells of this kind goes: to the cells of which name, or nowhere yet. */
export type Destination = (kind: string, messageKey: string) => string | null;

const asUsual: Destination = (kind) => kind;

/**
 * `passed` are the messages that were counted beside already, in the order of the database, which need not be ours.
 * Throws a Refusal where another instance, of a later version, counts by another recipe already.
 */
export function destinationIn(
  row: CountingRow | undefined,
  passed: ReadonlySet<string>,
  own = recipe,
): Destination {
  if (!row) return asUsual;
  if (isOvertaken(row, own))
    throw new Refusal("store_unavailable", { detail: "A later version counts here by now." });
  if (row.value === own) return asUsual;
  const changed = new Set(changedKinds(row.value, own));
  const isBegun = row.target === own;
  return (kind, messageKey) => {
    if (!changed.has(kind)) return kind;
    return isBegun && passed.has(messageKey) ? besides(kind) : null;
  };
}

export const isOvertaken = ({ value, target }: CountingRow, own = recipe): boolean =>
  isLater(value, own) || (target !== null && isLater(target, own));

/** The recount is past every message there is or will be. */
export const allPassed = "*";

/** Those of the messages that a recount has passed. */
export async function passedOf(
  engine: "sqlite" | "postgres",
  db: Kysely<Schema>,
  { done_to }: CountingRow,
  messageKeys: readonly string[],
): Promise<string[]> {
  if (!done_to) return [];
  if (done_to === allPassed) return [...messageKeys];
  // Keys are ASCII, and SQLite compares bytes.
  if (engine === "sqlite") return messageKeys.filter((key) => key <= done_to);
  const { rows } = await sql<{
    key: string;
  }>`select key from unnest(${[...messageKeys]}::text[]) as key where key <= ${done_to}`.execute(db);
  return rows.map(({ key }) => key);
}
