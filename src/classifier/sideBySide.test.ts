/** One walk over both heads of a loaded model says what each head says by itself, to the last bit. */
import fc from "fast-check";
import { type BlockName, blockNames, featuresOf, type Reading } from "./features.ts";
import { createModel, learn, type ModelOptions, predictorOf } from "./model.ts";
import { contributions, predict } from "./predictor.ts";
import { loadPredictor, serialisePredictor } from "./predictorFile.ts";
import { servedOf } from "./served.ts";

const key = "a key for tests";
const words = "parcel box invoice courier twice charged lost thanks urgent today refund late".split(" ");
const of = (body: string): Reading =>
  featuresOf({ subject: body.slice(0, 12), body, sender: "a@b.example" }, key);

type Priority = ModelOptions["priorities"][number]["id"];

function taught(categories: readonly string[], priorities: readonly Priority[]) {
  const labels = <Id extends string>(ids: readonly Id[]) => ids.map((id) => ({ id, texts: [id] }));
  const model = createModel({ categories: labels(categories), priorities: labels(priorities), key, seed: 1 });
  for (let i = 0; i < 24; i++)
    learn(model, {
      id: `m${i}`,
      features: of(`${words[i % 12]} ${words[(i * 5) % 12]} ${words[(i * 7 + 3) % 12]} ${i}`),
      category: categories[i % categories.length]!,
      priority: priorities[i % priorities.length]!,
    });
  return loadPredictor(serialisePredictor(predictorOf(model)));
}

const ten = Array.from({ length: 10 }, (_, i) => `category ${i}`);
const readers = [
  taught(["billing", "delivery"], ["normal"]),
  taught(ten, ["low", "normal", "high", "urgent"]),
];

/** Mail of known and unknown words, of any length, in which whole blocks may be absent. */
const readings = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 400 }),
    fc.subarray([...blockNames]),
  )
  .map(([said, absent]): Reading => {
    const all = of(said.join(" "));
    const left = blockNames.filter((name) => !absent.includes(name));
    return Object.fromEntries(left.map((name: BlockName) => [name, all[name]])) as unknown as Reading;
  });

test("a model reads the same by one walk as head by head, evidence included", () => {
  fc.assert(
    fc.property(fc.constantFrom(...readers), readings, (reader, reading) => {
      const { categories, priorities, set } = predict(reader, reading);
      const spoke = contributions(reader, reading, categories[0]!.id, Number.POSITIVE_INFINITY)
        .filter(({ weight }) => weight > 0)
        .slice(0, 32);
      const served = servedOf(reader, reading, "v1", true);
      expect(served).toEqual({
        categories: categories.map(({ id, probability }) => ({ category: id, probability })),
        priorities: priorities.map(({ id, probability }) => ({ priority: id, probability })),
        likely: set.categories,
        modelVersion: "v1",
        evidence: expect.anything(),
      });
      expect(served.evidence.map(({ weight }) => weight)).toEqual(
        spoke.map(({ weight }) => expect.closeTo(weight, 6)),
      );
      expect(servedOf(reader, reading, "v1", false)).toEqual({ ...served, evidence: [] });
    }),
    { numRuns: 150 },
  );
});
