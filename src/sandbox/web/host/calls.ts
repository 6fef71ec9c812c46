/** What the host does for each call of the pane, by the library's dispatch numbers. */
import type { Category, FullMessage, MessageLine } from "../../mailboxMessage.ts";
import { codes, HostError } from "./hostError.ts";
import {
  addNotification,
  type Notifications,
  removeNotification,
  replaceNotification,
} from "./notifications.ts";

/** The mailbox behind the host: in the page it is the sandbox's server, in tests a few lines. */
export interface HostMailbox {
  read(id: string): Promise<FullMessage>;
  categoriesOf(id: string): Promise<string[]>;
  writeCategories(id: string, names: string[]): Promise<void>;
  masterCategories(mailbox: string): Promise<Category[]>;
  settings(): Promise<Record<string, string>>;
  saveSettings(settings: Record<string, string>): Promise<void>;
  customProperties(id: string): Promise<string>;
  saveCustomProperties(id: string, json: string): Promise<void>;
}

/** What a call works on: the message the pane was last told of. */
export interface CallContext {
  item: MessageLine | null;
  mailbox: HostMailbox;
  notifications: Notifications;
  show(id: string): void;
}

/** The whole reply object: most answers stand under `data`, a few of old at the top. */
export type Reply = Record<string, unknown>;
type Answer = (params: never, context: CallContext) => Promise<Reply>;

const data = (value?: unknown): Reply => ({ error: false, data: value ?? null });

function itemOf(context: CallContext): MessageLine {
  if (!context.item) throw new HostError(codes.itemNotFound);
  return context.item;
}

async function readable(context: CallContext): Promise<FullMessage> {
  const item = itemOf(context);
  if (item.kind === "encrypted") throw new HostError(codes.accessRestricted);
  return context.mailbox.read(item.id);
}

const asHtml = (text: string) =>
  `<html><body><pre>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre></body></html>`;

const body: Record<number, Answer> = {
  37: async ({ coercionType }: { coercionType: 0 | 3 }, context) => {
    const { html, text } = await readable(context);
    return data(coercionType === 3 ? (html ?? asHtml(text)) : text);
  },
  14: async (_: unknown, context) => data((await readable(context)).html === undefined ? "text" : "html"),
  168: async (_: unknown, context) => data((await context.mailbox.read(itemOf(context).id)).headers),
};

const categories: Record<number, Answer> = {
  157: async (_: unknown, context) => {
    const { id, mailbox } = itemOf(context);
    const names = await context.mailbox.categoriesOf(id);
    const master = await context.mailbox.masterCategories(mailbox);
    const colour = (name: string) => master.find((entry) => entry.displayName === name)?.color ?? "None";
    return data(names.length ? names.map((name) => ({ displayName: name, color: colour(name) })) : null);
  },
  158: async ({ categories: added }: { categories: string[] }, context) => {
    const { id, mailbox } = itemOf(context);
    const known = (await context.mailbox.masterCategories(mailbox)).map((entry) => entry.displayName);
    if (added.some((name) => !known.includes(name))) throw new HostError(codes.invalidCategory);
    const names = await context.mailbox.categoriesOf(id);
    await context.mailbox.writeCategories(id, [...new Set([...names, ...added])]);
    return data();
  },
  159: async ({ categories: removed }: { categories: string[] }, context) => {
    const { id } = itemOf(context);
    const names = await context.mailbox.categoriesOf(id);
    await context.mailbox.writeCategories(
      id,
      names.filter((name) => !removed.includes(name)),
    );
    return data();
  },
  160: async (_: unknown, context) => data(await context.mailbox.masterCategories(itemOf(context).mailbox)),
};

const notices: Record<number, Answer> = {
  33: async (notice: { key: string }, context) => data(addNotification(context.notifications, notice)),
  34: async (_: unknown, context) => data([...context.notifications.values()]),
  35: async (notice: { key: string }, context) => data(replaceNotification(context.notifications, notice)),
  36: async ({ key }: { key: string }, context) => data(removeNotification(context.notifications, key)),
};

const storage: Record<number, Answer> = {
  404: async ([settings]: [Record<string, string>], context) => {
    await context.mailbox.saveSettings(settings);
    return data();
  },
  3: async (_: unknown, context) => ({
    wasSuccessful: true,
    customProperties: await context.mailbox.customProperties(itemOf(context).id),
  }),
  4: async ({ customProperties }: { customProperties: unknown }, context) => {
    await context.mailbox.saveCustomProperties(itemOf(context).id, JSON.stringify(customProperties));
    return { wasSuccessful: true };
  },
};

const others: Record<number, Answer> = {
  // Exchange's own tokens are switched off in every tenant by now.
  12: async () => ({ wasSuccessful: false, errorCode: codes.accessRestricted }),
  2: async () => ({ wasSuccessful: false, errorCode: codes.accessRestricted }),
  108: async (_: unknown, context) =>
    data({ owner: itemOf(context).mailbox, targetMailbox: itemOf(context).mailbox, delegatePermissions: 31 }),
  99: async () => data(""),
  8: async ({ itemId }: { itemId: string }, context) => data(context.show(itemId)),
  179: async ({ itemId }: { itemId: string }, context) => data(context.show(itemId)),
};

const answers: Record<number, Answer> = { ...body, ...categories, ...notices, ...storage, ...others };

/** The reply to a call; throws HostError for what Outlook refuses. */
export function answerTo(dispatchId: number, params: unknown, context: CallContext): Promise<Reply> {
  const answer = answers[dispatchId];
  if (!answer) return Promise.reject(new HostError(codes.notSupported));
  return answer((params ?? {}) as never, context);
}
