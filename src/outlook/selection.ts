/** What is open in Outlook right now, as a value: the item object itself is never kept. */
import type { EmailAddress, OfficeItem } from "./office.ts";

/** A message, as far as Outlook tells it without being asked twice. */
export interface OpenMessage {
  /** Tells one selection from another; not the name of the message. */
  readonly fingerprint: string;
  readonly internetMessageId?: string;
  readonly itemId?: string;
  readonly subject: string;
  readonly senderName: string;
  readonly senderAddress?: string;
  /** Addresses it was sent to, lower case: in a shared mailbox a hint whose it is. */
  readonly recipients?: readonly string[];
  /** Epoch milliseconds. */
  readonly receivedAt?: number;
}

export const otherKinds = ["meeting", "report", "encrypted", "draft"] as const;
export type OtherKind = (typeof otherKinds)[number];

export type Selection =
  | { readonly kind: "none"; readonly fingerprint: "" }
  | { readonly kind: OtherKind; readonly fingerprint: string }
  | { readonly kind: "message"; readonly fingerprint: string; readonly message: OpenMessage };

const nothing: Selection = { kind: "none", fingerprint: "" };

function kindOf(item: OfficeItem): OtherKind | "message" {
  const itemClass = (item.itemClass ?? "").toLowerCase();
  if (
    item.itemType === "appointment" ||
    itemClass.startsWith("ipm.schedule") ||
    itemClass.startsWith("ipm.appointment")
  )
    return "meeting";
  if (typeof item.subject !== "string" && item.subject !== undefined && item.subject !== null) return "draft";
  if (itemClass.startsWith("report.") || itemClass.startsWith("ipm.report")) return "report";
  // Signed-only mail is IPM.Note.SMIME.MultipartSigned and can be read.
  if (itemClass === "ipm.note.smime" || itemClass.includes("rpmsg") || itemClass === "ipm.note.secure")
    return "encrypted";
  return "message";
}

export function selectionOf(item: OfficeItem | null | undefined): Selection {
  if (!item) return nothing;
  const subject = typeof item.subject === "string" ? item.subject : "";
  const fingerprint = JSON.stringify([item.itemId ?? "", item.internetMessageId ?? "", subject]);
  const kind = kindOf(item);
  if (kind !== "message") return { kind, fingerprint };
  const sender = item.from ?? item.sender;
  const receivedAt = item.dateTimeCreated?.getTime();
  return {
    kind,
    fingerprint,
    message: {
      fingerprint,
      subject,
      senderName: sender?.displayName || sender?.emailAddress || "",
      ...(item.internetMessageId ? { internetMessageId: item.internetMessageId } : {}),
      ...(item.itemId ? { itemId: item.itemId } : {}),
      ...recipientsOf(item),
      ...(sender?.emailAddress ? { senderAddress: sender.emailAddress } : {}),
      ...(receivedAt !== undefined && Number.isFinite(receivedAt) && receivedAt >= 0 ? { receivedAt } : {}),
    },
  };
}

function recipientsOf({ to, cc }: OfficeItem): Pick<OpenMessage, "recipients"> {
  const listed = [to, cc].flatMap((list) => (Array.isArray(list) ? (list as EmailAddress[]) : []));
  const recipients = listed.flatMap(({ emailAddress }) => emailAddress?.toLowerCase() ?? []);
  return recipients.length > 0 ? { recipients } : {};
}
