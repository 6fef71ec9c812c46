/** One department's model as the API sees it: what predicts now, and how to bring it up to a version. */
import type { Predictor as Reader } from "../../classifier/predictor.ts";
import { loadPredictor } from "../../classifier/predictorFile.ts";
import type { Department } from "../store/departments.ts";
import { lessonsOf, snapshotOf } from "../store/lessons.ts";
import type { Store } from "../store/store.ts";
import { modelOptionsOf } from "./modelOptions.ts";
import type { Training } from "./training.ts";

/** `reader` is what predicts; it is replaced, never changed, when a version is learned. */
export interface Trained {
  /** where the training thread keeps its model; never used again once dropped */
  readonly slot: string;
  readonly taxonomyVersion: number;
  reader: Reader;
  version: number;
  lessonsSinceSnapshot: number;
}

/** From the snapshot when it fits this taxonomy and key, else from the taxonomy alone. */
export async function load(
  store: Store,
  training: Training,
  department: Department,
  key: string,
  slot: string,
): Promise<Trained> {
  const snapshot = await snapshotOf(store.db, department.key);
  const { bytes, fromSnapshot } = await training.run({
    kind: "load",
    slot,
    options: modelOptionsOf(department.taxonomy, key),
    snapshot: snapshot?.value ?? null,
  });
  return {
    slot,
    taxonomyVersion: department.taxonomy.version,
    reader: loadPredictor(bytes),
    version: fromSnapshot ? snapshot!.version : 0,
    lessonsSinceSnapshot: 0,
  };
}

/** Learns version by version up to this one. */
export async function learnUpTo(
  store: Store,
  training: Training,
  department: Department,
  trained: Trained,
  version: number,
): Promise<void> {
  while (trained.version < version) {
    const next = trained.version + 1;
    const lessons = await lessonsOf(store.db, department.key, next);
    const { bytes } = await training.run({ kind: "learn", slot: trained.slot, lessons });
    trained.reader = loadPredictor(bytes);
    trained.version = next;
    trained.lessonsSinceSnapshot += lessons.length;
  }
}
