/** Opens one message: reads it, hashes it, asks the API, and says how its reader is to be asked. */
import type { OpenMessage } from "../../outlook/selection.ts";
import type { Me } from "../../triage/department.ts";
import { type FailureCode, passesByItself } from "../../triage/failure.ts";
import type { Opening } from "../triage/state.ts";
import { askingOffline, localWord, movedFrom, openingFrom, questionOf } from "./asking.ts";
import type { OpeningParts } from "./parts.ts";
import { type Read, readFor } from "./read.ts";
import { requestFor } from "./request.ts";

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
  // An administrator may have added the person since.
  if (!read) return (await askAgain(parts, read, readAs)) ?? { kind: "noDepartment" };
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

/** What has changed since this pane asked who it speaks to: a closed department, what may be sent, or the feature key. */
const isOutdated = (code: FailureCode) =>
  code === "department_unknown" || code === "request_invalid" || code === "features_outdated";

/** With a fresh profile, when that tells a department at last, another one (a closed one's heir) or another policy. */
async function askAgain(
  parts: OpeningParts,
  read: Read | undefined,
  readAs: (me: Me) => Promise<Read | undefined>,
): Promise<Opening | undefined> {
  const me = await parts.profile.refresh();
  if (!me.ok) return undefined;
  const anew = await readAs(me.value);
  if (!anew) return { kind: "noDepartment" };
  return read && isAskedAlike(read, anew) ? undefined : ask(parts, anew);
}

async function ask(parts: OpeningParts, read: Read): Promise<Opening> {
  const askedAt = parts.now();
  const request = await requestFor(parts, read, askedAt);
  const answer = await parts.api.predict(request);
  const latest = parts.outbox.latest(read.messageRef);
  const moved = answer.ok
    ? movedFrom(read, latest, askedAt)
    : movedFrom(read, latest, 0, answer.failure.moved);
  if (moved) return moved;
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

/** The API is away, not unwilling: the verdict can be given now and delivered later. */
const answersWithout = (code: FailureCode) =>
  passesByItself(code) && !code.startsWith("sign_in") && !code.startsWith("token_");
