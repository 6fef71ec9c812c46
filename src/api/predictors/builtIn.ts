/** The built-in model: one per department, its live version's file in memory, the longest unused one dropped. */
import { contributions, predict, type Predictor as Reader } from "../../classifier/predictor.ts";
import { loadPredictor } from "../../classifier/predictorFile.ts";
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
}

/** What predicts: a version's file, or version 0 from the taxonomy alone, where there is none that fits. */
interface Loaded {
  reader: Reader;
  version: number;
  wanted: { version: number; taxonomy: number };
}

const evidenceLimit = 32;

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

const noMarks = { ids: [], counts: [] };

function predictionOf({ reader, version }: Loaded, features: Features, withEvidence: boolean): Prediction {
  const reading = { ...features, marks: features.marks ?? noMarks };
  const said = predict(reader, reading);
  const best = said.categories[0]!.id;
  const evidence = withEvidence ? contributions(reader, reading, best, evidenceLimit) : [];
  return {
    categories: said.categories.map(({ id, probability }) => ({ category: id, probability })),
    priorities: said.priorities.map(({ id, probability }) => ({
      priority: id as Prediction["priorities"][number]["priority"],
      probability,
    })),
    likely: [...said.set.categories],
    modelVersion: versionName(version),
    evidence: evidence.filter(({ weight }) => weight > 0),
  };
}
