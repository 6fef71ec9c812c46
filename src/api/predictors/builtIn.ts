/** The built-in model: one per department, learning in the background, the longest unused one dropped from memory. */
import { contributions, predict, type Predictor as Reader } from "../../classifier/predictor.ts";
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Department } from "../store/departments.ts";
import { keepSnapshot } from "../store/lessons.ts";
import type { DepartmentKey } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { Predictor } from "./predictor.ts";
import { learnUpTo, load, type Trained } from "./trained.ts";
import type { Training } from "./training.ts";

export interface BuiltInParts {
  store: Store;
  training: Training;
  featureKeyOf: (tenant: string) => string;
  now: () => number;
  /** About 60 MB each, most of it in the training thread. */
  modelsInMemory: number;
  /** how long a prediction waits for a model that is not in memory yet */
  patienceMs: number;
  onFault: (fault: unknown) => void;
}

export interface BuiltIn extends Predictor {
  /** Resolves when the department's live version predicts. */
  catchUp(department: Department): Promise<Reader>;
  /** Saves what was learned since the last snapshot. */
  close(): Promise<void>;
}

const lessonsPerSnapshot = 50;
const evidenceLimit = 32;

export const versionName = (version: number): string => `v${version}`;

export function makeBuiltIn(parts: BuiltInParts): BuiltIn {
  const { store, training, featureKeyOf, now, modelsInMemory, patienceMs, onFault } = parts;
  const models = new Map<DepartmentKey, Promise<Trained>>();
  const chains = new Map<DepartmentKey, Promise<unknown>>();
  let slots = 0;

  const drop = (key: DepartmentKey) => {
    const model = models.get(key);
    models.delete(key);
    model?.then(({ slot }) => training.run({ kind: "drop", slot })).catch(() => undefined);
  };

  /** Moves the model to the young end of the map. */
  const modelOf = (department: Department): Promise<Trained> => {
    const known = models.get(department.key);
    const key = featureKeyOf(department.tenant);
    const model = known ?? load(store, training, department, key, `${department.key} ${++slots}`);
    models.delete(department.key);
    models.set(department.key, model);
    if (!known) model.catch(() => models.delete(department.key));
    for (const [oldest] of models) {
      if (models.size <= modelsInMemory) break;
      drop(oldest);
    }
    return model;
  };

  const fitting = async (department: Department): Promise<Trained> => {
    const trained = await modelOf(department);
    if (trained.taxonomyVersion === department.taxonomy.version) return trained;
    drop(department.key);
    return modelOf(department);
  };

  const save = async (department: DepartmentKey, trained: Trained) => {
    const { version } = trained;
    trained.lessonsSinceSnapshot = 0;
    const { bytes } = await training.run({ kind: "save", slot: trained.slot });
    await keepSnapshot(store.db, { department, version, value: Buffer.from(bytes.buffer), at: now() });
  };

  const advance = async (department: Department): Promise<Reader> => {
    const trained = await fitting(department);
    try {
      if (trained.version < department.modelVersion)
        await learnUpTo(store, training, department, trained, department.modelVersion);
      if (trained.lessonsSinceSnapshot >= lessonsPerSnapshot) await save(department.key, trained);
    } catch (fault) {
      // Half-learned is worse than not in memory: the next request loads it again.
      drop(department.key);
      throw fault;
    }
    return trained.reader;
  };

  /** One after the other per department. */
  const catchUp = (department: Department): Promise<Reader> => {
    const next = (chains.get(department.key) ?? Promise.resolve()).then(() => advance(department));
    chains.set(
      department.key,
      next.catch(() => undefined),
    );
    return next;
  };

  return {
    async predict(department, features) {
      try {
        const trained = await soon(fitting(department), patienceMs);
        if (!trained) return null;
        if (trained.version < department.modelVersion) {
          const current = catchUp(department);
          current.catch(onFault);
          // A model fresh in memory has its lessons still before it; a running one answers meanwhile.
          if (trained.version === 0) await soon(current, patienceMs);
        }
        return predictionOf(trained, features, department.policy.evidence);
      } catch (fault) {
        onFault(fault);
        return null;
      }
    },
    catchUp,
    async close() {
      await Promise.all(chains.values());
      for (const [key, model] of models) {
        const trained = await model.catch(() => undefined);
        if (trained && trained.lessonsSinceSnapshot > 0) await save(key, trained);
      }
    },
  };
}

const soon = <T>(promise: Promise<T>, patienceMs: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), patienceMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const noMarks = { ids: [], counts: [] };

function predictionOf({ reader, version }: Trained, features: Features, withEvidence: boolean): Prediction {
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
