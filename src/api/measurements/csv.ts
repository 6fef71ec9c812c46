/** Measurements as CSV (RFC 4180): a header names the columns, in any order; what is wrong is told by row. */
import { measurementColumns } from "../../triage/measurement.ts";
import { Refusal } from "../refusal.ts";

/** Rows as the schema wants them, still to be checked by it; throws a Refusal when it is no such table. */
export function measurementsIn(text: string): { measurements: Record<string, unknown>[] } {
  const rows = rowsOf(text.replace(/^\ufeff/, ""));
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = measurementColumns.filter((name) => !header.includes(name));
  if (missing.length > 0 || header.length !== measurementColumns.length)
    throw wrong(1, `the columns ${measurementColumns.join(", ")}`);
  return {
    measurements: rows.slice(1).map((cells, i) => {
      if (cells.length !== header.length) throw wrong(i + 2, `${header.length} columns`);
      return Object.fromEntries(header.map((name, column) => [name, cellValue(name, cells[column]!.trim())]));
    }),
  };
}

const wrong = (row: number, expected: string) =>
  new Refusal("request_invalid", { errors: [{ path: `/body/row/${row}`, expected }] });

/** What is no number stays text, and the schema says where. */
const cellValue = (name: string, cell: string): string | number =>
  (name === "hits" || name === "trials") && /^\d{1,15}$/.test(cell) ? Number(cell) : cell;

/** Cells may be quoted, quotes in them doubled; comma or semicolon, as the header has it; empty lines are left out. */
function rowsOf(text: string): string[][] {
  const separator = (text.split(/\r?\n/, 1)[0] ?? "").includes(";") ? ";" : ",";
  const rows: string[][] = [];
  let [row, cell, isQuoted] = [[] as string[], "", false];
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.length > 1 || row[0]!.trim() !== "") rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (isQuoted && letter === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"' && (isQuoted || cell.trim() === "")) {
      cell = isQuoted ? cell : "";
      isQuoted = !isQuoted;
    } else if (!isQuoted && letter === separator) endCell();
    else if (!isQuoted && letter === "\n") endRow();
    else if (isQuoted || letter !== "\r") cell += letter;
  }
  endRow();
  return rows;
}
