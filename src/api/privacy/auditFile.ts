/** An exported audit log, checked without the database: every seal, every link, and that an earlier export is still in it. */
import { firstBroken } from "../store/audit.ts";
import type { AuditRow } from "../store/schema.ts";

export interface Head {
  position: number;
  hash: string;
}

/** One entry a line; a line that is none ends the reading with its number. */
export function entriesIn(text: string): AuditRow[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, i) => {
      try {
        return JSON.parse(line) as AuditRow;
      } catch {
        throw new SyntaxError(`Line ${i + 1} is not an entry.`);
      }
    });
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
