/**
 * The doctor finds every planted fault in a live deployment, only that one, and nothing in a sound one.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { sql } from "kysely";
import type { Running } from "../../api/start.ts";
import { asked, filesOf, root } from "../pack/testing/samplePack.ts";
import { diagnose } from "./doctor.ts";
import { makeProbe, type Probe } from "./probe.ts";
import { certificateBy, type Passing, startDeployment, type Wrongs } from "./testing/deployment.ts";
import type { Expected } from "./visit.ts";

const hour = 3_600_000;

let place: Awaited<ReturnType<typeof startDeployment>>;
let running: Running;
beforeAll(async () => {
  place = await startDeployment();
  running = await place.serve();
});
afterAll(async () => {
  await running?.stop();
  await place?.close();
});
afterEach(() => place.plant({}));

const expected = (extra: Partial<Expected> = {}): Expected => ({
  origin: place.origin,
  tenant: asked.tenant,
  client: asked.client,
  api: asked.api,
  manifest: place.manifest,
  categoryWriting: true,
  ...extra,
});

/** Microsoft is not asked: the sign-in service is what each case says it is. */
const entra = (tenant = asked.tenant!, status = 200) =>
  Buffer.from(
    JSON.stringify(status === 200 ? { issuer: `https://login.microsoftonline.com/${tenant}/v2.0` } : {}),
  );

function probing(ca = place.ca, issuerStatus = 200): Probe {
  const real = makeProbe({ now: Date.now, ca, timeoutMs: 60_000 });
  return async (url, question) =>
    url.startsWith("https://login.microsoftonline.com/")
      ? { url, status: issuerStatus, headers: {}, body: entra(asked.tenant, issuerStatus), at: Date.now() }
      : real(url, question);
}

