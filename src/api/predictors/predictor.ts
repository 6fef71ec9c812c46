/** What the API needs of any model: a prediction, or null when it has nothing to say now. */
import type { Features, MessageText } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Department } from "../store/departments.ts";

export interface About {
  /** only where the policy sends it */
  text?: MessageText | undefined;
  messageKey?: string | undefined;
}

export interface Predictor {
  /** Never throws for a message; null is shown as "model unavailable". */
  predict(department: Department, features: Features, about?: About): Promise<Prediction | null>;
  /** What a version said that a pane predicted with offline; null when it is no longer known. */
  predictAs?(department: Department, features: Features, modelVersion: string): Promise<Prediction | null>;
}
