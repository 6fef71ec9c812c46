/** Claims about models as files. */
import fc from "fast-check";
import { crc32, ModelFileError } from "./container.ts";
import { featuresOf } from "./features.ts";
import { createModel, forget, learn, type Model, observe, predictorOf, refit } from "./model.ts";
import { loadModel, serialise } from "./modelFile.ts";
import { predict } from "./predictor.ts";
import { loadPredictor, serialisePredictor } from "./predictorFile.ts";

const key = "a key for tests";
const of = (body: string) => featuresOf({ subject: "", body }, key);
const bodies = [
  "the courier lost it",
  "charged twice",
  "locked out",
  "box left outside",
  "please pay me back",
];

function taught(): Model {
  const model = createModel({
    categories: ["delivery", "refund", "account"].map((id) => ({ id, texts: [id] })),
    priorities: [
      { id: "normal", texts: [] },
      { id: "urgent", texts: ["now"] },
    ],
    key,
    seed: 1,
  });
  bodies.forEach((body, i) => {
    const category = ["delivery", "refund", "account", "delivery", "refund"][i]!;
    learn(model, { id: `m${i}`, features: of(body), category, priority: i % 2 ? "urgent" : "normal" });
  });
  observe(model, "seen", of("a newsletter"));
  refit(model);
  return model;
}

test("a loaded model predicts, learns and forgets exactly as the saved one", () => {
  const saved = taught();
  const loaded = loadModel(serialise(saved), key);
  expect(predict(predictorOf(loaded), of("lost box"))).toEqual(predict(predictorOf(saved), of("lost box")));
  for (const model of [saved, loaded]) {
    learn(model, { id: "new", features: of("parcel stolen"), category: "delivery", priority: "urgent" });
    forget(model, "m1");
  }
  expect(predict(predictorOf(loaded), of("charged"))).toEqual(predict(predictorOf(saved), of("charged")));
  expect(Buffer.compare(serialise(loaded), serialise(saved))).toBe(0);
});

test("the compact form agrees with the model to two hundredths", () => {
  const predictor = predictorOf(taught());
  const compact = loadPredictor(serialisePredictor(predictor));
  for (const body of bodies) {
    const full = new Map(
      predict(predictor, of(body)).categories.map(({ id, probability }) => [id, probability]),
    );
    for (const { id, probability } of predict(compact, of(body)).categories)
      expect(Math.abs(probability - full.get(id)!)).toBeLessThan(0.02);
  }
});

test("no file holds a word of a message or the key", () => {
  const model = taught();
  for (const file of [serialise(model), serialisePredictor(predictorOf(model))]) {
    const text = Buffer.from(file).toString("latin1");
    for (const secret of ["courier", "newsletter", key]) expect(text).not.toContain(secret);
  }
});

const reasonOf = (load: () => unknown): string => {
  try {
    load();
  } catch (error) {
    if (error instanceof ModelFileError) return error.reason;
    throw error;
  }
  return "accepted";
};

test("every damaged byte and every cut is noticed", () => {
  const file = serialisePredictor(predictorOf(taught()));
  for (let at = 0; at < file.length; at += 997) {
    const damaged = file.slice();
    damaged[at]! ^= 4;
    expect(["damaged", "newer", "otherKind"]).toContain(reasonOf(() => loadPredictor(damaged)));
    expect(reasonOf(() => loadPredictor(file.slice(0, at)))).toBe("damaged");
  }
});

test("a file read by Node's own means loads, wherever its bytes lie in memory", () => {
  const model = taught();
  const around = (file: Uint8Array) =>
    Buffer.concat([Buffer.from("abc"), file, Buffer.from("xyz")]).subarray(3, -3);
  const compact = serialisePredictor(predictorOf(model));
  expect(predict(loadPredictor(around(compact)), of("lost box"))).toEqual(
    predict(loadPredictor(compact), of("lost box")),
  );
  const whole = serialise(model);
  expect(Buffer.compare(serialise(loadModel(around(whole), key)), whole)).toBe(0);
});

test("whatever bytes come instead of a model are refused as damaged, never half read", () => {
  const beginning = serialisePredictor(predictorOf(taught())).slice(0, 40);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(40), (noise, kept) => {
      const bytes = Buffer.concat([beginning.subarray(0, kept), noise]);
      expect(["damaged", "newer"]).toContain(reasonOf(() => loadPredictor(bytes)));
      expect(["damaged", "newer"]).toContain(reasonOf(() => loadModel(bytes, key)));
    }),
  );
});

test("a model of an earlier recipe is refused, since its dual variables no longer fit", () => {
  const file = serialise(taught());
  const text = Buffer.from(file);
  const at = text.indexOf('"recipe":5');
  expect(at).toBeGreaterThan(0);
  text[at + 9] = "1".charCodeAt(0);
  text.writeUInt32BE(crc32(text.subarray(16)), 12);
  expect(reasonOf(() => loadModel(text, key))).toBe("otherRecipe");
});

test("a newer file, another kind and another key are each refused by name", () => {
  const model = taught();
  const newer = serialise(model);
  newer[5] = 9;
  expect(reasonOf(() => loadModel(newer, key))).toBe("newer");
  expect(reasonOf(() => loadPredictor(serialise(model)))).toBe("otherKind");
  expect(reasonOf(() => loadModel(serialise(model), "wrong"))).toBe("otherKey");
});
