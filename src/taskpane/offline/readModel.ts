/** A kept model file → a prediction; its own chunk, since most panes never need it. */
import type { LoadedPredictor } from "../../classifier/predictor.ts";
import { loadPredictor } from "../../classifier/predictorFile.ts";
import { servedOf } from "../../classifier/served.ts";
import type { DepartmentView } from "../../triage/department.ts";
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { ApiFile } from "../apiClient.ts";

let loaded: { etag: string; reader: LoadedPredictor } | undefined;

/** `"v12-3"`: version 12 of the model, made for version 3 of the taxonomy; then the feature key's name, where it has one. */
const versionIn = (etag: string) => /^(?:W\/)?"(v\d{1,9})-(\d+)(?:-([\w-]{12}))?"$/.exec(etag);

/** Undefined where the file speaks of other categories than the department has, or is of another feature key; throws where it is damaged or newer. */
export function predictionFrom(
  { etag, bytes }: ApiFile,
  { id, taxonomy, policy }: DepartmentView,
  features: Features,
  featureKeyId?: string | undefined,
): Prediction | undefined {
  const [, modelVersion, taxonomyVersion, keyId] = versionIn(etag) ?? [];
  if (!modelVersion || Number(taxonomyVersion) !== taxonomy.version || keyId !== featureKeyId)
    return undefined;
  const name = `${id} ${etag}`;
  if (loaded?.etag !== name) loaded = { etag: name, reader: loadPredictor(bytes) };
  return servedOf(loaded.reader, features, modelVersion, policy.evidence) as Prediction;
}
