/** How alike two pictures are, with a tolerance: small shifts of a line or a shade are no difference, a missing part is. */
import { PNG } from "pngjs";

export interface Likeness {
  /** Share of cells that differ visibly; 1 where the sizes differ too much to compare. */
  different: number;
}

/** Pixels are looked at in cells, as by an eye that does not count them. */
const cell = 8;
const visible = 28;
const sizeSlack = 8;

type Cells = { columns: number; rows: number; means: Float32Array };

function cellsOf({ width, height, data }: PNG): Cells {
  const [columns, rows] = [Math.floor(width / cell), Math.floor(height / cell)];
  const means = new Float32Array(columns * rows * 3);
  for (let row = 0; row < rows * cell; row++)
    for (let column = 0; column < columns * cell; column++) {
      const from = (row * width + column) * 4;
      const to = (Math.floor(row / cell) * columns + Math.floor(column / cell)) * 3;
      for (let part = 0; part < 3; part++) means[to + part]! += data[from + part]! / (cell * cell);
    }
  return { columns, rows, means };
}

export function likenessOf(before: Buffer, after: Buffer): Likeness {
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)];
  if (one.width !== other.width || Math.abs(one.height - other.height) > sizeSlack) return { different: 1 };
  const [a, b] = [cellsOf(one), cellsOf(other)];
  const rows = Math.min(a.rows, b.rows);
  let different = 0;
  for (let at = 0; at < rows * a.columns; at++) {
    const gap = [0, 1, 2].reduce(
      (most, part) => Math.max(most, Math.abs(a.means[at * 3 + part]! - b.means[at * 3 + part]!)),
      0,
    );
    if (gap > visible) different += 1;
  }
  return { different: different / (rows * a.columns) };
}
