/** Runs the pane's calls on the message it was last told of, and lets them fail as the panel asks. */
import type { MessageLine } from "../../mailboxMessage.ts";
import { answerTo, type Reply } from "./calls.ts";
import type { ConversationParts } from "./conversationParts.ts";
import { codes, HostError } from "./hostError.ts";
import type { Notifications } from "./notifications.ts";
import type { Several } from "./several.ts";
import { type Call, callIn } from "./wire.ts";

type Parts = Pick<ConversationParts, "mailbox" | "faults" | "spend" | "on">;

const readsBody = (dispatchId: number) => dispatchId === 37;
const writesCategories = (dispatchId: number) => dispatchId === 158 || dispatchId === 159;
const asksOwner = 108;
const changesNotices = (dispatchId: number) => dispatchId >= 33 && dispatchId <= 36;

function failIfAsked(dispatchId: number, { faults, spend }: Parts): void {
  const { body, bodyTimes, calls, categories, sharedProperties } = faults();
  if (calls === "failing") throw new HostError(codes.internal);
  if (readsBody(dispatchId) && body !== "ok") {
    if (bodyTimes === "once") spend("body");
    throw new HostError(Number(body));
  }
  if (dispatchId === asksOwner && sharedProperties === "failing") throw new HostError(codes.genericResponse);
  if (writesCategories(dispatchId) && categories === "failing") throw new HostError(codes.genericResponse);
}

/** A call begun on one message and answered when the pane was told of another ends in error 9030, as in Outlook. */
export function makeExecute(
  parts: Parts,
  told: () => MessageLine | null,
  notifications: Notifications,
  several: Several,
) {
  const { mailbox, on } = parts;
  const show = (id: string) => on.show?.(id);

  async function replyTo({ dispatchId, params, isLoadedItem }: Call): Promise<Reply> {
    const selection = several.answer(dispatchId, params);
    if (selection) return selection;
    const about = isLoadedItem ? several.loaded : told;
    const item = about();
    failIfAsked(dispatchId, parts);
    const reply = await answerTo(dispatchId, params, { item, mailbox, notifications, show });
    if (item !== about()) throw new HostError(codes.itemChanged);
    if (item && writesCategories(dispatchId)) on.categories?.(item.id);
    if (changesNotices(dispatchId)) on.notifications?.(notifications);
    return reply;
  }

  return async (data: unknown): Promise<Reply> => {
    const call = callIn(data);
    const { dispatchId } = call;
    const reply = await replyTo(call).catch((reason) => ({
      error: true,
      errorCode: reason instanceof HostError ? reason.code : codes.internal,
    }));
    on.call?.(dispatchId, reply);
    return reply;
  };
}
