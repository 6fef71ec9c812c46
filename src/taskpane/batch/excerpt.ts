/** What the list shows of a message that was read: who sent it, and how it begins. */
import type { Read } from "../../outlook/several.ts";
import type { Member } from "./state.ts";

const excerptLength = 600;

export const seenOf = ({ message, text }: Extract<Read, { kind: "message" }>): Partial<Member> => ({
  sender: message.senderName,
  ...(text === undefined ? {} : { excerpt: beginningOf(text) }),
});

/** Enough to see what it is about; the whole of it is Outlook's to show. */
function beginningOf(text: string): string {
  const tidy = text
    .slice(0, 4 * excerptLength)
    .replace(/\s+/g, " ")
    .trim();
  return tidy.length > excerptLength ? `${tidy.slice(0, excerptLength)}…` : tidy;
}
