/** The strongest evidence is what the whole list of contributions says, and a loaded model reads like the one that was saved. */
import { featuresOf } from "./features.ts";
import { createModel, learn, predictorOf } from "./model.ts";
import { contributions, logitsOf } from "./predictor.ts";
import { loadPredictor, serialisePredictor } from "./predictorFile.ts";
import { walk } from "./sideBySide.ts";
import { strongest } from "./strongest.ts";
import { columnCount } from "./weighting.ts";

const key = "a key for tests";
const of = (body: string) => featuresOf({ subject: "about a parcel", body }, key);
const bodies = ["charged twice for a box", "the courier lost my parcel", "hello and thanks again"];
const categories = ["billing", "delivery", "other"];

function taught() {
  const model = createModel({
    categories: categories.map((id) => ({ id, texts: [id] })),
    priorities: [
      { id: "normal", texts: [] },
      { id: "urgent", texts: [] },
    ],
    key,
    seed: 1,
  });
  for (let i = 0; i < 30; i++)
    learn(model, {
      id: `m${i}`,
      features: of(`${bodies[i % 3]} ${i}`),
      category: categories[i % 3]!,
      priority: i % 2 ? "urgent" : "normal",
    });
  return predictorOf(model);
}

const predictor = loadPredictor(serialisePredictor(taught()));

test.each(["charged for a parcel that the courier lost", "hello", "box box box"])(
  "the strongest evidence for every category is the head of the whole list: %s",
  (body) => {
    const features = of(body);
    const walked = walk(predictor.both, features);
    predictor.categories.labels.forEach((label, target) => {
      const all = contributions(predictor, features, label, 100_000)
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight);
      for (const limit of [1, 5, 1_000]) {
        const found = strongest(predictor.both, walked, features, target, limit);
        expect(found.map(({ block, id }) => `${block} ${id}`)).toEqual(
          all.slice(0, limit).map(({ block, id }) => `${block} ${id}`),
        );
        for (const [i, { weight }] of found.entries()) expect(weight).toBeCloseTo(all[i]!.weight, 10);
      }
    });
  },
);

test("a loaded model keeps rows for the columns it knows only, and reads the same with a row for each", () => {
  const { categories } = predictor;
  const classes = categories.labels.length;
  const columns = columnCount;
  expect(categories.weights.length).toBeLessThan((columns * classes) / 10);
  const dense = new Float32Array(columns * classes);
  let place = 0;
  for (let column = 0; column < columns; column++)
    if (categories.filled!.bits[column >> 5]! & (1 << (column & 31)))
      dense.set(categories.weights.subarray(place * classes, ++place * classes), column * classes);
  expect(place * classes).toBe(categories.weights.length);
  const { filled: _, ...whole } = categories;
  const features = of("charged for a parcel that the courier lost");
  expect(logitsOf({ ...whole, weights: dense }, features)).toEqual(logitsOf(categories, features));
});
