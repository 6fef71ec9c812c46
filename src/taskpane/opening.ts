/** Opens one message: reads it, hashes it, asks the API, and says how its reader is to be asked. */
import type { Body, Mailbox } from "../outlook/mailbox.ts";
import type { OpenMessage } from "../outlook/selection.ts";
import { severalFit } from "../triage/choices.ts";
import type { DepartmentView, Me } from "../triage/department.ts";
import { type FailureCode, passesByItself } from "../triage/failure.ts";
import type { MessageText, PredictionRequest } from "../triage/message.ts";
import type { Opened, Prediction } from "../triage/prediction.ts";
import type { ApiClient } from "./apiClient.ts";
import { departmentOf } from "./departmentOf.ts";
import type { OfflineModel } from "./offline/offlineModel.ts";
import type { Latest, Outbox } from "./outbox.ts";
import type { Profile } from "./profile.ts";
import type { Reader } from "./reading/reader.ts";
import type { Asking, Given, Opening, Question } from "./triage/state.ts";

export interface OpeningParts {
  mailbox: Pick<Mailbox, "ownAddress" | "ownerOf" | "readBody">;
  profile: Pick<Profile, "atHand" | "get" | "refresh">;
  api: Pick<ApiClient, "predict">;
  outbox: Pick<Outbox, "latest">;
  reader: Reader;
  /** Absent where the pane never predicts by itself. */
  offline?: OfflineModel;
  refOf: (mailbox: string, message: OpenMessage) => Promise<string>;
  digest: (text: string) => Promise<string>;
  now: () => number;
  newId: () => string;
}

/**
 * Undefined: Outlook moved on meanwhile, and the next opening is on its way.
 * What the last visit knew is asked with at once, and shown once the API has said that it still holds.
 */
export async function openMessage(parts: OpeningParts, message: OpenMessage): Promise<Opening | undefined> {
  const { mailbox, profile } = parts;
  const asked = profile.get();
  const [atHand, told, body] = await Promise.all([
    profile.atHand(),
    mailbox.ownerOf(message.fingerprint),
    mailbox.readBody(message.fingerprint),
  ]);
  if (body.kind === "movedOn") return undefined;
  const readAs = (me: Me) => readFor(parts, me, message, told, body);
  const early = atHand && (await readAs(atHand));
  // What leaves the mailbox is never decided by memory: where it was the text, the API is heard first.
  const ahead = early?.department.policy.sending === "features" ? ask(parts, early) : undefined;
  ahead?.catch(() => undefined);
  const me = await asked;
  if (!me.ok) return { kind: "failed", failure: me.failure };
  const read = me.value === atHand ? early : await readAs(me.value);
  if (!read) return { kind: "noDepartment" };
  const opening = await (ahead && early && isAskedAlike(early, read) ? ahead : ask(parts, read));
  // By the policy as it is now, not as the last visit knew it.
  parts.offline?.keep(read.department, wasAnswered(opening));
  return opening.kind === "failed" && isOutdated(opening.failure.code)
    ? ((await askAgain(parts, read, readAs)) ?? opening)
    : opening;
}

/** What was begun without the API carries its opening along. */
const wasAnswered = (opening: Opening) =>
  opening.kind === "asking" && opening.asking.question.opening === undefined;

/** The same question, of the same department, by the same rules. */
const isAskedAlike = (early: Read, read: Read): boolean =>
  early === read ||
  (early.messageRef === read.messageRef &&
    early.me.featureKey === read.me.featureKey &&
    early.department.id === read.department.id &&
    early.department.policy.version === read.department.policy.version &&
    early.department.taxonomy.version === read.department.taxonomy.version);

/** What is asked for whom: the department by the mailbox's names, and what its policy lets go along. */
async function readFor(
  parts: OpeningParts,
  me: Me,
  message: OpenMessage,
  told: string | undefined,
  body: Body,
): Promise<Read | undefined> {
  const owner = told ?? (await sharedWith(me, message, parts)) ?? parts.mailbox.ownAddress;
  const names = [owner, await parts.digest(owner)];
  const department = departmentOf(me, names);
  if (!department) return undefined;
  const bodyRead = body.kind === "text";
  const itemId = mayKeep(department, names) ? message.itemId : undefined;
  return {
    me,
    department,
    message,
    messageRef: await parts.refOf(owner, message),
    text: textOf(message, bodyRead ? body.text : ""),
    bodyRead,
    ...(itemId === undefined ? {} : { itemId }),
  };
}

/** Only of a shared mailbox of the department, and only where its policy lets leads open what was corrected. */
const mayKeep = ({ policy, mailboxes }: DepartmentView, names: readonly string[]): boolean =>
  policy.messageReferences && mailboxes.some((mailbox) => names.includes(mailbox));

/** What has changed since this pane asked who it speaks to: a closed department, what may be sent, or the feature key. */
const isOutdated = (code: FailureCode) =>
  code === "department_unknown" || code === "request_invalid" || code === "features_outdated";

/** With a fresh profile, when that tells another department (a closed one's heir) or another policy. */
async function askAgain(
  parts: OpeningParts,
  read: Read,
  readAs: (me: Me) => Promise<Read | undefined>,
): Promise<Opening | undefined> {
  const me = await parts.profile.refresh();
  if (!me.ok) return undefined;
  const anew = await readAs(me.value);
  if (!anew) return { kind: "noDepartment" };
  return isAskedAlike(read, anew) ? undefined : ask(parts, anew);
}

