/** CSV with a header row, as spreadsheets and help desks write it. */
import { parse } from "csv-parse/sync";
import { type FieldNames, foundIn, type Item } from "./record.ts";

/** The one of , ; and tab that the header row has most of. */
export function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((one) => ({ one, count: header.split(one).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).one;
}

interface Row {
  record: string[];
  info: { records: number };
}

/** Rows are counted as a spreadsheet shows them: the header is row 1. Never throws for any text. */
export function csvItems(text: string, names: FieldNames): Item[] {
  let rows: Row[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.replace(/^\ufeff/, "")),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 16 * 2 ** 20,
    }) as unknown as Row[];
  } catch (fault) {
    const { lines, code } = fault as { lines?: number; code?: string };
    return [{ place: `line ${lines ?? "?"}`, reason: `not readable as CSV (${code ?? "unknown"})` }];
  }
  const [header, ...rest] = rows;
  if (!header) return [];
  const columns = header.record.map((name) => name.trim().toLowerCase());
  const missing = (["body", "category"] as const).filter(
    (field) => !columns.includes(names[field].toLowerCase()),
  );
  if (missing.length > 0)
    return missing.map((field) => ({
      place: "row 1",
      reason: `no column "${names[field]}" for the ${field}; name it with --map ${field}=COLUMN`,
    }));
  return rest.map(({ record }, i): Item => {
    const place = `row ${i + 2}`;
    if (record.length !== columns.length)
      return { place, reason: `${record.length} fields where the header has ${columns.length}` };
    return foundIn(place, names, (name) => record[columns.indexOf(name.toLowerCase())]);
  });
}
