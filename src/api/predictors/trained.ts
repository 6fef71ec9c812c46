/** One department's model in memory: brought from a snapshot or the taxonomy up to a version, lesson by lesson. */
import {
  createModel,
  forget,
  learn,
  type Model,
  type ModelOptions,
  predictorOf,
  refit,
} from "../../classifier/model.ts";
import { loadModel, serialise } from "../../classifier/modelFile.ts";
import type { Predictor as Reader } from "../../classifier/predictor.ts";
import type { Department } from "../store/departments.ts";
import { type Lesson, lessonsOf, snapshotOf } from "../store/lessons.ts";
import type { Store } from "../store/store.ts";
import { featuresFrom } from "./featureBytes.ts";
import { modelOptionsOf } from "./modelOptions.ts";

/** `reader` is what predicts; it never changes while the next version is being learned. */
export interface Trained {
  readonly taxonomyVersion: number;
  model: Model;
  reader: Reader;
  version: number;
  lessonsSinceSnapshot: number;
}

const lessonsPerSlice = 4;
/** A refit makes the frequencies of words anew; larger ones belong into a process of their own. */
const firstRefit = 20;
const largestRefit = 320;

const breath = () => new Promise<void>((done) => setImmediate(done));

/** From the snapshot when it fits this taxonomy and key, else from the taxonomy alone. */
export async function load(store: Store, department: Department, key: string): Promise<Trained> {
  const options = modelOptionsOf(department.taxonomy, key);
  const snapshot = await snapshotOf(store.db, department.key);
  const saved = snapshot && modelIn(snapshot.value, options);
  const model = saved ?? createModel(options);
  return {
    taxonomyVersion: department.taxonomy.version,
    model,
    reader: predictorOf(model),
    version: saved ? snapshot.version : 0,
    lessonsSinceSnapshot: 0,
  };
}

/** A damaged snapshot, or one of another taxonomy, is not worth a word: the lessons make the model again. */
function modelIn(bytes: Uint8Array, options: ModelOptions): Model | undefined {
  try {
    const model = loadModel(bytes, options.key);
    const { categories, priorities } = model.options;
    const isSame =
      JSON.stringify([categories, priorities]) === JSON.stringify([options.categories, options.priorities]);
    return isSame ? model : undefined;
  } catch {
    return undefined;
  }
}

/** Learns version by version up to this one, in small slices, so that requests are answered in between. */
export async function learnUpTo(
  store: Store,
  department: Department,
  trained: Trained,
  version: number,
): Promise<void> {
  while (trained.version < version) {
    const next = trained.version + 1;
    const lessons = await lessonsOf(store.db, department.key, next);
    for (const [i, lesson] of lessons.entries()) {
      apply(trained.model, lesson);
      if (i % lessonsPerSlice === lessonsPerSlice - 1) await breath();
    }
    refitIfDue(trained.model);
    // Once per version and nowhere else: to be read changes a model's calibration, and every instance must do the same.
    trained.reader = predictorOf(trained.model);
    trained.version = next;
    trained.lessonsSinceSnapshot += lessons.length;
  }
}

/** Each time the messages known have doubled; decided by the model alone, so every instance does the same. */
function refitIfDue(model: Model): void {
  const known = model.examples.size;
  if (known <= largestRefit && known >= Math.max(firstRefit, 2 * model.frequencies.messages)) refit(model);
}

function apply(model: Model, { message_key: id, category, priority, features }: Lesson): void {
  const isKnown = model.options.categories.some((one) => one.id === category);
  if (category === null || priority === null || !features || !isKnown) return void forget(model, id);
  learn(model, { id, features: featuresFrom(features), category, priority });
}

export const snapshotBytes = (trained: Trained): Uint8Array => serialise(trained.model);
