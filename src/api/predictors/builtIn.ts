/** The built-in model: one per department, its live version's file in memory, the longest unused one dropped. */
import type { LoadedPredictor as Reader } from "../../classifier/predictor.ts";
import { loadPredictor } from "../../classifier/predictorFile.ts";
import { servedOf } from "../../classifier/served.ts";
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Taxonomy } from "../../triage/taxonomy.ts";
import type { Department } from "../store/departments.ts";
import type { DepartmentKey } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { dropModelFiles, modelFile } from "./modelFiles.ts";
import { modelOptionsOf } from "./modelOptions.ts";
import type { Predictor } from "./predictor.ts";
import type { Training } from "./training.ts";

export interface BuiltInParts {
  store: Store;
  training: Training;
  featureKeyOf: (tenant: string) => string;
  /** About 6 MB each. */
  modelsInMemory: number;
  /** how long a prediction waits for a model that is not in memory yet */
  patienceMs: number;
  onFault: (fault: unknown) => void;
}

export interface BuiltIn extends Predictor {
  /** Resolves when the department's live version predicts. */
  catchUp(department: Department): Promise<Reader>;
  /** The live version's file, for a pane that shall predict offline; null while it is being made. */
  file(department: Department): Promise<{ bytes: Uint8Array; modelVersion: string } | null>;
}

/** What predicts: a version's file, or version 0 from the taxonomy alone, where there is none that fits. */
interface Loaded {
  reader: Reader;
  version: number;
  wanted: { version: number; taxonomy: number };
}

export const versionName = (version: number): string => `v${version}`;

export function makeBuiltIn(parts: BuiltInParts): BuiltIn {
  const { modelsInMemory, patienceMs, onFault } = parts;
  const models = new Map<DepartmentKey, Loaded>();
  const loads = new Map<string, Promise<Loaded>>();

  /** Moves the model to the young end of the map. */
  const keep = (key: DepartmentKey, model: Loaded) => {
    models.delete(key);
    models.set(key, model);
    for (const [oldest] of models) {
      if (models.size <= modelsInMemory) break;
      models.delete(oldest);
    }
  };

  /** Asked for by many at once, loaded once. */
  const load = (department: Department): Promise<Loaded> => {
    const name = `${department.modelVersion} ${department.taxonomy.version} ${department.key}`;
    const known = loads.get(name);
    if (known) return known;
    const fresh = loadLive(parts, department).then((model) => {
      keep(department.key, model);
      return model;
    });
    loads.set(name, fresh);
    const forget = () => loads.delete(name);
    fresh.then(forget, forget);
    return fresh;
  };

  const isCurrent = ({ wanted }: Loaded, { modelVersion, taxonomy }: Department) =>
    wanted.version === modelVersion && wanted.taxonomy === taxonomy.version;

  return {
    async predict(department, features) {
      try {
        const known = models.get(department.key);
        if (known && isCurrent(known, department)) {
          keep(department.key, known);
          return predictionOf(known, features, department.policy.evidence);
        }
        const fresh = load(department);
        fresh.catch(onFault);
        // What is in memory answers meanwhile, unless it speaks of other categories.
        const stands = known && fits(known.reader, department.taxonomy) ? known : undefined;
        const model = stands ?? (await soon(fresh, patienceMs));
        return model ? predictionOf(model, features, department.policy.evidence) : null;
      } catch {
        return null;
      }
    },
    async catchUp(department) {
      const known = models.get(department.key);
      return (known && isCurrent(known, department) ? known : await load(department)).reader;
    },
    async predictAs(department, features, modelVersion) {
      const model = await versionOf(parts, department, modelVersion).catch(() => undefined);
      return model ? predictionOf(model, features, department.policy.evidence) : null;
    },
    file: (department) => liveFile(parts, department),
  };
}

async function loadLive(
  { store, training, featureKeyOf }: BuiltInParts,
  department: Department,
): Promise<Loaded> {
  const { key, modelVersion, taxonomy, tenant } = department;
  const wanted = { version: modelVersion, taxonomy: taxonomy.version };
  const bytes = modelVersion > 0 ? await modelFile(store.db, key, modelVersion) : undefined;
  const reader = bytes && readerIn(bytes, taxonomy);
  // Without its file the version is made anew by the learning job.
  if (bytes && !reader && !isReadable(bytes)) await dropModelFiles(store.db, key, [modelVersion]);
  if (reader) return { reader, version: modelVersion, wanted };
  const begun = await training.run({
    kind: "begin",
    options: modelOptionsOf(taxonomy, featureKeyOf(tenant)),
  });
  return { reader: loadPredictor(begun.bytes), version: 0, wanted };
}

/** A version a pane predicted with while it was offline, if its file is still here and knows today's categories. */
async function versionOf(
  parts: BuiltInParts,
  department: Department,
  modelVersion: string,
): Promise<Loaded | undefined> {
  const { key, taxonomy } = department;
  const version = Number(/^v(\d{1,9})$/.exec(modelVersion)?.[1] ?? Number.NaN);
  if (Number.isNaN(version)) return undefined;
  const wanted = { version, taxonomy: taxonomy.version };
  if (version === 0) return loadLive(parts, { ...department, modelVersion: 0 });
  const bytes = await modelFile(parts.store.db, key, version);
  const reader = bytes && readerIn(bytes, taxonomy);
  return reader && { reader, version, wanted };
}

async function liveFile({ store, training, featureKeyOf }: BuiltInParts, department: Department) {
  const { key, modelVersion, taxonomy, tenant } = department;
  const bytes = modelVersion > 0 ? await modelFile(store.db, key, modelVersion) : undefined;
  if (bytes) return readerIn(bytes, taxonomy) ? { bytes, modelVersion: versionName(modelVersion) } : null;
  const options = modelOptionsOf(taxonomy, featureKeyOf(tenant));
  return { bytes: (await training.run({ kind: "begin", options })).bytes, modelVersion: versionName(0) };
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    loadPredictor(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A damaged file, or one of other categories, says nothing: the learning job makes the next one. */
export function readerIn(bytes: Uint8Array, taxonomy: Taxonomy): Reader | undefined {
  try {
    const reader = loadPredictor(bytes);
    return fits(reader, taxonomy) ? reader : undefined;
  } catch {
    return undefined;
  }
}

const fits = ({ categories }: Reader, taxonomy: Taxonomy): boolean =>
  JSON.stringify(categories.labels) === JSON.stringify(taxonomy.categories.map(({ id }) => id));

const soon = <T>(promise: Promise<T>, patienceMs: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), patienceMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const predictionOf = ({ reader, version }: Loaded, features: Features, withEvidence: boolean): Prediction =>
  servedOf(reader, features, versionName(version), withEvidence) as Prediction;
