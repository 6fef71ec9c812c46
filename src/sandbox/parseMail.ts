/** One mail's bytes → what the mailbox shows of it, whatever state the MIME is in. */
import { convert } from "html-to-text";
import PostalMime, { type Email, type Address as PostalAddress } from "postal-mime";
import type { Address, FullMessage } from "./mailboxMessage.ts";
import { itemClassOf, kindOf } from "./messageKind.ts";

export interface ParsedMail extends Omit<FullMessage, "id"> {
  /** False for a file that has neither a header of a mail nor any text. */
  isMail: boolean;
}

const nobody: Address = { name: "", address: "" };
const maxHtmlForText = 4 * 1024 * 1024;

export async function parseMail(bytes: Buffer, defaultMailbox: string): Promise<ParsedMail> {
  const source = withoutEnvelope(bytes);
  const email = await parsed(source);
  const header = (name: string) => email.headers.find((entry) => entry.key === name)?.value?.trim();
  const html = email.html || undefined;
  const text = email.text ?? (html === undefined ? "" : textOf(html));
  const isInvitation = email.attachments.some(({ method }) => method === "REQUEST");
  const kind = kindOf(header, isInvitation);
  return {
    isMail: email.headers.some((entry) => /^(from|to|subject|date|message-id|received)$/.test(entry.key)),
    internetMessageId: email.messageId ?? "",
    conversationId: threadOf(email),
    mailbox: (header("x-concord-mailbox") ?? defaultMailbox).toLowerCase(),
    kind,
    itemClass: itemClassOf(kind),
    subject: email.subject ?? "",
    from: addressesIn(email.from ? [email.from] : [])[0] ?? nobody,
    to: addressesIn(email.to),
    cc: addressesIn(email.cc),
    receivedAt: timeOf(email.date),
    preview: text.slice(0, 2000).replace(/\s+/g, " ").trim().slice(0, 160),
    attachments: email.attachments.map((attachment, index) => ({
      id: String(index),
      name: attachment.filename ?? "attachment",
      size: sizeOf(attachment.content),
      contentType: attachment.mimeType,
      isInline: attachment.disposition === "inline",
    })),
    isRead: false,
    categories: [],
    ...(html === undefined ? {} : { html }),
    text,
    headers: headersOf(source),
  };
}

/** An mbox message starts with its "From " line, which is no header. */
function withoutEnvelope(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 5).toString("latin1") !== "From ") return bytes;
  const end = bytes.indexOf("\n");
  return end < 0 ? bytes : bytes.subarray(end + 1);
}

/** What the parser cannot take (endless nesting, endless headers) is still a mail: its text as it stands. */
async function parsed(bytes: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { rfc822Attachments: true });
  } catch {
    const text = bytes.subarray(0, 64 * 1024).toString("utf8");
    const headers = [...headersOf(bytes).matchAll(/^([\w-]+):[ \t]*(.*)$/gm)].map(([, key, value]) => ({
      key: key!.toLowerCase(),
      originalKey: key!,
      value: value!,
    }));
    const subject = headers.find((entry) => entry.key === "subject")?.value;
    return {
      headers,
      headerLines: [],
      attachments: [],
      text,
      ...(subject === undefined ? {} : { subject }),
    };
  }
}

export function textOf(html: string): string {
  try {
    return convert(html.slice(0, maxHtmlForText), {
      wordwrap: false,
      limits: { maxDepth: 200, ellipsis: "" },
      selectors: [
        { selector: "img", format: "skip" },
        { selector: "a", options: { ignoreHref: true } },
      ],
    });
  } catch {
    return html.slice(0, maxHtmlForText).replace(/<[^>]*>/g, " ");
  }
}

const addressesIn = (list: PostalAddress[] | undefined): Address[] =>
  (list ?? []).flatMap((entry): Address[] =>
    entry.group
      ? addressesIn(entry.group)
      : [{ name: entry.name || entry.address || "", address: entry.address ?? "" }],
  );

/** Replies belong to the thread of the oldest message they refer to. */
function threadOf(email: Email): string {
  const first = email.references?.match(/<[^>]+>/)?.[0];
  return first ?? email.inReplyTo ?? email.messageId ?? email.subject ?? "";
}

function timeOf(date: string | undefined): number {
  const time = date ? Date.parse(date) : Number.NaN;
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? time : 0;
}

const sizeOf = (content: string | ArrayBuffer | Uint8Array): number =>
  typeof content === "string" ? content.length : content.byteLength;

function headersOf(bytes: Buffer): string {
  const text = bytes.subarray(0, 64 * 1024).toString("latin1");
  return text.split(/\r?\n\r?\n/, 1)[0] ?? "";
}
