/** What a conversation with office.js needs from the page around it, and what the page wants to hear of it. */
import type { Faults } from "../../faults.ts";
import type { HostMailbox, Reply } from "./calls.ts";
import type { HostProfile } from "./itemData.ts";
import type { Notifications } from "./notifications.ts";

export interface ConversationParts {
  conversationId: string;
  controlId: string;
  /** The origin of the Outlook page, which office.js checks. */
  origin: string;
  profile: HostProfile;
  locale: string;
  mailbox: HostMailbox;
  post(text: string): void;
  wait(ms: number): Promise<void>;
  faults(): Faults;
  /** A fault that strikes once is used up. */
  spend(fault: keyof Faults): void;
  on: HostEars;
}

/** What the page around the pane wants to hear of. */
export interface HostEars {
  ready?(): void;
  /** A message is to be shown in a window of its own. */
  show?(id: string): void;
  exit?(way: "forward" | "backward" | "escape"): void;
  call?(dispatchId: number, reply: Reply): void;
  commandDone?(id: string, status: number): void;
  categories?(id: string): void;
  notifications?(notices: Notifications): void;
}
