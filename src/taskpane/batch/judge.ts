/** What the model says of one of several messages: free to be confirmed with others, or to be looked at by itself. */
import type { Read } from "../../outlook/several.ts";
import { callOf, isConfident } from "../../triage/batch.ts";
import type { Me } from "../../triage/department.ts";
import type { Failure, FailureCode } from "../../triage/failure.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import { sharedWith, textOf } from "../opening/read.ts";
import { keyNamed } from "../opening/request.ts";
import { departmentOf } from "../profile/departmentOf.ts";
import type { BatchParts } from "./batch.ts";
import type { Standing } from "./state.ts";

export type Judged = Exclude<Standing, { kind: "waiting" }> | { kind: "failed"; failure: Failure };

const alone = (why: FailureCode | "other") => ({ kind: "alone", why }) as const;

/** What concerns this message alone; everything else would meet the next one as well. */
const isItsOwn = (code: FailureCode) =>
  code === "ask_alone" ||
  code === "answered_already" ||
  code === "message_moved" ||
  code === "body_too_large";

export async function judge(parts: BatchParts, read: Read): Promise<Judged> {
  if (read.kind === "other") return alone("other");
  const known = await parts.profile.get();
  const judged = await judgeFor(parts, read, known);
  // The feature key was renewed since this pane asked who it speaks to.
  return judged.kind === "failed" && judged.failure.code === "features_outdated"
    ? judgeFor(parts, read, await parts.profile.refresh())
    : judged;
}

async function judgeFor(
  parts: BatchParts,
  read: Exclude<Read, { kind: "other" }>,
  me: ApiAnswer<Me>,
): Promise<Judged> {
  if (!me.ok) return { kind: "failed", failure: me.failure };
  const { message, text } = read;
  const own = parts.mailbox.ownAddress;
  const owner =
    read.owner === undefined ? ((await sharedWith(me.value, message, parts)) ?? own) : read.owner || own;
  const department = departmentOf(me.value, [owner, await parts.digest(owner)]);
  if (!department) return alone("department_unknown");
  const messageRef = await parts.refOf(owner, message);
  const words = textOf(message, text ?? "");
  const answer = await parts.api.predict({
    predictionId: parts.newId(),
    departmentId: department.id,
    messageRef,
    ...(department.policy.sending === "text"
      ? { text: words }
      : { features: await parts.reader.features(words, me.value.featureKey), ...keyNamed(me.value) }),
    bodyRead: text !== undefined,
    ...(message.receivedAt === undefined ? {} : { receivedAt: message.receivedAt }),
    openedAt: parts.now(),
    batch: true,
  });
  if (!answer.ok)
    return isItsOwn(answer.failure.code)
      ? alone(answer.failure.code)
      : { kind: "failed", failure: answer.failure };
  const { shown, predictionId, known } = answer.value;
  if (known) return alone("answered_already");
  const call = shown.kind === "prediction" && isConfident(shown.prediction) && callOf(shown.prediction);
  if (!call) return alone("ask_alone");
  return {
    kind: "ready",
    call,
    probability: shown.prediction.categories[0]!.probability,
    departmentId: department.id,
    predictionId,
    messageRef,
  };
}
