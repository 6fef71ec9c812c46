/** Several messages selected together: which they are, and one after the other read by its id. */
import { ask } from "./ask.ts";
import { type LoadedItem, type OfficeGlobal, type SelectedItemDetails, supports } from "./office.ts";
import { type OpenMessage, selectionOf } from "./selection.ts";

/** A selected message as it was read. */
export type Read =
  | {
      kind: "message";
      message: OpenMessage;
      /** The mailbox it lies in, lower case; undefined where Outlook does not say. */
      owner: string | undefined;
      /** undefined where it could not be read: what is said of it is then said of its subject */
      text: string | undefined;
    }
  /** A meeting, a report, a draft or something encrypted. */
  | { kind: "other" };

export interface Several {
  /** Whether this Outlook, with this manifest, tells of several selected messages at all. */
  readonly isOffered: boolean;
  /** Whether their texts can be read. */
  readonly readsTexts: boolean;
  /** What is selected; undefined where Outlook does not say. */
  selected(): Promise<readonly SelectedItemDetails[] | undefined>;
  read(item: SelectedItemDetails): Promise<Read>;
  /** Best effort, as for the open message. */
  label(itemId: string, how: "add" | "remove", name: string): Promise<boolean>;
}

const timeoutMs = 4_000;
/** As of the open message. */
const bodyLimit = 100_000;

export function openSeveral(office: OfficeGlobal): Several {
  const box = () => office.context.mailbox;
  const isOffered = supports(office, "Mailbox", "1.13") && typeof box()?.getSelectedItemsAsync === "function";
  const readsTexts =
    isOffered && supports(office, "Mailbox", "1.15") && typeof box()?.loadItemByIdAsync === "function";
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other; whatever happens to one, it is unloaded before the next. */
  function loaded<T>(itemId: string, use: (item: LoadedItem) => Promise<T>): Promise<T | undefined> {
    const run = async () => {
      const told = await ask<LoadedItem>((done) => box()?.loadItemByIdAsync?.(itemId, done), timeoutMs);
      if (!told.ok) return undefined;
      try {
        return await use(told.value);
      } finally {
        await ask<void>((done) => told.value.unloadAsync?.(done), timeoutMs);
      }
    };
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  }

  return {
    isOffered,
    readsTexts,
    async selected() {
      if (!isOffered) return undefined;
      const told = await ask<SelectedItemDetails[]>(
        (done) => box()?.getSelectedItemsAsync?.(done),
        timeoutMs,
      );
      return told.ok && Array.isArray(told.value) ? told.value : undefined;
    },
    async read(item) {
      const whole = readsTexts && item.itemId ? await loaded(item.itemId, readWhole) : undefined;
      return whole ?? outsideOf(item);
    },
    async label(itemId, how, name) {
      if (!readsTexts) return false;
      const told = await loaded(itemId, async ({ categories }) => {
        const write = how === "add" ? categories?.addAsync : categories?.removeAsync;
        return categories && write && ask<void>((done) => write.call(categories, [name], done), timeoutMs);
      });
      return told?.ok ?? false;
    },
  };
}

async function readWhole(item: LoadedItem): Promise<Read> {
  const selection = selectionOf(item);
  if (selection.kind !== "message") return { kind: "other" };
  const [owner, text] = [await ownerOf(item), await textOf(item)];
  return { kind: "message", message: selection.message, owner, text };
}

async function textOf({ body }: LoadedItem): Promise<string | undefined> {
  const told = await ask<string>((done) => body?.getAsync("text", done), timeoutMs);
  return told.ok ? (told.value ?? "").slice(0, bodyLimit) : undefined;
}

/** "" where it is one's own: only items of shared mailboxes can be asked. */
async function ownerOf(item: LoadedItem): Promise<string | undefined> {
  if (typeof item.getSharedPropertiesAsync !== "function") return "";
  const told = await ask<{ owner?: string; targetMailbox?: string }>(
    (done) => item.getSharedPropertiesAsync?.(done),
    timeoutMs,
  );
  return told.ok ? (told.value?.targetMailbox ?? told.value?.owner)?.toLowerCase() : undefined;
}

/** Without loading it Outlook tells the subject and no sender. */
function outsideOf({ itemId, internetMessageId, subject, itemType, itemMode }: SelectedItemDetails): Read {
  if ((itemType ?? "message").toLowerCase() !== "message" || (itemMode ?? "read").toLowerCase() !== "read")
    return { kind: "other" };
  const selection = selectionOf({
    subject: subject ?? "",
    ...(itemId ? { itemId } : {}),
    ...(internetMessageId ? { internetMessageId } : {}),
  });
  return selection.kind === "message"
    ? { kind: "message", message: selection.message, owner: undefined, text: undefined }
    : { kind: "other" };
}
