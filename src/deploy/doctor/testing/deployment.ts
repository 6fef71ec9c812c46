/** A real deployment on this computer: the production server with a pack's files, and in front of it a proxy that can do wrong. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { configFrom } from "../../../api/config.ts";
import { type Running, startApi } from "../../../api/start.ts";
import { startIssuer } from "../../../api/testing/issuer.ts";
import { starters } from "../../../triage/starter/starters.ts";
import { asked, filesOf, root } from "../../pack/testing/samplePack.ts";

export interface Passing {
  path: string;
  method: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Wrongs {
  /** Changes what was asked on its way in. */
  asked?: (question: { path: string; method: string; headers: IncomingHttpHeaders }) => void;
  /** Changes the answer on its way out. */
  answered?: (passing: Passing) => void;
  certificate?: { key: string; cert: string };
}

export interface Signer {
  key: string;
  cert: string;
}

/** A root of our own, and certificates it signs. */
export async function makeRoot(): Promise<Signer> {
  const made = await generate([{ name: "commonName", value: "Concord test root" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

export async function certificateBy(signer: Signer | undefined, names: string[], from: number, days: number) {
  const made = await generate([{ name: "commonName", value: names[0]! }], {
    keySize: 2048,
    algorithm: "sha256",
    notBeforeDate: new Date(from),
    notAfterDate: new Date(from + days * 86_400_000),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
    ...(signer ? { ca: signer } : {}),
  });
  return { key: made.private, cert: made.cert };
}

/** The built pane's shape: pages that name their scripts by hash, icons as they are. */
export function paneIn(folder: string): void {
  mkdirSync(join(folder, "static"), { recursive: true });
  cpSync(join(root, "assets"), join(folder, "assets"), { recursive: true });
  for (const name of ["watchdog.js", "page.css"])
    cpSync(join(root, "src", "taskpane", name), join(folder, name));
  for (const [room, page] of [
    ["taskpane", "taskpane"],
    ["commands", "commands"],
    ["taskpane", "sign-in"],
  ] as const) {
    const html = readFileSync(join(root, "src", room, `${page}.html`), "utf8");
    const script = `static/${page}.0123456789abcdef.js`;
    writeFileSync(
      join(folder, `${page}.html`),
      html.replace("</head>", `<script defer src="${script}"></script></head>`),
    );
    writeFileSync(join(folder, script), "void 0;");
  }
}

export async function startDeployment() {
  const place = mkdtempSync(join(tmpdir(), "concord-doctor-"));
  const issuer = await startIssuer();
  const wrongs: Wrongs = {};
  const signer = await makeRoot();
  const own = await certificateBy(signer, ["localhost"], Date.now() - 3_600_000, 90);
  let behind = { host: "127.0.0.1", port: 0 };
  const proxy = createServer({ ...own, SNICallback: undefined as never }, (question, answer) => {
    const asking = { path: question.url!, method: question.method!, headers: { ...question.headers } };
    wrongs.asked?.(asking);
    const onward = request({ ...behind, ...asking }, (from) => {
      const chunks: Buffer[] = [];
      from.on("data", (chunk: Buffer) => chunks.push(chunk));
      from.on("end", () => {
        const passing: Passing = {
          path: question.url!,
          method: question.method!,
          status: from.statusCode!,
          headers: { ...from.headers, "strict-transport-security": "max-age=31536000" },
          body: Buffer.concat(chunks),
        };
        wrongs.answered?.(passing);
        delete passing.headers["transfer-encoding"];
        passing.headers["content-length"] = String(passing.body.length);
        answer.sendDate = false;
        answer.writeHead(passing.status, passing.headers as Record<string, string>).end(passing.body);
      });
    });
    onward.on("error", () => answer.writeHead(502, { "content-type": "text/html" }).end("Bad Gateway"));
    question.pipe(onward);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const origin = `https://localhost:${(proxy.address() as AddressInfo).port}`;
  const files = filesOf({}, { judge: () => [] });
  const manifest = files.get("3-manifest/concord.xml")!.replaceAll(asked.origin!, origin);
  const organisation = JSON.parse(files.get("2-hosting/organisation.json")!);
  organisation.tenants[0].jwksUri = issuer.jwksUri;
  paneIn(join(place, "pane"));

  /** The server itself, with the organisation it is given. */
  async function serve(
    change: (tenant: Record<string, unknown>) => void = () => {},
    port = 0,
  ): Promise<Running> {
    const written = structuredClone(organisation);
    change(written.tenants[0]);
    writeFileSync(join(place, "organisation.json"), JSON.stringify(written));
    writeFileSync(join(place, "concord.xml"), manifest);
    const config = configFrom({
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: mkdtempSync(join(place, "data-")),
      PANE_DIR: join(place, "pane"),
      ORGANISATION_FILE: join(place, "organisation.json"),
      MANIFEST_FILE: join(place, "concord.xml"),
      LOG_LEVEL: "silent",
    });
    const running = await startApi({ config, starters });
    behind = { host: "127.0.0.1", port: Number(new URL(running.origin).port) };
    return running;
  }

  return {
    origin,
    manifest,
    issuer,
    signer,
    place,
    serve,
    ca: signer.cert,
    /** Does this wrong, and nothing else. */
    plant(planted: Wrongs) {
      for (const key of ["asked", "answered", "certificate"] as const) delete wrongs[key];
      Object.assign(wrongs, planted);
      proxy.setSecureContext(planted.certificate ?? own);
    },
    /** Sends questions to another port, or to nobody. */
    behind: (port: number) => {
      const before = behind.port;
      behind = { host: "127.0.0.1", port };
      return before;
    },
    async close() {
      await new Promise((done) => proxy.close(done));
      await issuer.close();
      rmSync(place, { recursive: true });
    },
  };
}
