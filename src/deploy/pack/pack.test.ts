/**
 * The pack says the same thing in every file, and leaves nothing to be guessed.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configFrom, outlookHosts } from "../../api/config.ts";
import { starters } from "../../triage/starter/starters.ts";
import { fill } from "./fill.ts";
import { asked, filesOf, packed } from "./testing/samplePack.ts";

const files = filesOf();
const text = (name: string, from = files): string => {
  const found = from.get(name);
  if (found === undefined) throw new Error(`The pack has no ${name}: ${[...from.keys()].join(", ")}`);
  return found;
};
const json = (name: string, from = files) => JSON.parse(text(name, from));

test("no file has a place left to fill, and none is empty", () => {
  for (const [name, content] of files) {
    expect({ name, open: content.match(/\{\{.*?\}\}|undefined|API-CLIENT-ID/g) }).toEqual({
      name,
      open: name.endsWith(".sh") ? content.match(/API-CLIENT-ID/g) : null,
    });
    expect(content.trim().length).toBeGreaterThan(10);
  }
});

test("every file the pack's pages name is in it", () => {
  const named = [...text("README.md").matchAll(/`(\d-\w+\/[\w.-]+)`/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(8);
  for (const name of named) text(name);
});

test("the manifest's checksum is that of the file, as sha256sum reads it", () => {
  const digest = createHash("sha256").update(text("3-manifest/concord.xml")).digest("hex");
  expect(text("3-manifest/concord.xml.sha256")).toBe(`${digest}  concord.xml\n`);
  expect(text("README.md")).toContain(digest);
  expect(json("pack.json").manifest.sha256).toBe(digest);
});

test("the consent address names tenant, client, scope and a redirect that is registered", () => {
  const url = new URL(text("1-registration/consent-url.txt").trim());
  expect(url.origin + url.pathname).toBe(
    `https://login.microsoftonline.com/${asked.tenant}/v2.0/adminconsent`,
  );
  expect(url.searchParams.get("client_id")).toBe(asked.client);
  expect(url.searchParams.get("scope")).toBe(`api://${asked.api}/triage.use`);
  expect(json("1-registration/pane.json").spa.redirectUris).toContain(url.searchParams.get("redirect_uri"));
});

test("the pane is registered for nested app authentication by its origin alone", () => {
  const at = (origin: string) => json("1-registration/pane.json", filesOf({ origin })).spa.redirectUris[0];
  expect(at("https://concord.example.com")).toBe("brk-multihub://concord.example.com");
  expect(at("https://concord.example.com:8443/")).toBe("brk-multihub://concord.example.com:8443");
});

test("where categories are not written, neither manifest nor statement asks for it", () => {
  const reading = filesOf({ "no-category-writing": true }, { judge: () => [] });
  expect(text("3-manifest/concord.xml", reading)).toContain("<Permissions>ReadItem</Permissions>");
  expect(text("5-people/permissions.md", reading)).toContain("| `ReadWriteItem` | no |");
  expect(text("5-people/permissions.md")).toContain("| `ReadWriteItem` | yes |");
});

test("before the ids are known the pack is the registration, and says what comes next", () => {
  const first = filesOf({ client: undefined, api: undefined });
  expect([...first.keys()].sort()).toEqual([
    "1-registration/api-first.json",
    "1-registration/api.json",
    "1-registration/pane-first.json",
    "1-registration/pane.json",
    "1-registration/register.sh",
    "1-registration/remove.sh",
    "README.md",
  ]);
  expect(text("1-registration/register.sh", first)).toContain("--client $pane_id --api $api_id");
});

test("a manifest with a fault makes no pack", () => {
  const made = packed({}, { judge: () => [{ code: "icon-missing", line: 7, sentence: "It is not there." }] });
  expect(made).toEqual({ faults: ["concord.xml:7 icon-missing: It is not there."] });
});

describe("an organisation file of one's own", () => {
  const own = json("2-hosting/organisation.json");
  const faults = (change: (tenant: Record<string, unknown>) => void): string[] => {
    const organisation = structuredClone(own);
    change(organisation.tenants[0]);
    const made = packed({}, { organisation });
    return "faults" in made ? made.faults : [];
  };

  test("is taken over as it is", () => {
    expect(json("2-hosting/organisation.json", filesOf({}, { organisation: own }))).toEqual(own);
  });
  test.each<[string, (tenant: Record<string, unknown>) => void, RegExp]>([
    [
      "a misspelt field",
      (t) => Object.assign(t, { departements: [] }),
      /does not fit its schema at \/tenants\/0/,
    ],
    ["another tenant", (t) => Object.assign(t, { tid: asked.client }), /no tenant 11111111/],
    ["another API", (t) => Object.assign(t, { audience: asked.client }), /^audience of tenant/],
    ["another pane", (t) => Object.assign(t, { clients: [asked.api] }), /must hold the pane's client id/],
    [
      "the pane not first",
      (t) => Object.assign(t, { clients: [asked.api, asked.client] }),
      /signs in as the first client/,
    ],
    [
      "keys over http",
      (t) => Object.assign(t, { jwksUri: "http://keys.example/" }),
      /must be https, or http on this computer/,
    ],
    [
      "an unknown starter",
      (t) => Object.assign((t.departments as object[])[0]!, { taxonomy: { starter: "sales" } }),
      /begins with "sales"/,
    ],
    [
      "a department twice",
      (t) => Object.assign(t, { departments: [0, 0].map((n) => (t.departments as object[])[n]) }),
      /two departments named/,
    ],
  ])("with %s is refused, with the place", (_, change, sentence) => {
    expect(faults(change).join("\n")).toMatch(new RegExp(sentence.source, "m"));
  });
  test("with several faults has them all said", () => {
    expect(
      faults((t) => Object.assign(t, { audience: asked.client, clients: [asked.api] })).length,
    ).toBeGreaterThan(1);
  });
});

test("the categories to prepare are those that the departments set", () => {
  const lists = json("4-mailboxes/master-categories.json");
  expect(lists.map(({ department }: { department: string }) => department)).toEqual([
    "customer-service",
    "it-help-desk",
  ]);
  const wanted = starters["customer-service"].categories.map(({ outlookCategory }) => outlookCategory);
  const given = lists[0].categories.map(({ displayName }: { displayName: string }) => displayName);
  expect(given).toEqual(wanted);
  for (const { color } of lists[0].categories) expect(color).toMatch(/^preset(\d|1\d|2[0-4])$/);
});

test.each([
  ["concord.env", "/etc/concord"],
  ["container.env", "/etc/concord"],
])("every setting in %s is one the API reads, and nothing but paths has to exist", (name, settings) => {
  const folder = mkdtempSync(join(tmpdir(), "concord-pack-"));
  writeFileSync(join(folder, "organisation.json"), text("2-hosting/organisation.json"));
  const env = Object.fromEntries(
    text(`2-hosting/${name}`)
      .split("\n")
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [
        line.slice(0, line.indexOf("=")),
        line.slice(line.indexOf("=") + 1).replaceAll('"', ""),
      ]),
  );
  const read = new Set<string>();
  const watched = new Proxy(env, {
    get(target, key) {
      read.add(String(key));
      return (target as Record<string, string>)[String(key)]?.replace(settings, folder);
    },
  });
  expect(configFrom(watched as NodeJS.ProcessEnv)).toMatchObject({
    port: 3000,
    frameAncestors: outlookHosts,
    manifestFile: join(folder, "concord.xml"),
  });
  expect(Object.keys(env).filter((key) => !read.has(key))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("the service's unit is one systemd understands, and confines what runs", () => {
  const folder = mkdtempSync(join(tmpdir(), "concord-unit-"));
  const unit = join(folder, "concord.service");
  writeFileSync(unit, text("2-hosting/concord.service"));
  const run = (...args: string[]) => spawnSync("systemd-analyze", args, { encoding: "utf8" });
  const verified = run("verify", unit);
  if ((verified.error as NodeJS.ErrnoException | undefined)?.code === "ENOENT")
    return console.warn("systemd-analyze is not here; the unit was not verified.");
  const complaints = verified.stderr.split("\n").filter((line) => line.includes("concord.service"));
  rmSync(folder, { recursive: true });
  expect(complaints).toEqual([]);
});

test("a text that asks for a value nobody gives is refused", () => {
  expect(() => fill("{{nobody}}", {})).toThrow("asks for nobody");
});

test("the flavour for several selected messages says in manifest, statement and summary what it asks for", () => {
  const batch = filesOf({ batch: true });
  expect(text("5-people/permissions.md")).toContain("| `ReadWriteMailbox` | no |");
  expect(text("5-people/permissions.md", batch)).toContain("| `ReadWriteMailbox` | yes |");
  expect(text("5-people/permissions.md", batch)).toContain("selected together");
  expect(text("3-manifest/concord.xml", batch)).toContain("<SupportsMultiSelect>true</SupportsMultiSelect>");
  expect(text("3-manifest/concord.xml")).not.toContain("SupportsMultiSelect");
  expect(JSON.parse(text("pack.json", batch))).toMatchObject({ batch: true });
});
