/** Claims about learning over renumbered columns. */
import { compacted, widened } from "./compact.ts";
import { featuresOf } from "./features.ts";
import { latentOf, latentView, withLatent } from "./latent.ts";
import { descend, emptyMachines, type Machines, randomOf } from "./solver.ts";
import { frequenciesOf, type Vector, vectorOf, weightingOf } from "./weighting.ts";

const blocks = { words: 1, pairs: 0.7, chars: 1, subject: 0.5, sender: 0.3, marks: 0 };
const texts = ["the parcel is late", "refund my money", "password is locked", "the courier lost my parcel"];
const mail = Array.from({ length: 60 }, (_, i) =>
  featuresOf({ subject: texts[(i + 1) % 4]!, body: `${texts[i % 4]} ${i % 7}` }, "key"),
);
const weighting = weightingOf(frequenciesOf(mail), 1, blocks);
const plain = mail.map((one) => vectorOf(one, weighting));
const view = latentView(plain, 60, 1);
const vectors = plain.map((vector) => withLatent(vector, latentOf(view, vector)));

function learned(machines: Machines, over: readonly Vector[]): Machines {
  const labels = mail.map((_, i) => i % 4);
  const duals = mail.map(() => new Float32Array(4));
  const costs = { positive: [1, 1, 1, 1], rest: 0.5 };
  const problem = { vectors: over, labels, duals, costs };
  descend(machines, problem, [...mail.keys()], randomOf(7), { passes: 9, tolerance: 1e-4 });
  return machines;
}

test("machines over renumbered columns learn the same weights, bit for bit", () => {
  const direct = learned(emptyMachines("oneVsRest", 4), vectors);
  const compact = compacted(vectors);
  const small = learned(emptyMachines("oneVsRest", 4, compact.columns.length), compact.vectors);
  const widely = emptyMachines("oneVsRest", 4);
  widened(small, compact.columns, widely);
  expect(view.dimensions).toBeGreaterThan(0);
  expect(direct.weights.some((weight) => weight !== 0)).toBe(true);
  expect(Buffer.compare(Buffer.from(widely.weights.buffer), Buffer.from(direct.weights.buffer))).toBe(0);
});

test("the commonest column comes first, and what no message uses takes no room", () => {
  const { columns } = compacted(vectors);
  const used = new Set(plain.flatMap((vector) => [...vector.columns]));
  const times = (column: number) => plain.filter((vector) => vector.columns.includes(column)).length;
  expect(columns).toHaveLength(used.size);
  expect(times(columns[0]!)).toBeGreaterThan(times(columns.at(-1)!));
});
