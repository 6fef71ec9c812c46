/** A message of the simulated mailbox, as the server hands it to the Outlook page. */

export type Kind = "message" | "meeting" | "report" | "encrypted" | "draft";

export interface Address {
  name: string;
  address: string;
}

export interface Attachment {
  id: string;
  name: string;
  size: number;
  contentType: string;
  isInline: boolean;
}

/** What the message list shows and Outlook tells the pane without being asked for the body. */
export interface MessageLine {
  id: string;
  internetMessageId: string;
  conversationId: string;
  mailbox: string;
  kind: Kind;
  itemClass: string;
  subject: string;
  from: Address;
  to: Address[];
  cc: Address[];
  /** Milliseconds since 1970. */
  receivedAt: number;
  preview: string;
  attachments: Attachment[];
  isRead: boolean;
  categories: string[];
}

export interface FullMessage extends MessageLine {
  /** Absent when the message has no HTML part. */
  html?: string;
  text: string;
  headers: string;
}

export interface Category {
  displayName: string;
  /** "Preset0" to "Preset24", or "None". */
  color: string;
}
