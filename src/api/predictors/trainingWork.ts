/** What the training thread does: a model from the taxonomy alone, or a whole version from its verdicts, as bytes. */
import {
  createModel,
  learnAll,
  type Model,
  type ModelOptions,
  observe,
  predictorOf,
} from "../../classifier/model.ts";
import { type Predictor, predict } from "../../classifier/predictor.ts";
import { loadPredictor, serialisePredictor } from "../../classifier/predictorFile.ts";
import { unseenOf } from "../../classifier/unseen.ts";
import { featuresFrom } from "./featureBytes.ts";

/** A message with its hashed features. */
export interface Read {
  id: string;
  features: Uint8Array;
}

export interface Lesson extends Read {
  category: string;
  /** null where only the category is known */
  priority: string | null;
}

export type Task =
  | { kind: "begin"; options: ModelOptions }
  | {
      kind: "train";
      options: ModelOptions;
      lessons: Lesson[];
      /** mail without a verdict */
      observed: Read[];
      /** messages the candidate is judged on, learned or not */
      judged: Read[];
      /** the live version's file; null when it cannot be compared */
      live: Uint8Array | null;
    };

/** What a model says of a message it has not learned. */
export interface Said {
  id: string;
  category: string;
  priority: string;
  confidence: number;
}

export interface Done {
  /** a predictor's file */
  bytes: Uint8Array<ArrayBuffer>;
  /** the candidate's calls on the judged messages, each without its own label */
  candidate: Said[];
  /** the live version's calls as it stands, whatever it learned; empty without one */
  live: Said[];
  changes: { messages: number; changed: number; flows: { from: string; to: string; count: number }[] };
}

const noChanges: Done["changes"] = { messages: 0, changed: 0, flows: [] };
const newest = 300;
const mostFlows = 5;

export function work(task: Task): Done {
  if (task.kind === "begin") {
    const bytes = serialisePredictor(predictorOf(createModel(task.options)));
    return { bytes, candidate: [], live: [], changes: noChanges };
  }
  const model = createModel(task.options);
  fill(model, task);
  const candidate = predictorOf(model);
  const live = task.live && loadPredictor(task.live);
  return {
    bytes: serialisePredictor(candidate),
    candidate: unseenCalls(model, candidate, task.judged),
    live: live ? task.judged.map((one) => callOf(live, one)) : [],
    changes: live
      ? changesBetween(live, candidate, [...task.observed, ...task.lessons].slice(0, newest))
      : noChanges,
  };
}

function fill(model: Model, { lessons, observed, judged }: Extract<Task, { kind: "train" }>): void {
  for (const { id, features } of observed) observe(model, id, featuresFrom(features));
  const examples = lessons.map(({ id, features, category, priority }) => ({
    id,
    features: featuresFrom(features),
    category,
    ...(priority === null ? {} : { priority }),
  }));
  learnAll(model, examples, new Set(judged.map(({ id }) => id)));
}

/** Learned messages by cross-validation; those past its limit cannot judge. */
function unseenCalls(model: Model, candidate: Predictor, judged: readonly Read[]): Said[] {
  const unseen = new Map(unseenOf(model).map((one) => [one.id, one]));
  return judged.flatMap((one) => {
    if (!model.examples.has(one.id)) return [callOf(candidate, one)];
    const known = unseen.get(one.id);
    return known
      ? [{ id: one.id, category: known.category, priority: known.priority, confidence: known.probability }]
      : [];
  });
}

function callOf(predictor: Predictor, { id, features }: Read): Said {
  const { categories, priorities } = predict(predictor, featuresFrom(features));
  const [best] = categories;
  return { id, category: best!.id, confidence: best!.probability, priority: priorities[0]!.id };
}

function changesBetween(live: Predictor, candidate: Predictor, messages: readonly Read[]): Done["changes"] {
  const flows = new Map<string, { from: string; to: string; count: number }>();
  let changed = 0;
  for (const message of messages) {
    const [from, to] = [callOf(live, message).category, callOf(candidate, message).category];
    if (from === to) continue;
    changed++;
    const key = `${from}\n${to}`;
    flows.set(key, { from, to, count: (flows.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...flows.values()].sort(
    (a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1),
  );
  return { messages: messages.length, changed, flows: sorted.slice(0, mostFlows) };
}
