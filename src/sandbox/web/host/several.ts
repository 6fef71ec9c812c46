/** Several messages selected together: which they are, and one of them at a time loaded by its id. */
import type { MessageLine } from "../../mailboxMessage.ts";
import type { Reply } from "./calls.ts";
import type { ConversationParts } from "./conversationParts.ts";
import { codes, HostError } from "./hostError.ts";
import { itemData } from "./itemData.ts";

const getSelectedItems = 196;
const loadItemById = 211;
const unload = 212;

export interface Several {
  select(messages: readonly MessageLine[]): void;
  /** The item loaded by its id. */
  loaded(): MessageLine | null;
  unload(): void;
  /** The reply to a call about the selection; undefined for any other call. */
  answer(dispatchId: number, params: unknown): Reply | undefined;
}

const data = (value: unknown): Reply => ({ error: false, data: value });

/** What Outlook tells of a selected message without loading it. */
const detailsOf = (message: MessageLine) => ({
  itemId: message.id,
  itemType: message.kind === "meeting" ? "appointment" : "message",
  itemMode: message.kind === "draft" ? "compose" : "read",
  subject: message.subject,
  conversationId: message.conversationId,
  internetMessageId: message.internetMessageId,
  hasAttachment: message.attachments.length > 0,
});

export function makeSeveral({ faults, profile }: Pick<ConversationParts, "faults" | "profile">): Several {
  let selected: readonly MessageLine[] = [];
  let loaded: MessageLine | null = null;

  function list(): Reply {
    if (faults().several === "failing") throw new HostError(codes.genericResponse);
    return data(selected.map(detailsOf));
  }

  /** One at a time: the next one only after the last was unloaded. */
  function load({ itemId }: { itemId?: string }): Reply {
    if (faults().several === "unreadable" || loaded) throw new HostError(codes.genericResponse);
    const found = selected.find(({ id }) => id === itemId);
    if (!found) throw new HostError(codes.itemNotFound);
    loaded = found;
    return data(JSON.stringify(itemData(found, profile, true)));
  }

  return {
    select(messages) {
      selected = messages;
    },
    loaded: () => loaded,
    unload() {
      loaded = null;
    },
    answer(dispatchId, params) {
      if (dispatchId === getSelectedItems) return list();
      if (dispatchId === loadItemById) return load((params ?? {}) as { itemId?: string });
      if (dispatchId !== unload) return undefined;
      loaded = null;
      return data(null);
    },
  };
}
