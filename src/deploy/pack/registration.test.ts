/**
 * The script makes what the JSON says, and what it makes issues tokens that the API accepts.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { asked, filesOf } from "./testing/samplePack.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-az-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Azure's command line on the path is the stand-in. */
mkdirSync(join(folder, "bin"));
writeFileSync(
  join(folder, "bin", "az"),
  `#!/bin/sh\nexec "${process.execPath}" "${join(__dirname, "testing", "fakeAzure.mjs")}" "$@"\n`,
);
chmodSync(join(folder, "bin", "az"), 0o755);

interface Azure {
  tenant: string;
  applications: Record<string, unknown>[];
  principals: string[];
}

function at(name: string, files: ReadonlyMap<string, string>, azure: Partial<Azure> = {}) {
  const place = join(folder, name);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  const state = join(place, "azure.json");
  writeFileSync(state, JSON.stringify({ tenant: asked.tenant, applications: [], principals: [], ...azure }));
  return {
    run: (script: string) =>
      spawnSync("bash", [join(place, "1-registration", script)], {
        encoding: "utf8",
        env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, FAKE_AZURE: state },
      }),
    azure: (): Azure => JSON.parse(readFileSync(state, "utf8")),
  };
}

const first = filesOf({ client: undefined, api: undefined });

test("from nothing it makes two registrations that are what the JSON says, and tells how to go on", () => {
  const { run, azure } = at("nothing", first);
  const { status, stdout, stderr } = run("register.sh");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const ids = /--client (\S+) --api (\S+) /.exec(stdout)!.slice(1) as [string, string];
  const whole = filesOf({ client: ids[0], api: ids[1] });
  const { applications, principals } = azure();
  expect(applications).toEqual([
    { appId: ids[1], ...JSON.parse(whole.get("1-registration/api.json")!) },
    { appId: ids[0], ...JSON.parse(whole.get("1-registration/pane.json")!) },
  ]);
  expect(principals.sort()).toEqual([...ids].sort());
});

test("a second run changes nothing and makes nothing twice", () => {
  const { run, azure } = at("twice", first);
  run("register.sh");
  const before = azure();
  expect(run("register.sh").status).toBe(0);
  expect(azure()).toEqual(before);
});

test("one registration may serve as both", () => {
  const { run, azure } = at("one", filesOf({ api: undefined }), {
    applications: [{ appId: asked.client, displayName: "made by hand" }],
  });
  const { status, stderr } = run("register.sh");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(azure().applications).toMatchObject([
    { appId: asked.client, identifierUris: [`api://${asked.client}`], spa: {}, appRoles: [{}, {}, {}] },
  ]);
});

test.each([
  ["", /Sign in first: az login/],
  ["99999999-2222-4333-8444-555555555555", /signed in to 99999999.*, not to 11111111/],
])("signed in to %p, nothing is touched", (tenant, sentence) => {
  const { run, azure } = at(`as-${tenant}`, first, { tenant });
  const { status, stderr } = run("register.sh");
  expect(status).not.toBe(0);
  expect(stderr).toMatch(sentence);
  expect(azure().applications).toEqual([]);
});

test("removing takes away these registrations and no others", () => {
  const other = { appId: "other", displayName: "Concord API (elsewhere.example.com)" };
  const { run, azure } = at("remove", first, { applications: [other] });
  run("register.sh");
  expect(azure().applications).toHaveLength(3);
  expect(run("remove.sh").status).toBe(0);
  expect(azure().applications).toEqual([other]);
});
