/** What the training thread does: models by slot, learning lesson by lesson, handed out as compact bytes. */
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
import { serialisePredictor } from "../../classifier/predictorFile.ts";
import { featuresFrom } from "./featureBytes.ts";

export interface Lesson {
  message_key: string;
  /** null: to be forgotten */
  category: string | null;
  priority: string | null;
  features: Uint8Array | null;
}

export type Task =
  | { kind: "load"; slot: string; options: ModelOptions; snapshot: Uint8Array | null }
  | { kind: "learn"; slot: string; lessons: Lesson[] }
  | { kind: "save"; slot: string }
  | { kind: "drop"; slot: string };

/** `bytes` are a predictor's, or for "save" the whole model's; `fromSnapshot` says whether a load could use it. */
export interface Done {
  bytes: Uint8Array<ArrayBuffer>;
  fromSnapshot: boolean;
}

const nothing = new Uint8Array();
/** A refit makes the frequencies of words anew; past this size it would hold up the others' lessons. */
const firstRefit = 20;
const largestRefit = 1_280;

export function makeWork(): (task: Task) => Done {
  const models = new Map<string, Model>();
  const handOut = (model: Model, fromSnapshot = false): Done => ({
    bytes: serialisePredictor(predictorOf(model)),
    fromSnapshot,
  });
  const modelAt = (slot: string): Model => {
    const model = models.get(slot);
    if (!model) throw new RangeError("the slot holds no model");
    return model;
  };
  return (task) => {
    switch (task.kind) {
      case "load": {
        const saved = task.snapshot && modelIn(task.snapshot, task.options);
        const loaded = saved ?? createModel(task.options);
        models.set(task.slot, loaded);
        return handOut(loaded, Boolean(saved));
      }
      case "learn": {
        const model = modelAt(task.slot);
        for (const lesson of task.lessons) apply(model, lesson);
        if (onlyForgets(task.lessons)) fitAnew(model);
        else refitIfDue(model);
        // Once per version and nowhere else: to be read changes a model's calibration, and every instance must do the same.
        return handOut(model);
      }
      case "save":
        return { bytes: serialise(modelAt(task.slot)), fromSnapshot: false };
      case "drop":
        models.delete(task.slot);
        return { bytes: nothing, fromSnapshot: false };
    }
  };
}

/** A damaged snapshot, or one of another taxonomy, is not worth a word: the lessons make the model again. */
function modelIn(bytes: Uint8Array, options: ModelOptions): Model | undefined {
  try {
    const model = loadModel(bytes, options.key);
    const labels = ({ categories, priorities }: ModelOptions) => JSON.stringify([categories, priorities]);
    return labels(model.options) === labels(options) ? model : undefined;
  } catch {
    return undefined;
  }
}

/** Each time the messages known have doubled; decided by the model alone, so every instance does the same. */
function refitIfDue(model: Model): void {
  const known = model.examples.size;
  if (known <= largestRefit && known >= Math.max(firstRefit, 2 * model.frequencies.messages)) refit(model);
}

const onlyForgets = (lessons: readonly Lesson[]) => lessons.every(({ category }) => category === null);

/** As if the forgotten had never been: the same for who learned them once and for who replays without them. */
function fitAnew(model: Model): void {
  model.turn = 0;
  refit(model);
}

function apply(model: Model, { message_key: id, category, priority, features }: Lesson): void {
  const isKnown = model.options.categories.some((one) => one.id === category);
  if (category === null || priority === null || !features || !isKnown) forget(model, id);
  else learn(model, { id, features: featuresFrom(features), category, priority });
}
