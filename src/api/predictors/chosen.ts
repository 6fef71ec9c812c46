/** The predictor of every department: the built-in model, or the external one that was chosen, with its fallback. */
import { isDeepStrictEqual } from "node:util";
import type { Features } from "../../triage/message.ts";
import type { ExternalModel } from "../../triage/modelChoice.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Department } from "../store/departments.ts";
import type { DepartmentKey } from "../store/schema.ts";
import { type External, type ExternalParts, openExternal } from "./external/externalModel.ts";
import { ModelFault } from "./external/fault.ts";
import type { About, Predictor } from "./predictor.ts";

export interface ChosenParts extends ExternalParts {
  builtIn: Predictor;
  /** of a fault that is ours, not the model's */
  onFault: (fault: unknown) => void;
}

export interface Chosen extends Predictor {
  /** One line for the diagnostics; undefined where no external model was asked yet. */
  healthOf(department: DepartmentKey): string | undefined;
}

/** The same message is opened again within minutes, by colleagues too; it need not be asked and paid for again. */
const rememberedMs = 15 * 60_000;
const mostRemembered = 1_000;

export function makeChosen(parts: ChosenParts): Chosen {
  const { builtIn, now, onFault } = parts;
  const opened = new Map<DepartmentKey, { model: ExternalModel; external: External }>();
  const remembered = new Map<string, { prediction: Prediction; at: number }>();

  const externalOf = (department: Department, model: ExternalModel): External => {
    const known = opened.get(department.key);
    if (known && isDeepStrictEqual(known.model, model)) return known.external;
    const external = openExternal(model, parts);
    opened.set(department.key, { model, external });
    return external;
  };

  const fallback = async (
    department: Department,
    model: ExternalModel,
    features: Features,
  ): Promise<Prediction | null> => {
    if (model.fallback === "none") return null;
    const prediction = await builtIn.predict(department, features);
    return prediction && { ...prediction, by: "fallback" };
  };

  const ask = async (
    department: Department,
    model: ExternalModel,
    features: Features,
    about: About,
  ): Promise<Prediction | null> => {
    const { taxonomy, policy, key } = department;
    const name = about.messageKey && `${key} ${department.version} ${about.messageKey}`;
    const known = name ? remembered.get(name) : undefined;
    if (known && now() - known.at < rememberedMs) return known.prediction;
    const text = policy.sending === "text" ? about.text : undefined;
    const prediction = await externalOf(department, model).ask({ taxonomy, features, text });
    if (name) remember(name, prediction);
    return prediction;
  };

  const remember = (name: string, prediction: Prediction) => {
    remembered.delete(name);
    remembered.set(name, { prediction, at: now() });
    for (const [oldest] of remembered) {
      if (remembered.size <= mostRemembered) break;
      remembered.delete(oldest);
    }
  };

  return {
    async predict(department, features, about = {}) {
      const { model } = department;
      if (model.kind === "builtIn") return builtIn.predict(department, features);
      try {
        return await ask(department, model, features, about);
      } catch (fault) {
        if (!(fault instanceof ModelFault)) onFault(fault);
        return fallback(department, model, features);
      }
    },
    predictAs: async (department, features, modelVersion) =>
      (await builtIn.predictAs?.(department, features, modelVersion)) ?? null,
    healthOf(department) {
      const known = opened.get(department)?.external.health();
      if (!known) return undefined;
      const { answered, failed, lastFault, isResting } = known;
      const last = lastFault ? `, last ${lastFault.code} ${new Date(lastFault.at).toISOString()}` : "";
      return `${answered} answered, ${failed} not${last}${isResting ? ", left alone for a moment" : ""}`;
    },
  };
}