async function codes(extra: Partial<Expected> = {}, probe = probing()): Promise<string[]> {
  const { complaints } = await diagnose(expected(extra), probe, Date.now());
  for (const { sentence, todo } of complaints) {
    expect(sentence).toMatch(/^\S.{15,}[.]$/s);
    expect(todo.length).toBeGreaterThan(7);
    expect(`${sentence} ${todo}`).not.toMatch(/undefined|\[object/);
  }
  return [...new Set(complaints.map(({ code }) => code))];
}

test("a sound deployment is called sound", async () => {
  expect(await codes()).toEqual([]);
});

test("so is one of which nothing is known but its address", async () => {
  const bare = { tenant: undefined, client: undefined, api: undefined, manifest: undefined };
  expect(await codes(bare)).toEqual([]);
});

const on = (pattern: RegExp, change: (passing: Passing) => void): Wrongs => ({
  answered: (passing) => pattern.test(passing.path) && change(passing),
});
const page = /^\/taskpane\.html/;
const pages = /\.html$/;
const setHeader = (name: string, value: string) => (passing: Passing) => {
  passing.headers[name] = value;
};
const dropHeader = (name: string) => (passing: Passing) => {
  delete passing.headers[name];
};
const inPolicy = (from: string | RegExp, to: string) => (passing: Passing) => {
  const policy = String(passing.headers["content-security-policy"]);
  expect(policy).toMatch(from);
  passing.headers["content-security-policy"] = policy.replace(from, to);
};
const say =
  (status: number, body = "", type = "text/html") =>
  (passing: Passing) => {
    passing.status = status;
    passing.body = Buffer.from(body);
    passing.headers["content-type"] = type;
  };
const inJson = (change: (value: Record<string, unknown>) => void) => (passing: Passing) => {
  const value = JSON.parse(passing.body.toString());
  change(value);
  passing.body = Buffer.from(JSON.stringify(value));
};
const rewrite = (change: (text: string) => string) => (passing: Passing) => {
  passing.body = Buffer.from(change(passing.body.toString()));
};
const authority = (text: string) => inJson((value) => Object.assign(value, { authority: text }));

const planted: readonly (readonly [string, Wrongs, readonly string[]])[] = [
  [
    "pages are redirected to a sign-in page",
    on(pages, (passing) => {
      passing.status = 302;
      passing.headers.location = "https://sso.example.com/";
    }),
    ["redirect"],
  ],
  [
    "the clock is ten minutes behind",
    on(/./, setHeader("date", new Date(Date.now() - 600_000).toUTCString())),
    ["clock"],
  ],
  [
    "the clock is half a minute ahead",
    on(/./, setHeader("date", new Date(Date.now() + 30_000).toUTCString())),
    ["clock"],
  ],
  ["the pane was not deployed", on(page, say(404)), ["page-missing"]],
  [
    "the page comes as a download",
    on(page, setHeader("content-type", "application/octet-stream")),
    ["page-type"],
  ],
  [
    "another page answers for the pane's",
    on(
      page,
      rewrite(() => "<h1>Welcome</h1>"),
    ),
    ["office-js"],
  ],
  ["X-Frame-Options", on(pages, setHeader("x-frame-options", "SAMEORIGIN")), ["x-frame-options"]],
  ["the policy was dropped", on(pages, dropHeader("content-security-policy")), ["csp-missing"]],
  [
    "the proxy adds a policy of its own",
    on(pages, (p) => {
      (p.headers as Record<string, unknown>)["content-security-policy"] = [
        p.headers["content-security-policy"],
        "default-src 'self'",
      ];
    }),
    ["csp-twice"],
  ],
  [
    "the new Outlook may not show the pane",
    on(pages, inPolicy(" https://outlook.cloud.microsoft", "")),
    ["frame-ancestors"],
  ],
  [
    "anybody may show the pane",
    on(pages, inPolicy(/frame-ancestors .*/, "frame-ancestors *")),
    ["frame-anybody"],
  ],
  [
    "inline scripts are allowed",
    on(pages, inPolicy("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
    ["csp-loose"],
  ],
  [
    "office.js is not allowed",
    on(pages, inPolicy(" https://appsforoffice.microsoft.com", "")),
    ["csp-tight"],
  ],
  ["sign-in is not allowed", on(pages, inPolicy(" https://login.microsoftonline.com", "")), ["csp-tight"]],
  ["nosniff was dropped", on(pages, dropHeader("x-content-type-options")), ["nosniff"]],
  [
    "windows are cut off",
    on(pages, setHeader("cross-origin-opener-policy", "same-origin")),
    ["opener-policy"],
  ],
  ["no HSTS", on(pages, dropHeader("strict-transport-security")), ["hsts"]],
  [
    "pages are kept for an hour",
    on(pages, setHeader("cache-control", "public, max-age=3600")),
    ["page-cached"],
  ],
  ["the page's script is of another build", on(/^\/static\/taskpane/, say(404)), ["asset-missing"]],
  ["a fallback page answers for scripts", on(/^\/static\//, say(200, "<!doctype html>")), ["asset-missing"]],
  [
    "hashed scripts are not kept",
    on(/^\/static\//, setHeader("cache-control", "no-cache")),
    ["asset-uncached"],
  ],
  ["icons must not be kept", on(/\.png$/, setHeader("cache-control", "no-store")), ["icon-no-store"]],
  [
    "icons are for the same origin only",
    on(/\.png$/, setHeader("cross-origin-resource-policy", "same-origin")),
    ["icon-own-only"],
  ],
  ["an icon is missing", on(/icon-80\.png$/, say(404)), ["manifest:icon-file-missing"]],
  [
    "an icon is an error page",
    on(/icon-16\.png$/, say(200, "<h1>Forbidden</h1>")),
    ["manifest:icon-not-png"],
  ],
  [
    "the API is not behind the proxy",
    on(/^\/(healthz|readyz|api|pane-config)/, say(502, "Bad Gateway")),
    ["api-down", "settings-missing"],
  ],
  [
    "a portal answers for everything it does not know",
    on(/^\/(healthz|readyz)/, say(200, "<h1>Portal</h1>")),
    ["api-down"],
  ],
  ["/api is answered by the proxy", on(/^\/api\//, say(403, "Forbidden")), ["api-path"]],
  ["/api is open", on(/^\/api\/me/, say(200, "{}", "application/json")), ["api-path"]],
  ["the API's answers may be kept", on(/^\/api\/me/, setHeader("cache-control", "public")), ["api-cached"]],
  [
    "PUT is blocked",
    { answered: (p) => void (p.method === "PUT" && say(405, "Method Not Allowed")(p)) },
    ["method-blocked"],
  ],
  [
    "the token is dropped on its way",
    { asked: ({ headers }) => void delete headers.authorization },
    ["authorization-dropped"],
  ],
  [
    "something lets unsigned tokens in",
    {
      asked: () => {},
      answered: (p) =>
        void (
          p.path === "/api/me" &&
          p.headers["www-authenticate"]?.includes("invalid") &&
          say(200, "{}", "application/json")(p)
        ),
    },
    ["token-unverified"],
  ],
  ["the settings of the pane are kept back", on(/^\/pane-config/, say(404)), ["settings-missing"]],
  [
    "another app registration",
    on(
      /^\/pane-config/,
      inJson((v) => Object.assign(v, { clientId: asked.tenant })),
    ),
    ["client"],
  ],
  [
    "the scope of another API",
    on(
      /^\/pane-config/,
      inJson((v) => Object.assign(v, { scope: `api://${asked.tenant}/triage.use` })),
    ),
    ["audience"],
  ],
  [
    "another tenant's sign-in",
    on(/^\/pane-config/, authority(`https://login.microsoftonline.com/${asked.client}`)),
    ["authority"],
  ],
  ["sign-in without https", on(/^\/pane-config/, authority("http://login.example.com/x")), ["authority"]],
  [
    "sign-in for everybody",
    on(/^\/pane-config/, authority("https://login.microsoftonline.com/common")),
    ["authority-open"],
  ],
  [
    "an old manifest on the server",
    on(
      /^\/manifest/,
      rewrite((text) => text.replace("1.0.0.0", "1.0.0.1")),
    ),
    ["manifest-differs"],
  ],
];

test("at least fifteen faults are planted", () => {
  expect(planted.length).toBeGreaterThanOrEqual(15);
});

test.each(planted)("%s: found, and nothing else", async (_, wrongs, wanted) => {
  place.plant(wrongs);
  expect(await codes()).toEqual(wanted);
});

test.each<[string, () => Promise<Wrongs["certificate"]>, string]>([
  [
    "has ended",
    () => certificateBy(place.signer, ["localhost"], Date.now() - 40 * 24 * hour, 30),
    "tls-expired",
  ],
  [
    "is not valid yet",
    () => certificateBy(place.signer, ["localhost"], Date.now() + 24 * hour, 30),
    "tls-not-yet-valid",
  ],
  ["ends in a week", () => certificateBy(place.signer, ["localhost"], Date.now() - hour, 7), "tls-ends-soon"],
  [
    "is for another name",
    () => certificateBy(place.signer, ["mail.example.com"], Date.now() - hour, 90),
    "tls-name",
  ],
  [
    "was signed by nobody",
    () => certificateBy(undefined, ["localhost"], Date.now() - hour, 90),
    "tls-untrusted",
  ],
])("a certificate that %s is found", async (_, make, code) => {
  place.plant({ certificate: (await make())! });
  expect(await codes()).toEqual([code]);
});

test("a root that only the organisation trusts has to be given", async () => {
  expect(await codes({}, probing(""))).toEqual(["tls-untrusted"]);
});

describe("a server that cannot be reached", () => {
  test("because nobody listens", async () => {
    expect(await codes({ origin: "https://localhost:9" })).toEqual(["unreachable"]);
  });
  test("because the name has no address", async () => {
    expect(await codes({ origin: "https://nowhere.invalid" })).toEqual(["name-unknown"]);
  });
  test("because it speaks http only", async () => {
    const plain = createServer((_, answer) => answer.end("hello"));
    await new Promise<void>((done) => plain.listen(0, "127.0.0.1", done));
    const origin = `https://localhost:${(plain.address() as AddressInfo).port}`;
    expect(await codes({ origin })).toEqual(["tls-missing"]);
    await new Promise((done) => plain.close(done));
  });
});

test("a manifest for another origin, and none at all, are told apart", async () => {
  const elsewhere = on(/^\/manifest/, (p) => {
    p.body = Buffer.from(p.body.toString().replaceAll(place.origin, "https://other.example.com"));
  });
  place.plant(elsewhere);
  expect(await codes()).toEqual(["manifest-origin"]);
  place.plant(on(/^\/manifest/, say(404)));
  expect(await codes()).toEqual([]);
  expect(await codes({ manifest: undefined })).toEqual(["manifest-unseen"]);
});

test("a tenant that the sign-in service does not know is found", async () => {
  expect(await codes({}, probing(place.ca, 400))).toEqual(["tenant-missing"]);
});

describe("the server's own faults", () => {
  test("a database with older tables, after a backup was put back beneath it", async () => {
    const rows = await running.store.db
      .selectFrom("migration")
      .selectAll()
      .orderBy("number", "desc")
      .execute();
    await running.store.db.deleteFrom("migration").where("number", "=", rows[0]!.number).execute();
    expect(await codes()).toEqual(["tables-old"]);
    await running.store.db.insertInto("migration").values(rows[0]!).execute();
    await running.store.db
      .insertInto("migration")
      .values({ ...rows[0]!, number: 9_000 })
      .execute();
    expect(await codes()).toEqual(["tables-new"]);
    await running.store.db.deleteFrom("migration").where("number", "=", 9_000).execute();
    expect(await codes()).toEqual([]);
  });

  test("signing keys it cannot fetch", async () => {
    const cut = await place.serve((tenant) => Object.assign(tenant, { jwksUri: "http://127.0.0.1:9/keys" }));
    const found = await codes().finally(cut.stop);
    expect(found).toEqual(["keys-unreachable"]);
  });

  test("a tenant that is not in its organisation file", async () => {
    const other = await place.serve((tenant) => Object.assign(tenant, { tid: asked.client }));
    const found = await codes().finally(other.stop);
    expect(found).toEqual(["authority"]);
  });

  test("a database that does not answer", async () => {
    const broken = await place.serve();
    await sql`alter table migration rename to gone`.execute(broken.store.db);
    const found = await codes().finally(broken.stop);
    expect(found).toEqual(["database-down"]);
  });

  test("one that has stopped", async () => {
    const port = place.behind(9);
    const found = await codes();
    expect(found).toEqual(
      ["page-missing", "api-down", "settings-missing", "manifest:icon-file-missing"].filter((code) =>
        found.includes(code),
      ),
    );
    expect(found).toContain("api-down");
    place.behind(port);
  });
});

describe("as a command", () => {
  const doctor = (...args: string[]) =>
    new Promise<{ status: number | null; stdout: string; stderr: string }>((done) => {
      const child = spawn(process.execPath, [
        "--import",
        require.resolve("tsx"),
        join(root, "src", "deploy", "doctor.cli.ts"),
        ...args,
      ]);
      const said = { stdout: "", stderr: "" };
      child.stdout.on("data", (chunk) => {
        said.stdout += chunk;
      });
      child.stderr.on("data", (chunk) => {
        said.stderr += chunk;
      });
      child.on("close", (status) => done({ status, ...said }));
    });

  let port: number;
  beforeAll(async () => {
    const sound = await place.serve();
    port = Number(new URL(sound.origin).port);
    await running.stop();
    running = sound;
    writeFileSync(join(place.place, "root.pem"), place.ca);
    const pack = join(place.place, "pack");
    mkdirSync(join(pack, "3-manifest"), { recursive: true });
    writeFileSync(
      join(pack, "pack.json"),
      JSON.stringify({ ...JSON.parse(filesOf().get("pack.json")!), origin: place.origin }),
    );
    writeFileSync(join(pack, "3-manifest", "concord.xml"), place.manifest);
  });
  afterAll(() => rmSync(join(place.place, "pack"), { recursive: true }));
  const usual = () => [
    "--pack",
    join(place.place, "pack"),
    "--ca",
    join(place.place, "root.pem"),
    "--timeout",
    "60",
  ];

  test("it ends with 0 and says what has to be looked at by hand", async () => {
    place.behind(port);
    const { status, stdout } = await doctor(...usual());
    expect(stdout).toContain("nothing wrong was found");
    expect(stdout).toContain(`brk-multihub://${new URL(place.origin).host}`);
    expect(status).toBe(0);
  });

  test("a fault ends it with 1, with --json for machines", async () => {
    place.plant(on(pages, setHeader("x-frame-options", "DENY")));
    const { status, stdout } = await doctor(...usual(), "--json");
    expect(status).toBe(1);
    const complaints = JSON.parse(stdout).complaints.filter(
      ({ weight }: { weight: string }) => weight === "wrong",
    );
    const codes = complaints.map(({ code }: { code: string }) => code);
    expect([...new Set(codes)]).toEqual(["x-frame-options"]);
  });

  test.each([
    [["--origin", "https://x.example", "--pack", "/no/such"], /holds no pack.json/],
    [["--orgin", "https://x.example"], /--orgin/],
  ])("asked wrongly by %j it ends with 2 and a sentence", async (args, sentence) => {
    const { status, stderr } = await doctor(...args);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });
});
