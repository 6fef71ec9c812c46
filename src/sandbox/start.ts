/** `npm start`: builds what is stale, then runs the API, the pane and the simulated Outlook on one origin. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { configOfProcess, isLoopback } from "../api/config.ts";
import { stopOnSignal } from "../api/signals.ts";
import type { Running } from "../api/start.ts";
import { StartFailure } from "../api/startFailure.ts";
import { runCommand } from "../shell/command.ts";
import { makeDemo } from "./demo/demo.ts";
import { makeYear } from "./demo/makeYear.ts";
import { departmentCategories } from "./organisation.ts";
import { openSandbox, type Sandbox } from "./server.ts";
import { buildIfNeeded } from "./start/build.ts";
import { ownCertificate, trustedCertificate } from "./start/certificate.ts";
import { greet } from "./start/greet.ts";
import { holdPort } from "./start/port.ts";
import { serve } from "./start/serve.ts";

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
  const { host, port, dataDir, databaseUrl } = configOfProcess({ organisation: placeholder });
  if (wanted.mail && !existsSync(wanted.mail))
    throw new StartFailure("config_invalid", `--mail names ${wanted.mail}, which is not there.`);
  if (wanted.mail && !isLoopback(host))
    throw new StartFailure(
      "config_invalid",
      "With --mail the sandbox listens on this computer only, since whoever reaches it can read that mail; leave HOST out.",
    );
  const freePort = await holdPort(host, port);
  await buildIfNeeded(root, say);
  const https = await certificateFor(wanted, dataDir, host);
  await freePort();
  const origin = `https://${host}:${port}`;
  const paneDir = join(root, "dist", "pane");
  const open = async (): Promise<{ running: Running; sandbox: Sandbox }> => {
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
      demo,
    });
    return { sandbox, running: await serve(sandbox, { dataDir, paneDir, https }) };
  };
  const demo = makeDemo({
    folder: dataDir,
    isOffered: !wanted.mail && !databaseUrl,
    now: Date.now,
    makeYear,
    async restart(between) {
      await running.stop();
      // However that ends, the sandbox is there again.
      try {
        between();
      } finally {
        ({ running } = await open());
      }
    },
  });
  const opened = await open();
  let { running } = opened;
  stopOnSignal(() => running.stop());
  greet(say, { origin, isTrusted: https.trusted, mail: opened.sandbox.mail });
}

const certificateFor = ({ trusted }: Options, dataDir: string, host: string) =>
  trusted ? trustedCertificate() : ownCertificate(join(dataDir, "certificate"), host, new Date());
