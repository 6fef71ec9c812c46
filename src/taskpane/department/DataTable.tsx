/** A table of figures: the first column names the row, numbers stand at the end of their cells. */
import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTableStyles } from "./tableStyles.ts";

export interface Column {
  label: string;
  /** words otherwise */
  isNumber?: boolean;
}

export interface Row {
  key: string;
  cells: readonly ReactNode[];
}

interface DataTableProps {
  /** left out where a heading above says the same */
  caption?: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** false where no column names the row */
  isNamed?: boolean;
}

export function DataTable({ caption, columns, rows, isNamed = true }: DataTableProps) {
  const table = useTableStyles();
  const isTight = columns.filter(({ isNumber }) => isNumber).length > 2;
  return (
    <table className={table.table}>
      {caption !== undefined && <caption className={table.caption}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ label, isNumber }) => (
            <th
              key={label}
              scope="col"
              className={
                isNumber
                  ? mergeClasses(table.number, table.headWord, isTight && table.numberHead)
                  : table.head
              }
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className={table.row}>
            {cells.map((cell, i) => {
              const { label, isNumber } = columns[i]!;
              const className = isNumber
                ? table.number
                : mergeClasses(table.name, !isTight && table.wholeName);
              return isNamed && i === 0 ? (
                <th key={label} scope="row" className={className}>
                  {cell}
                </th>
              ) : (
                <td key={label} className={className}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
