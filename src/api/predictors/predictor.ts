/** What the API needs of any model: a prediction, or null when it has nothing to say now. */
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Department } from "../store/departments.ts";

export interface Predictor {
  /** Never throws for a message; null is shown as "model unavailable". */
  predict(department: Department, features: Features): Promise<Prediction | null>;
}
