/** An exported audit log, checked without the database: every seal, every link, and that an earlier export is still in it. */
import { firstBroken } from "../store/audit.ts";
import type { AuditRow } from "../store/schema.ts";
import { StoreFailure } from "../store/storeFailure.ts";

export interface Head {
  position: number;
  hash: string;
}

/** One entry a line; throws StoreFailure with the number of the first line that is none. */
export function entriesIn(text: string, place = "The log"): AuditRow[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const entry = parsed(line);
    if (!isEntry(entry)) throw new StoreFailure(`${place}: line ${i + 1} is no entry of an audit log.`);
    return [entry];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const texts = ["department", "person", "action", "subject", "previous", "hash"] as const;

function isEntry(value: unknown): value is AuditRow {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  return (
    texts.every((name) => typeof entry[name] === "string") &&
    [entry.position, entry.at].every((number) => Number.isSafeInteger(number))
  );
}

const byDepartment = (rows: readonly AuditRow[]): Map<string, AuditRow[]> => {
  const groups = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const known = groups.get(row.department);
    if (known) known.push(row);
    else groups.set(row.department, [row]);
  }
  return groups;
};

/** With what each department's log ends: what an admin keeps elsewhere. */
export const headsOf = (rows: readonly AuditRow[]): Map<string, Head> =>
  new Map(
    [...byDepartment(rows)].map(([department, own]) => {
      const { position, hash } = own.at(-1)!;
      return [department, { position, hash }];
    }),
  );

/**
 * Sentences, none when all is well. A chain cannot tell that its end was cut off: `earlier` heads can, and that it was
 * made anew from some entry on.
 */
export function faultsIn(
  rows: readonly AuditRow[],
  earlier: ReadonlyMap<string, Head> = new Map(),
): string[] {
  const groups = byDepartment(rows);
  const broken = [...groups].flatMap(([department, own]) => {
    const at = firstBroken(own);
    return at === null ? [] : [`${department}: entry ${at} does not fit the one before it, or was changed`];
  });
  const lost = [...earlier].flatMap(([department, head]) => {
    const same = groups.get(department)?.find(({ position }) => position === head.position);
    if (!same) return [`${department}: entry ${head.position} of the earlier export is not there any more`];
    return same.hash === head.hash
      ? []
      : [`${department}: entry ${head.position} is not the one of the earlier export`];
  });
  return [...broken, ...lost];
}
