/** The page's way to the simulated Exchange. */
import type { Beginning } from "../demo/beginning.ts";
import type { DemoState } from "../demo/demo.ts";
import type { Category, FullMessage, MessageLine } from "../mailboxMessage.ts";
import type { Mailbox, Persona } from "../personas.ts";
import type { IssuedTokens } from "./broker.ts";
import type { HostMailbox } from "./host/calls.ts";

export interface Organisation {
  personas: readonly Persona[];
  mailboxes: readonly Mailbox[];
  skipped: readonly { file: string; reason: string }[];
}

const base = "/sandbox/api";

async function get<Value>(path: string): Promise<Value> {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  return (await response.json()) as Value;
}

async function send(method: "PUT" | "POST", path: string, body?: unknown): Promise<Response> {
  const response = await fetch(base + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  return response;
}

export const organisation = () => get<Organisation>("/organisation");
export const messagesOf = (mailbox: string) =>
  get<MessageLine[]>(`/mailboxes/${encodeURIComponent(mailbox)}/messages`);
export const masterCategoriesOf = (mailbox: string) =>
  get<Category[]>(`/mailboxes/${encodeURIComponent(mailbox)}/categories`);
export const markRead = (id: string) => send("POST", `/messages/${id}/read`);
export const setApiFault = (persona: string, fault: { api: string; apiDelayMs: number }) =>
  send("PUT", `/personas/${persona}/faults`, fault);

export const demoState = () => get<DemoState>("/demo");
export const beginDemo = (beginning: Beginning) => send("POST", "/demo", { beginning });

export const tokensOf = async (
  persona: string,
  flaw: string | undefined,
  claims?: string,
): Promise<IssuedTokens> =>
  (await send("POST", "/token", { persona, flaw, claims })).json() as Promise<IssuedTokens>;

const kept = new Map<string, Promise<FullMessage>>();

/** A message as it lies in the mailbox; the last few are kept, so that reading pane and host read it once. */
export function readMessage(id: string): Promise<FullMessage> {
  const message = kept.get(id) ?? get<FullMessage>(`/messages/${id}`);
  kept.set(id, message);
  message.catch(() => kept.delete(id));
  if (kept.size > 8) kept.delete(kept.keys().next().value as string);
  return message;
}

/** The mailbox as the host's calls see it. */
export function hostMailbox(persona: string): HostMailbox {
  return {
    read: readMessage,
    categoriesOf: (id) => get<string[]>(`/messages/${id}/categories`),
    writeCategories: async (id, names) => void (await send("PUT", `/messages/${id}/categories`, names)),
    masterCategories: masterCategoriesOf,
    settings: () => get<Record<string, string>>(`/personas/${persona}/settings`),
    saveSettings: async (settings) => void (await send("PUT", `/personas/${persona}/settings`, settings)),
    customProperties: async (id) => (await get<{ json: string }>(`/messages/${id}/properties`)).json,
    saveCustomProperties: async (id, json) =>
      void (await send("PUT", `/messages/${id}/properties`, { json })),
  };
}
