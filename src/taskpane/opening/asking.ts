/** How a reader is asked: by a prediction, by their own call first, or without one; and what they said here before. */
import { severalFit } from "../../triage/choices.ts";
import type { MovedTo } from "../../triage/failure.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { Opened, Prediction } from "../../triage/prediction.ts";
import { hasCategory } from "../../triage/taxonomy.ts";
import type { Latest } from "../outbox/outbox.ts";
import type { Reader } from "../reading/reader.ts";
import type { Asking, Given, Opening, Question } from "../triage/state.ts";
import type { OpeningParts } from "./parts.ts";
import type { Read } from "./read.ts";
import { keyNamed } from "./request.ts";

export function questionOf({ now }: OpeningParts, read: Read, predictionId: string): Question {
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
export type LocalWord = { given: Given } | "undone" | undefined;

const isNews = (latest: Latest | undefined, askedAt: number): latest is Latest =>
  latest !== undefined && (latest.deliveredAt === undefined || latest.deliveredAt > askedAt);

export function localWord(latest: Latest | undefined, askedAt: number): LocalWord {
  if (!isNews(latest, askedAt)) return undefined;
  const { delivery, predictionId } = latest.entry;
  if (delivery.kind === "undo") return "undone";
  if (delivery.kind === "move") return undefined;
  const { feedbackId, verdict, reason, note, presses, handlingMs, decidedAt, batch } = delivery.request;
  const said = { ...(reason ? { reason } : {}), ...(note ? { note } : {}) };
  const wording = batch ? {} : { wording: { ...said, presses, handlingMs, at: decidedAt } };
  const isStored = latest.deliveredAt !== undefined;
  return { given: { feedbackId, predictionId, verdict, isStored, ...wording } };
}

/** Sent to another department: as was said here since, else as the API knows it. */
export function movedFrom(
  { messageRef, department }: Read,
  latest: Latest | undefined,
  askedAt: number,
  told?: MovedTo,
): Opening | undefined {
  const delivery = isNews(latest, askedAt) ? latest.entry.delivery : undefined;
  const isHere = delivery?.kind === "move" && !delivery.isBack;
  const moved = isHere ? { to: delivery.request.toDepartmentId, moveId: delivery.request.moveId } : told;
  return moved && { kind: "moved", messageRef, departmentId: department.id, ...moved };
}

export async function openingFrom(
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
  const { categories } = prediction;
  // Where the likeliest was removed since, the next one is no answer to confirm.
  const isGone = categories[0] !== undefined && !hasCategory(department.taxonomy, categories[0].category);
  const isSplit = isGone || severalFit(categories.map(({ probability }) => probability));
  const evidence = department.policy.evidence
    ? await reader.evidence(text, prediction.evidence, me.featureKey)
    : [];
  return { kind: isSplit ? "severalFit" : "predicted", question, prediction, evidence };
}

/**
 * What the model kept on this computer says. The pane cannot know which arm the API would draw, so the opening says that
 * it was predicted here: the API then counts it as volunteered, and never for agreement.
 */
export async function askingOffline(
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
