/** The question to the API: hashed words or, by policy, the text. */
import type { Me } from "../../triage/department.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { OpeningParts } from "./parts.ts";
import type { Read } from "./read.ts";

export async function requestFor(
  { newId, reader }: OpeningParts,
  read: Read,
  now: number,
): Promise<PredictionRequest> {
  const { department, me, text, message } = read;
  return {
    predictionId: newId(),
    departmentId: department.id,
    messageRef: read.messageRef,
    ...(department.policy.sending === "text"
      ? { text }
      : { features: await reader.features(text, me.featureKey), ...keyNamed(me) }),
    bodyRead: read.bodyRead,
    ...(message.receivedAt === undefined ? {} : { receivedAt: message.receivedAt }),
    openedAt: now,
  };
}

/** Says which key the features were hashed under, once the API names one. */
export const keyNamed = ({ featureKeyId }: Me): Pick<PredictionRequest, "featureKeyId"> =>
  featureKeyId === undefined ? {} : { featureKeyId };
