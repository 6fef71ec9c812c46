/** The simulated Exchange: lists and reads messages, keeps categories and add-in settings. For one trusting machine only. */
import type { FastifyPluginAsync } from "fastify";
import type { ApiFault, ApiFaults } from "./apiFaults.ts";
import type { Category, MessageLine } from "./mailboxMessage.ts";
import type { MailboxState } from "./mailboxState.ts";
import type { MailSource } from "./mailSource.ts";
import { mailboxes, mailboxOf, personaOf, personas } from "./personas.ts";

interface Parts {
  mail: MailSource;
  state: MailboxState;
  faults: ApiFaults;
}
type ById = { Params: { id: string } };
type ByMailbox = { Params: { address: string } };
type ByPersona = { Params: { key: string } };

export interface Organisation {
  personas: typeof personas;
  mailboxes: typeof mailboxes;
  skipped: MailSource["skipped"];
}

/** Stands for every shared mailbox: a person's own mail can be tried with each department's categories. */
export const everyTeam = "*";

const isShared = (address: string) => mailboxOf(address)?.isShared ?? false;

/** Outlook keeps 32 KB of roaming settings; as JSON in JSON they may be twice as long. */
const roamingSettingsBytes = 128 * 1024;

export const mailApi =
  ({ mail, state, faults }: Parts): FastifyPluginAsync =>
  async (app) => {
    const lines = new Map(mail.messages.map((message) => [message.id, message]));
    const current = (line: MessageLine): MessageLine => ({
      ...line,
      isRead: state.isRead(line.id),
      categories: state.categoriesOf(line.id),
    });
    app.addHook("onRoute", (route) => {
      route.bodyLimit = roamingSettingsBytes;
    });
    // JSON may be null: what is put must be an object or a list, as the routes take it.
    app.addHook("preHandler", async ({ method, body }, reply) => {
      if (method === "PUT" && (typeof body !== "object" || body === null)) return reply.code(400).send();
    });
    app.addHook("onResponse", async ({ method }) => {
      if (method !== "GET") state.save();
    });

    app.get(
      "/organisation",
      async (): Promise<Organisation> => ({ personas, mailboxes, skipped: mail.skipped }),
    );
    app.get<ByMailbox>("/mailboxes/:address/messages", async ({ params: { address } }) =>
      mail.messages
        .filter(({ mailbox }) => mailbox === address || (mailbox === everyTeam && isShared(address)))
        .map((line) => ({ ...current(line), mailbox: address })),
    );
    app.get<ByMailbox>("/mailboxes/:address/categories", async ({ params }) =>
      state.masterCategories(params.address),
    );
    app.put<ByMailbox & { Body: Category[] }>(
      "/mailboxes/:address/categories",
      async ({ params, body }, reply) => {
        state.setMasterCategories(params.address, body);
        return reply.code(204).send();
      },
    );

    app.get<ById>("/messages/:id", async ({ params }, reply) => {
      const message = await mail.read(params.id);
      return message ? { ...message, ...current(message) } : reply.code(404).send();
    });
    app.get<ById>("/messages/:id/categories", async ({ params }) => state.categoriesOf(params.id));
    app.put<ById & { Body: string[] }>("/messages/:id/categories", async ({ params, body }, reply) => {
      if (!lines.has(params.id)) return reply.code(404).send();
      state.setCategories(params.id, body);
      return reply.code(204).send();
    });
    app.post<ById>("/messages/:id/read", async ({ params }, reply) => {
      state.markRead(params.id);
      return reply.code(204).send();
    });
    app.get<ById>("/messages/:id/properties", async ({ params }) => ({
      json: state.customProperties(params.id),
    }));
    app.put<ById & { Body: { json: string } }>(
      "/messages/:id/properties",
      async ({ params, body }, reply) => {
        if (typeof body.json !== "string") return reply.code(400).send();
        state.setCustomProperties(params.id, body.json);
        return reply.code(204).send();
      },
    );

    app.get<ByPersona>("/personas/:key/settings", async ({ params }) => state.settings(params.key));
    app.put<ByPersona & { Body: Record<string, string> }>(
      "/personas/:key/settings",
      async ({ params, body }, reply) => {
        state.setSettings(params.key, body);
        return reply.code(204).send();
      },
    );
    app.put<ByPersona & { Body: ApiFault }>("/personas/:key/faults", async ({ params, body }, reply) => {
      if (!personaOf(params.key)) return reply.code(404).send();
      faults.set(params.key, body);
      return reply.code(204).send();
    });
  };
