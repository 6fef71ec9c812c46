/** The sandbox as one part of the server: the Outlook page, its mailboxes, the token issuer and office.js. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from "fastify";
import { makeApiFaults } from "./apiFaults.ts";
import { officeFile } from "./cdn.ts";
import type { Demo } from "./demo/demo.ts";
import { demoApi } from "./demo/demoApi.ts";
import { dress } from "./dress.ts";
import { type Issuer, openIssuer } from "./issuer.ts";
import { everyTeam, mailApi } from "./mailApi.ts";
import type { Category } from "./mailboxMessage.ts";
import { openMailboxState } from "./mailboxState.ts";
import { type MailLimits, type MailSource, openMail } from "./mailSource.ts";
import { departmentCategories } from "./organisation.ts";
import { page, pagePolicyWith, panePolicy } from "./page.ts";
import { signInPages } from "./signInPages.ts";
import { tokenApi } from "./tokenApi.ts";

export interface SandboxParts {
  /** Where keys and mailbox changes are kept: the data folder. */
  dataFolder: string;
  /** Public origin, for example https://localhost:3000. */
  origin: string;
  /** Folders of .eml and mbox files. */
  mailFolders: readonly string[];
  /** Mailbox of messages that name none; all shared ones when absent. */
  defaultMailbox?: string;
  mailLimits?: MailLimits;
  /** Built taskpane.html and commands.html, as they ship. */
  paneFolder: string;
  /** Built sandbox.js and bridge.js. */
  webFolder: string;
  /** node_modules/@microsoft/office-js/dist. */
  officeFolder: string;
  /** Categories each mailbox offers from the start; those of its department when absent. */
  masterCategories?: (mailbox: string) => Category[];
  /** Where the sandbox can begin again; absent, it cannot. */
  demo?: Demo;
  now?: () => Date;
}

export interface Sandbox {
  plugin: FastifyPluginAsync;
  /** Add to the root with `addHook("onRequest", …)` before the API, so that the panel can take the API down. */
  apiFaults: onRequestAsyncHookHandler;
  issuer: Issuer;
  mail: MailSource;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function openSandbox(parts: SandboxParts): Promise<Sandbox> {
  const issuer = await openIssuer({
    folder: parts.dataFolder,
    origin: parts.origin,
    ...(parts.now ? { now: parts.now } : {}),
  });
  const mail = await openMail(parts.mailFolders, parts.defaultMailbox ?? everyTeam, parts.mailLimits);
  const state = openMailboxState(parts.dataFolder, parts.masterCategories ?? departmentCategories);
  const faults = makeApiFaults(wait, issuer);

  const plugin: FastifyPluginAsync = async (app) => {
    await app.register(mailApi({ mail, state, faults }), { prefix: "/api" });
    if (parts.demo) await app.register(demoApi(parts.demo), { prefix: "/api" });
    await app.register(tokenApi(issuer));
    await app.register(signInPages(issuer, parts.origin));
    await app.register(officeFiles(parts.officeFolder), { prefix: "/office" });
    await app.register(fastifyStatic, {
      root: parts.webFolder,
      prefix: "/assets/",
      decorateReply: false,
      cacheControl: false,
    });
    app.get<{ Querystring: { pane?: string } }>("/", ({ query }, reply) =>
      html(reply, pagePolicyWith(query.pane), page("/sandbox/assets/sandbox.js")),
    );
    const officeOf = (request: FastifyRequest) =>
      (request.query as { office?: string }).office === "blocked" ? "/sandbox/office/blocked.js" : officeUrl;
    for (const name of ["taskpane.html", "commands.html"])
      app.get(`/${name}`, async (request, reply) =>
        html(reply, panePolicy, await dressed(parts.paneFolder, name, officeOf(request))),
      );
  };
  return { plugin, apiFaults: faults.hook, issuer, mail };
}

const html = (reply: FastifyReply, policy: string, text: string) =>
  reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("content-security-policy", policy)
    .send(text);

const officeUrl = "/sandbox/office/office.js";

const dressed = async (folder: string, name: string, officeUrl: string) =>
  dress(await readFile(join(folder, name), "utf8"), {
    preludeUrl: "/sandbox/assets/bridge.js",
    officeUrl,
  });

/** npm's office.js, unmodified, also for pages of another origin. */
export const officeFiles =
  (folder: string): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, { root: folder, serve: false });
    app.get("/*", (request, reply) => {
      const file = officeFile((request.params as { "*": string })["*"]);
      if (!file) return reply.code(404).send();
      return reply.header("access-control-allow-origin", "*").sendFile(file);
    });
  };

/** Answers the CDN's own addresses, for browsers whose resolver sends Microsoft's hosts here. Mounted at the root. */
export const cdn =
  ({ officeFolder, webFolder }: Pick<SandboxParts, "officeFolder" | "webFolder">): FastifyPluginAsync =>
  async (app) => {
    for (const prefix of ["/lib/1/hosted", "/1"]) await app.register(officeFiles(officeFolder), { prefix });
    app.get("/ajax/3.5/MicrosoftAjax.js", async (_, reply) =>
      reply
        .type("text/javascript")
        .header("access-control-allow-origin", "*")
        .send(await readFile(join(webFolder, "bridge.js"))),
    );
  };
