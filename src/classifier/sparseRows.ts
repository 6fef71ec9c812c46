/** Tables of which most rows are zero: a bitmap of the rows that are not, and those rows. */

type Table = Float32Array | Int8Array | Uint32Array;

export interface SparseRows<T extends Table> {
  readonly bitmap: Uint8Array;
  readonly rows: T;
}

/** Keeps the rows (of `width` entries) that hold anything. */
export function sparse<T extends Table>(table: T, width: number): SparseRows<T> {
  const count = table.length / width;
  const bitmap = new Uint8Array((count + 7) >> 3);
  const kept: number[] = [];
  for (let row = 0; row < count; row++) {
    let filled = false;
    for (let k = row * width; k < (row + 1) * width; k++) filled ||= table[k] !== 0;
    if (!filled) continue;
    bitmap[row >> 3]! |= 1 << (row & 7);
    kept.push(row);
  }
  const rows = new (table.constructor as { new (length: number): T })(kept.length * width);
  kept.forEach((row, i) => {
    rows.set(table.subarray(row * width, (row + 1) * width) as never, i * width);
  });
  return { bitmap, rows };
}

/** Writes the rows back to their places in `into`, which must be all zero. */
export function spread<T extends Table>({ bitmap, rows }: SparseRows<T>, width: number, into: T): T {
  let at = 0;
  const count = into.length / width;
  for (let row = 0; row < count; row++) {
    if (!(bitmap[row >> 3]! & (1 << (row & 7)))) continue;
    for (let k = 0; k < width; k++) into[row * width + k] = rows[at++]!;
  }
  return into;
}
