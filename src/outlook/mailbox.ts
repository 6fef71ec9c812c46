/** The only door to the open mailbox: what is selected, its text, its categories, and when it may have changed. */
import { silent, type Told } from "./ask.ts";
import {
  type Callback,
  itemChanged,
  type OfficeGlobal,
  type OfficeItem,
  selectedItemsChanged,
} from "./office.ts";
import { type Selection, selectionOf } from "./selection.ts";
import { makeTroubles, type Troubles } from "./troubles.ts";
import { type Surroundings, watchSelection } from "./watch.ts";

export type Body =
  | { kind: "text"; text: string }
  | { kind: "unreadable"; code: number }
  | { kind: "movedOn" };
export type Written = "written" | "notWritten" | "movedOn";

export interface Mailbox {
  /** The signed-in person's own address, lower case; empty where Outlook keeps it back. */
  readonly ownAddress: string;
  current(): Selection;
  /** The mailbox the open message lies in, lower case: a shared one's owner, else one's own; undefined: shared, but Outlook does not say whose. */
  ownerOf(fingerprint: string): Promise<string | undefined>;
  readBody(fingerprint: string): Promise<Body>;
  addCategory(fingerprint: string, name: string): Promise<Written>;
  removeCategory(fingerprint: string, name: string): Promise<Written>;
  /** Opens another message in a window of Outlook's; false where Outlook says that it does not. */
  show(itemId: string): Promise<boolean>;
  /** A line above the message, for commands that have no pane. */
  tell(text: string): Promise<Written>;
  /** Calls back whenever the selection may have changed, by an event of Outlook or by looking; the caller compares. Returns how to stop. */
  watch(maybeChanged: (isEvent: boolean) => void): () => void;
}

/** Errors that Outlook's own switch of messages causes; the same question may be answered a moment later. */
const passing = new Set([9020, 5001, 9030]);
const bodyTimeoutMs = 4_000;
const shortTimeoutMs = 2_000;
const retryAfterMs = 150;
/** More than any model reads; a 10 MB body must not be copied around. */
const bodyLimit = 100_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function openMailbox(
  office: OfficeGlobal,
  surroundings: Surroundings,
  troubles: Troubles = makeTroubles(),
): Mailbox {
  const { ask } = troubles;
  const box = () => office.context.mailbox;
  const current = () => selectionOf(box()?.item);
  const ownAddress = (box()?.userProfile?.emailAddress ?? "").toLowerCase();
  /** The item, if it is still the one that was meant. */
  const itemIf = (fingerprint: string): OfficeItem | undefined =>
    current().fingerprint === fingerprint ? (box()?.item ?? undefined) : undefined;

  async function readBody(fingerprint: string, isRetry = false): Promise<Body> {
    const body = itemIf(fingerprint)?.body;
    if (!body) return itemIf(fingerprint) ? { kind: "unreadable", code: 0 } : { kind: "movedOn" };
    const told = await ask<string>("body", (done) => body.getAsync("text", done), bodyTimeoutMs);
    if (!itemIf(fingerprint)) return { kind: "movedOn" };
    if (told.ok) return { kind: "text", text: (told.value ?? "").slice(0, bodyLimit) };
    if (isRetry || !passing.has(told.code)) return { kind: "unreadable", code: told.code };
    await pause(retryAfterMs);
    return readBody(fingerprint, true);
  }

  async function ownerOf(fingerprint: string): Promise<string | undefined> {
    const item = itemIf(fingerprint);
    if (typeof item?.getSharedPropertiesAsync !== "function") return ownAddress;
    const told = await ask<{ owner?: string; targetMailbox?: string }>(
      "owner",
      (done) => item.getSharedPropertiesAsync?.(done),
      shortTimeoutMs,
    );
    if (!told.ok) return undefined;
    return (told.value?.targetMailbox ?? told.value?.owner)?.toLowerCase() || ownAddress;
  }

  async function write(fingerprint: string, call: (item: OfficeItem) => Promise<Told<void>> | undefined) {
    const item = itemIf(fingerprint);
    if (!item) return "movedOn";
    const told = await call(item);
    return told?.ok ? "written" : "notWritten";
  }

  async function show(itemId: string): Promise<boolean> {
    const mailbox = box();
    if (!mailbox) return false;
    if (mailbox.displayMessageFormAsync) {
      const open = (done: Callback<void>) => mailbox.displayMessageFormAsync?.(itemId, done);
      const told = await ask<void>("show", open, shortTimeoutMs);
      // No word in time is no refusal: the window is slow, or Outlook forgot to say that it stands.
      return told.ok || told.code === silent;
    }
    try {
      mailbox.displayMessageForm?.(itemId);
      return mailbox.displayMessageForm !== undefined;
    } catch {
      return false;
    }
  }

  return {
    ownAddress,
    current,
    ownerOf,
    readBody: (fingerprint) => readBody(fingerprint),
    addCategory: (fingerprint, name) =>
      write(
        fingerprint,
        ({ categories }) =>
          categories && ask<void>("category", (done) => categories.addAsync([name], done), shortTimeoutMs),
      ),
    removeCategory: (fingerprint, name) =>
      write(
        fingerprint,
        ({ categories }) =>
          categories && ask<void>("category", (done) => categories.removeAsync([name], done), shortTimeoutMs),
      ),
    show: (itemId) => show(itemId),
    tell: (text) =>
      write(
        current().fingerprint,
        ({ notificationMessages }) =>
          notificationMessages &&
          ask<void>(
            "notice",
            (done) => notificationMessages.replaceAsync("concord", notice(text), done),
            shortTimeoutMs,
          ),
      ),
    watch: (maybeChanged) =>
      watchSelection(box(), [itemChanged, selectedItemsChanged], surroundings, maybeChanged),
  };
}

/** An informational message needs an icon of the manifest, and no more than 150 characters. */
const notice = (message: string) => ({
  type: "informationalMessage",
  message: message.length > 150 ? `${message.slice(0, 149)}…` : message,
  icon: "Icon.16",
  persistent: false,
});
