/** The built-in model: one per department, learning in the background, the longest unused one dropped from memory. */
import { contributions, predict, type Predictor as Reader } from "../../classifier/predictor.ts";
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Department } from "../store/departments.ts";
import { keepSnapshot } from "../store/lessons.ts";
import type { DepartmentKey } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { Predictor } from "./predictor.ts";
import { learnUpTo, load, snapshotBytes, type Trained } from "./trained.ts";

export interface BuiltInParts {
  store: Store;
  featureKeyOf: (tenant: string) => string;
  now: () => number;
  /** About 50 MB each. */
  modelsInMemory: number;
  onFault: (fault: unknown) => void;
}

export interface BuiltIn extends Predictor {
  /** Resolves when the department's live version predicts. */
  catchUp(department: Department): Promise<Reader>;
  /** Saves what was learned since the last snapshot. */
  close(): Promise<void>;
}

const patienceMs = 1_500;
const lessonsPerSnapshot = 50;
const evidenceLimit = 32;

export const versionName = (version: number): string => `v${version}`;

export function makeBuiltIn({ store, featureKeyOf, now, modelsInMemory, onFault }: BuiltInParts): BuiltIn {
  const models = new Map<DepartmentKey, Promise<Trained>>();
  const chains = new Map<DepartmentKey, Promise<unknown>>();

  /** Moves the model to the young end of the map. */
  const modelOf = (department: Department): Promise<Trained> => {
    const known = models.get(department.key);
    const model = known ?? load(store, department, featureKeyOf(department.tenant));
    models.delete(department.key);
    models.set(department.key, model);
    if (!known) model.catch(() => models.delete(department.key));
    for (const [oldest] of models) {
      if (models.size <= modelsInMemory) break;
      models.delete(oldest);
    }
    return model;
  };

  const fitting = async (department: Department): Promise<Trained> => {
    const trained = await modelOf(department);
    if (trained.taxonomyVersion === department.taxonomy.version) return trained;
    models.delete(department.key);
    return modelOf(department);
  };

  const save = async (key: DepartmentKey, trained: Trained) => {
    const { version } = trained;
    trained.lessonsSinceSnapshot = 0;
    await keepSnapshot(store.db, {
      department: key,
      version,
      value: Buffer.from(snapshotBytes(trained)),
      at: now(),
    });
  };

  const advance = async (department: Department): Promise<Reader> => {
    const trained = await fitting(department);
    if (trained.version < department.modelVersion)
      await learnUpTo(store, department, trained, department.modelVersion);
    if (trained.lessonsSinceSnapshot >= lessonsPerSnapshot) await save(department.key, trained);
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
        const trained = await soon(fitting(department));
        if (!trained) return null;
        if (trained.version < department.modelVersion) {
          const current = catchUp(department);
          current.catch(onFault);
          // A model fresh in memory has its lessons still before it; a running one answers meanwhile.
          if (trained.version === 0) await soon(current);
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

const soon = <T>(promise: Promise<T>): Promise<T | undefined> => {
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
