/** What is read of one message before anything is asked: for which department, and what its policy lets go along. */
import type { Body } from "../../outlook/mailbox.ts";
import type { OpenMessage } from "../../outlook/selection.ts";
import type { DepartmentView, Me } from "../../triage/department.ts";
import type { MessageText } from "../../triage/message.ts";
import { departmentOf } from "../profile/departmentOf.ts";
import type { OpeningParts } from "./parts.ts";

export interface Read {
  me: Me;
  department: DepartmentView;
  message: OpenMessage;
  messageRef: string;
  text: MessageText;
  bodyRead: boolean;
  /** sent with the verdict, so that a lead can open the message */
  itemId?: string;
}

/** What is asked for whom: the department by the mailbox's names, and what its policy lets go along. */
export async function readFor(
  parts: OpeningParts,
  me: Me,
  message: OpenMessage,
  told: string | undefined,
  body: Body,
): Promise<Read | undefined> {
  const owner = told ?? (await sharedWith(me, message, parts)) ?? parts.mailbox.ownAddress;
  const names = [owner, await parts.digest(owner)];
  const department = departmentOf(me, names);
  if (!department) return undefined;
  const bodyRead = body.kind === "text";
  const itemId = mayKeep(department, names) ? message.itemId : undefined;
  return {
    me,
    department,
    message,
    messageRef: await parts.refOf(owner, message),
    text: textOf(message, bodyRead ? body.text : ""),
    bodyRead,
    ...(itemId === undefined ? {} : { itemId }),
  };
}

/** Only of a shared mailbox of the department, and only where its policy lets leads open what was corrected. */
const mayKeep = ({ policy, mailboxes }: DepartmentView, names: readonly string[]): boolean =>
  policy.messageReferences && mailboxes.some((mailbox) => names.includes(mailbox));

export const textOf = (message: OpenMessage, body: string): MessageText => ({
  subject: message.subject.slice(0, 1_000),
  body,
  ...(message.senderAddress ? { sender: message.senderAddress.slice(0, 320) } : {}),
});

/** In a shared mailbox Outlook does not name: the one of one's departments that the message was sent to. */
export async function sharedWith(
  me: Me,
  { recipients = [] }: OpenMessage,
  { digest }: Pick<OpeningParts, "digest">,
) {
  const shared = new Set(me.departments.flatMap(({ mailboxes }) => mailboxes));
  for (const address of recipients)
    if (shared.has(address) || shared.has(await digest(address))) return address;
  return undefined;
}
