/** `npm start`: builds what is stale, then runs the API, the pane and the simulated Outlook on one origin. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { configOfProcess, isLoopback } from "../api/config.ts";
import { stopOnSignal } from "../api/signals.ts";
import { startApi } from "../api/start.ts";
import { StartFailure } from "../api/startFailure.ts";
import { runCommand } from "../shell/command.ts";
import { starters } from "../triage/starter/starters.ts";
import { departmentCategories, sandboxOrganisation } from "./organisation.ts";
import { openSandbox } from "./server.ts";
import { buildIfNeeded } from "./start/build.ts";
import { ownCertificate, trustedCertificate } from "./start/certificate.ts";
import { agreeInDemo } from "./start/objectives.ts";
import { hasYear } from "./year/folder.ts";
import { withYear, yearsBlindShare } from "./year/organisation.ts";

const usage = `npm start -- [--mail FOLDER] [--trusted-certificate]

  --mail FOLDER           show your own mail: .eml and mbox files, read here and sent nowhere
  --trusted-certificate   install a certificate this computer trusts (asks first)

  PORT, HOST, DATA_DIR and DATABASE_URL are read from the environment.`;

const root = resolve(import.meta.dirname, "..", "..");
const say = (line: string) => console.log(line);

export const main = (args: string[]): Promise<void> =>
  runCommand({
    main: async () => {
      const wanted = optionsOf(args);
      if (wanted.help) say(usage);
      else await run(wanted);
      return 0;
    },
  });

interface Options {
  mail?: string | undefined;
  trusted: boolean;
  help: boolean;
}

function optionsOf(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        mail: { type: "string" },
        "trusted-certificate": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return { mail: values.mail, trusted: values["trusted-certificate"], help: values.help };
  } catch (fault) {
    throw new StartFailure("config_invalid", `${(fault as Error).message}\n\n${usage}`);
  }
}

async function run(wanted: Options): Promise<void> {
  const placeholder = {
    tenants: [
      { tid: "00000000-0000-0000-0000-000000000000", audience: "-", clients: ["-"], departments: [] },
    ],
  };
  const { host, port, dataDir } = configOfProcess({ organisation: placeholder });
  if (wanted.mail && !existsSync(wanted.mail))
    throw new StartFailure("config_invalid", `--mail names ${wanted.mail}, which is not there.`);
  if (wanted.mail && !isLoopback(host))
    throw new StartFailure(
      "config_invalid",
      "With --mail the sandbox listens on this computer only, since whoever reaches it can read that mail; leave HOST out.",
    );
  await refuseTakenPort(host, port);
  await buildIfNeeded(root, say);
  const https = await certificateFor(wanted, dataDir, host);
  const origin = `https://${host}:${port}`;
  const paneDir = join(root, "dist", "pane");
  const sandbox = await openSandbox({
    dataFolder: dataDir,
    origin,
    mailFolders: [wanted.mail ? resolve(wanted.mail) : join(import.meta.dirname, "mail")],
    paneFolder: paneDir,
    webFolder: join(root, "dist", "sandbox"),
    officeFolder: join(
      dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
      "dist",
    ),
    masterCategories: departmentCategories,
  });
  const organisation = sandboxOrganisation(sandbox.issuer);
  const config = configOfProcess({
    logLevel: process.env.LOG_LEVEL || "warn",
    organisation: hasYear(dataDir) ? withYear(organisation, yearsBlindShare) : organisation,
    paneDir,
    frameAncestors: ["'self'"],
  });
  const running = await startApi({
    config,
    starters,
    https,
    extend: async (app) => {
      app.addHook("onRequest", sandbox.apiFaults);
      await app.register(sandbox.plugin, { prefix: "/sandbox" });
      app.get("/", { schema: { hide: true } as never }, (request, reply) => {
        const query = request.url.indexOf("?");
        return reply.redirect(`/sandbox/${query < 0 ? "" : request.url.slice(query)}`);
      });
    },
  });
  await agreeInDemo(running.store, Date.now());
  stopOnSignal(running.stop);
  greet(origin, https.trusted, sandbox.mail.messages.length, sandbox.mail.skipped);
}

/** Before minutes of building, since the answer does not depend on them. */
const refuseTakenPort = (host: string, port: number): Promise<void> =>
  new Promise((free, fail) => {
    const probe = createServer();
    probe.once("error", (fault: NodeJS.ErrnoException) =>
      fault.code === "EADDRINUSE"
        ? fail(
            new StartFailure(
              "port_taken",
              `Port ${port} is taken by another program; set PORT to a free one.`,
            ),
          )
        : free(),
    );
    probe.listen(port, host, () => probe.close(() => free()));
  });

const certificateFor = ({ trusted }: Options, dataDir: string, host: string) =>
  trusted ? trustedCertificate() : ownCertificate(join(dataDir, "certificate"), host, new Date());

function greet(
  origin: string,
  trusted: boolean,
  messages: number,
  skipped: readonly { file: string; reason: string }[],
) {
  say(`\nConcord is ready: ${origin}/\n`);
  if (!trusted)
    say(
      "Your browser will warn about the certificate, which was made here for this computer: choose to go on,\nor start with `npm start -- --trusted-certificate`.\n",
    );
  say(`${messages} messages are waiting in a simulated Outlook. Try this:`);
  say("  1. Select a message; the pane at the right says what it is and how urgent.");
  say("  2. Press Enter in the pane to confirm, or another choice to correct. Undo is in the status line.");
  say("  3. Open the Sandbox panel: become Priya, the team lead, and look at the Department tab.");
  say("  4. Switch on a fault there (offline, API down) and see that nothing is lost.\n");
  for (const { file, reason } of skipped.slice(0, 20)) say(`  left out: ${file} (${reason})`);
  if (skipped.length > 20) say(`  left out: ${skipped.length - 20} more`);
}
