/** Predicted against final: the table from which everything about categories and priorities is read. */

/** How many verdicts held `final` right where the model had said `predicted`. */
export interface Cell {
  predicted: string;
  final: string;
  count: number;
}

/** Verdicts in all cells that pass. */
export const sumOf = (cells: readonly Cell[], passes: (cell: Cell) => boolean = () => true): number =>
  cells.reduce((sum, cell) => (passes(cell) ? sum + cell.count : sum), 0);

/** Cells from pairs of predicted and final. */
export function cellsOf(pairs: Iterable<readonly [predicted: string, final: string]>): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [predicted, final] of pairs) {
    const key = JSON.stringify([predicted, final]);
    const cell = cells.get(key);
    if (cell) cell.count += 1;
    else cells.set(key, { predicted, final, count: 1 });
  }
  return [...cells.values()];
}

/** The cells where predicted and final differ, most often first, ties by name; at most `most`. */
export const mostConfused = (cells: readonly Cell[], most: number): Cell[] =>
  cells
    .filter(({ predicted, final, count }) => predicted !== final && count > 0)
    .sort((a, b) => b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, most);

const nameOf = ({ predicted, final }: Cell) => JSON.stringify([predicted, final]);
