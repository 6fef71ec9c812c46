/** Runs the pane's calls on the message it was last told of, and lets them fail as the panel asks. */
import type { MessageLine } from "../../mailboxMessage.ts";
import { answerTo, type Reply } from "./calls.ts";
import type { ConversationParts } from "./conversationParts.ts";
import { codes, HostError } from "./hostError.ts";
import type { Notifications } from "./notifications.ts";
import { callIn } from "./wire.ts";

type Parts = Pick<ConversationParts, "mailbox" | "faults" | "spend" | "on">;

const readsBody = (dispatchId: number) => dispatchId === 37;
const writesCategories = (dispatchId: number) => dispatchId === 158 || dispatchId === 159;
const asksOwner = 108;
const changesNotices = (dispatchId: number) => dispatchId >= 33 && dispatchId <= 36;

function failIfAsked(dispatchId: number, { faults, spend }: Parts): void {
  const { body, bodyTimes, categories, sharedProperties } = faults();
  if (readsBody(dispatchId) && body !== "ok") {
    if (bodyTimes === "once") spend("body");
    throw new HostError(Number(body));
  }
  if (dispatchId === asksOwner && sharedProperties === "failing") throw new HostError(codes.genericResponse);
  if (writesCategories(dispatchId) && categories === "failing") throw new HostError(codes.genericResponse);
}

/** A call begun on one message and answered when the pane was told of another ends in error 9030, as in Outlook. */
export function makeExecute(parts: Parts, told: () => MessageLine | null, notifications: Notifications) {
  const { mailbox, on } = parts;

  async function replyTo(dispatchId: number, params: unknown): Promise<Reply> {
    const item = told();
    failIfAsked(dispatchId, parts);
    const reply = await answerTo(dispatchId, params, { item, mailbox, notifications });
    if (item !== told()) throw new HostError(codes.itemChanged);
    if (item && writesCategories(dispatchId)) on.categories?.(item.id);
    if (changesNotices(dispatchId)) on.notifications?.(notifications);
    return reply;
  }

  return async (data: unknown): Promise<Reply> => {
    const { dispatchId, params } = callIn(data);
    const reply = await replyTo(dispatchId, params).catch((reason) => ({
      error: true,
      errorCode: reason instanceof HostError ? reason.code : codes.internal,
    }));
    on.call?.(dispatchId, reply);
    return reply;
  };
}
