/** The name under which the pane speaks of a message: a digest, from which neither mailbox nor message can be read. */
import type { MessageRef } from "../triage/message.ts";
import type { OpenMessage } from "./selection.ts";

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** SHA-256 of a text as base64url without padding: 43 characters. */
export async function digestOf(text: string, crypto: Pick<Crypto, "subtle">): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

/**
 * An internet message id is neither guaranteed nor unique; without one the item id stands in, and without both what
 * the reader sees. The prefixes keep the three from meeting.
 */
function nameOf(message: OpenMessage): string {
  if (message.internetMessageId) return message.internetMessageId;
  if (message.itemId) return `item:${message.itemId}`;
  return `seen:${JSON.stringify([message.senderAddress ?? "", message.receivedAt ?? 0, message.subject])}`;
}

export const messageRefOf = (
  mailbox: string,
  message: OpenMessage,
  crypto: Pick<Crypto, "subtle">,
): Promise<MessageRef> => digestOf(`${mailbox.toLowerCase()}\n${nameOf(message)}`, crypto);
