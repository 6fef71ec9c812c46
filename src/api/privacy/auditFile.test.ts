/** An exported log shows what was done to it: a changed word, a missing entry, a cut-off end, a chain made anew. */
import { sealOf } from "../store/audit.ts";
import type { AuditRow } from "../store/schema.ts";
import { entriesIn, faultsIn, headsOf } from "./auditFile.ts";

function logOf(department: string, length: number, subject = "s"): AuditRow[] {
  let previous = "0".repeat(64);
  return Array.from({ length }, (_, i) => {
    const row = {
      department,
      position: i + 1,
      at: i,
      person: "person-a",
      action: "verdict",
      subject,
      previous,
    };
    previous = sealOf(row);
    return { ...row, hash: previous };
  });
}

const rows = [...logOf("t/a", 5), ...logOf("t/b", 3)];
const text = rows.map((row) => JSON.stringify(row)).join("\n");

test("a whole log has no fault, and says with what each department's ends", () => {
  expect(faultsIn(entriesIn(text))).toEqual([]);
  expect([...headsOf(rows)].map(([department, { position }]) => [department, position])).toEqual([
    ["t/a", 5],
    ["t/b", 3],
  ]);
});

test("a changed word, a missing entry and a swapped pair are found where they are", () => {
  const changed = rows.map((row, i) => (i === 2 ? { ...row, subject: "other" } : row));
  expect(faultsIn(changed)).toEqual([expect.stringContaining("t/a: entry 3 ")]);
  expect(faultsIn(rows.filter((_, i) => i !== 2))).toEqual([expect.stringContaining("t/a: entry 4 ")]);
  const swapped = [rows[1]!, rows[0]!, ...rows.slice(2)];
  expect(faultsIn(swapped)).toHaveLength(1);
});

test("a cut-off end and a chain made anew are found beside an earlier export", () => {
  const heads = headsOf(rows);
  const cut = rows.filter(({ department, position }) => department === "t/b" || position < 5);
  expect(faultsIn(cut)).toEqual([]);
  expect(faultsIn(cut, heads)).toEqual(["t/a: entry 5 of the earlier export is not there any more"]);
  const anew = [...logOf("t/a", 9, "told otherwise"), ...logOf("t/b", 3)];
  expect(faultsIn(anew)).toEqual([]);
  expect(faultsIn(anew, heads)).toEqual(["t/a: entry 5 is not the one of the earlier export"]);
  expect(faultsIn([...rows, ...[]], heads)).toEqual([]);
});

test.each(['{"half', "null", "7", "[]", "{}", '"text"', `{"department":"t/a","position":"1"}`])(
  "a line that is no entry is named: %s",
  (line) => {
    expect(() => entriesIn(`${text}\n\n${line}`, "a.ndjson")).toThrow(
      "a.ndjson: line 10 is no entry of an audit log.",
    );
  },
);
