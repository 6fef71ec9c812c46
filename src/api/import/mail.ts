/** One mail as it travelled (RFC 5322) → subject, text, sender and the labels its headers carry. */
import PostalMime, { type Email } from "postal-mime";
import { type Item, timeOf } from "./record.ts";

/** Headers in which mail programs and exports keep a label. */
export const usualLabelHeaders = ["x-concord-category", "x-gmail-labels", "keywords"];

/** Labels that say where a mail lies, not what it is about. */
const places = /^(?:inbox|unread|opened|sent|starred|important|archived|category .*)$/i;

const priorityNames: Readonly<Record<string, string>> = {
  "1": "urgent",
  "2": "high",
  "3": "normal",
  "4": "low",
  "5": "low",
};

/** `category` is used where no header names one. Never throws for any bytes. */
export async function mailItem(
  place: string,
  bytes: Uint8Array,
  category: string,
  labelHeaders: readonly string[] = usualLabelHeaders,
): Promise<Item> {
  let email: Email;
  try {
    email = await PostalMime.parse(new Uint8Array(bytes), { rfc822Attachments: true });
  } catch {
    return { place, reason: "not readable as a mail" };
  }
  const header = (name: string) => email.headers?.find((entry) => entry.key === name)?.value?.trim() ?? "";
  if (!email.headers?.some(({ key }) => /^(?:from|to|subject|date|message-id|received)$/.test(key)))
    return { place, reason: "not a mail: no header of one" };
  const labels = labelHeaders.flatMap((name) => header(name.toLowerCase()).split(","));
  const label = labels.map((one) => one.trim()).find((one) => one !== "" && !places.test(one));
  return {
    place,
    subject: email.subject ?? "",
    body: email.text ?? email.html ?? "",
    sender: email.from?.address ?? "",
    category: label ?? category,
    priority: header("x-concord-priority") || (priorityNames[header("x-priority").slice(0, 1)] ?? ""),
    id: email.messageId ?? "",
    receivedAt: timeOf(email.date ?? ""),
  };
}
