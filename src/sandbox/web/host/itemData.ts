/** What Outlook tells the pane of the selected message and of the mailbox, in the library's own numbers. */
import type { Address, Kind, MessageLine } from "../../mailboxMessage.ts";

export interface HostProfile {
  name: string;
  address: string;
  timeZone: string;
}

const itemTypes: Record<Kind, number> = { message: 1, report: 1, encrypted: 1, meeting: 3, draft: 4 };
const noItem = 6;
/** In the host's numbering: 0 Restricted, 1 ReadItem, 2 ReadWriteMailbox, 3 ReadWriteItem. */
const readWriteItem = 3;
const readWriteMailbox = 2;

const person = ({ name, address }: Address) => ({
  name,
  address,
  recipientType: 2,
  appointmentResponse: 0,
});

const mailboxData = (profile: HostProfile, seesSeveral: boolean) => ({
  permissionLevel: seesSeveral ? readWriteMailbox : readWriteItem,
  hostVersion: "16.01",
  owaView: "ThreeColumns",
  ewsUrl: "",
  restUrl: "",
  isRestIdSupported: true,
  userDisplayName: profile.name,
  userEmailAddress: profile.address,
  userTimeZone: profile.timeZone,
  userProfileType: "enterprise",
  timeZoneOffsets: [],
  extensionId: "concord",
  openWindowOpen: false,
  itemNumber: 1,
});

/** The reply to GetInitialData and the payload of ItemChanged. `seesSeveral`: the manifest asks for the whole mailbox. */
export function itemData(message: MessageLine | null, profile: HostProfile, seesSeveral = false) {
  if (!message) return { ...mailboxData(profile, seesSeveral), itemType: noItem };
  return {
    ...mailboxData(profile, seesSeveral),
    itemType: itemTypes[message.kind],
    id: message.id,
    itemClass: message.itemClass,
    subject: message.subject,
    normalizedSubject: message.subject.replace(/^((re|aw|fw|fwd|wg|tr|rv|sv)\s*:\s*)+/i, ""),
    conversationId: message.conversationId,
    internetMessageId: message.internetMessageId,
    from: person(message.from),
    sender: person(message.from),
    to: message.to.map(person),
    cc: message.cc.map(person),
    bcc: [],
    dateTimeCreated: message.receivedAt,
    dateTimeModified: message.receivedAt,
    dateTimeSent: message.receivedAt,
    attachments: message.attachments.map((attachment) => ({ ...attachment, attachmentType: 0 })),
    isRead: message.isRead,
    isFromSharedFolder: message.mailbox !== profile.address,
    entities: {},
    filteredEntities: {},
    regExMatches: {},
    selectedEntities: {},
    selectedRegExMatches: {},
  };
}