/** In a shared mailbox Outlook does not name: the one of one's departments that the message was sent to. */
export async function sharedWith(
  me: Me,
  { recipients = [] }: OpenMessage,
  { digest }: Pick<OpeningParts, "digest">,
) {
  const shared = new Set(me.departments.flatMap(({ mailboxes }) => mailboxes));
  for (const address of recipients)
    if (shared.has(address) || shared.has(await digest(address))) return address;
  return undefined;
}

interface Read {
  me: Me;
  department: DepartmentView;
  message: OpenMessage;
  messageRef: string;
  text: MessageText;
  bodyRead: boolean;
  /** sent with the verdict, so that a lead can open the message */
  itemId?: string;
}

async function ask(parts: OpeningParts, read: Read): Promise<Opening> {
  const askedAt = parts.now();
  const request = await requestFor(parts, read, askedAt);
  const answer = await parts.api.predict(request);
  const latest = parts.outbox.latest(read.messageRef);
  if (answer.ok) return openingFrom(parts, read, answer.value, localWord(latest, askedAt));
  if (!answersWithout(answer.failure.code)) return { kind: "failed", failure: answer.failure };
  const { text: _, ...opening } = request;
  const question = questionOf(parts, read, request.predictionId);
  const asking = (await askingOffline(parts, read, question, opening)) ?? {
    kind: "unpredicted" as const,
    question: { ...question, opening: { ...opening, unseen: true } },
    why: answer.failure.code === "offline" ? ("offline" as const) : ("unreachable" as const),
  };
  const word = localWord(latest, 0);
  return { kind: "asking", asking, ...(word && word !== "undone" ? { given: word.given } : {}) };
}

/**
 * What the model kept on this computer says. The pane cannot know which arm the API would draw, so the opening says that
 * it was predicted here: the API then counts it as volunteered, and never for agreement.
 */
async function askingOffline(
  { offline, reader }: OpeningParts,
  read: Read,
  question: Question,
  opening: PredictionRequest,
): Promise<Asking | undefined> {
  const { me, department, text } = read;
  const features = opening.features ?? (await reader.features(text, me.featureKey));
  const prediction = await offline?.say(department, features, me.featureKeyId);
  if (!prediction) return undefined;
  const named = { ...opening, features, ...keyNamed(me), offlineVersion: prediction.modelVersion };
  return predictedAs(reader, { ...question, opening: named }, prediction, read);
}

/** The API is away, not unwilling: the verdict can be given now and delivered later. */
const answersWithout = (code: FailureCode) =>
  passesByItself(code) && !code.startsWith("sign_in") && !code.startsWith("token_");

async function requestFor(
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

export const textOf = (message: OpenMessage, body: string): MessageText => ({
  subject: message.subject.slice(0, 1_000),
  body,
  ...(message.senderAddress ? { sender: message.senderAddress.slice(0, 320) } : {}),
});

function questionOf({ now }: OpeningParts, read: Read, predictionId: string): Question {
  const { message, messageRef, department, bodyRead, itemId } = read;
  return {
    ...(itemId === undefined ? {} : { itemId }),
    message,
    messageRef,
    departmentId: department.id,
    predictionId,
    bodyRead,
    shownAt: now(),
    draft: { presses: 0 },
  };
}

/** What was said here and the API may not have known when it answered. */
type LocalWord = { given: Given } | "undone" | undefined;

function localWord(latest: Latest | undefined, askedAt: number): LocalWord {
  if (!latest || (latest.deliveredAt !== undefined && latest.deliveredAt <= askedAt)) return undefined;
  const { delivery, predictionId } = latest.entry;
  if (delivery.kind === "undo") return "undone";
  if (delivery.kind === "move") return undefined;
  const { feedbackId, verdict } = delivery.request;
  return { given: { feedbackId, predictionId, verdict, isStored: latest.deliveredAt !== undefined } };
}

async function openingFrom(
  parts: OpeningParts,
  read: Read,
  opened: Opened,
  word: LocalWord,
): Promise<Opening> {
  const asking = await askingFrom(parts.reader, questionOf(parts, read, opened.predictionId), opened, read);
  if (word && word !== "undone") return { kind: "asking", asking, given: word.given };
  const isOwn = opened.known?.by.kind === "you";
  return {
    kind: "asking",
    asking,
    ...(opened.known && !(word === "undone" && isOwn) ? { known: opened.known } : {}),
  };
}

async function askingFrom(
  reader: Reader,
  question: Question,
  { shown }: Opened,
  read: Read,
): Promise<Asking> {
  if (shown.kind === "yourCallFirst") return { kind: "yourCallFirst", question };
  if (shown.kind === "modelUnavailable") return { kind: "unpredicted", question, why: "modelUnavailable" };
  return predictedAs(reader, question, shown.prediction, read);
}

async function predictedAs(
  reader: Reader,
  question: Question,
  prediction: Prediction,
  { text, me, department }: Read,
): Promise<Asking> {
  const isSplit = severalFit(prediction.categories.map(({ probability }) => probability));
  const evidence = department.policy.evidence
    ? await reader.evidence(text, prediction.evidence, me.featureKey)
    : [];
  return { kind: isSplit ? "severalFit" : "predicted", question, prediction, evidence };
}
