/** Settings: sensible ones are taken as they are, every other one is refused with a sentence that names it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configFrom, outlookHosts } from "./config.ts";
import { isStartFailure } from "./startFailure.ts";
import { organisation } from "./testing/organisation.ts";

const given = { organisation: organisation({ jwksUri: "http://127.0.0.1:1/keys" }) };
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (fault) {
    if (isStartFailure(fault)) return fault.message;
    throw fault;
  }
  throw new Error("not refused");
};

test("without any setting it listens on localhost:3000 and lets Outlook's hosts embed the pane", () => {
  expect(configFrom({}, given)).toMatchObject({
    host: "localhost",
    port: 3000,
    frameAncestors: outlookHosts,
    databaseUrl: undefined,
  });
});

test.each([
  [{ PORT: "http" }, "PORT must be a whole number from 0 to 65535."],
  [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535."],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of trace, /],
  [{ FRAME_ANCESTORS: "https://a.example/path" }, /^FRAME_ANCESTORS must list origins/],
  [{ DATABASE_URL: "mysql://user:hunter2@host/db" }, /^DATABASE_URL must begin with postgres/],
])("%j is refused in a sentence", (env, sentence) => {
  expect(refusalOf(() => configFrom(env, given))).toMatch(sentence);
});

test("a secret that is refused is not repeated", () => {
  expect(refusalOf(() => configFrom({ DATABASE_URL: "mysql://user:hunter2@host/db" }, given))).not.toContain(
    "hunter2",
  );
});

test("a secret may come in a file, as container and service managers hand it over", () => {
  const folder = mkdtempSync(join(tmpdir(), "concord-secret-"));
  const file = join(folder, "url");
  writeFileSync(file, "postgresql://user:hunter2@host/db\n");
  expect(configFrom({ DATABASE_URL_FILE: file, CONCORD_KEY_FILE: file }, given)).toMatchObject({
    databaseUrl: "postgresql://user:hunter2@host/db",
    secret: "postgresql://user:hunter2@host/db",
  });
  writeFileSync(file, "mysql://user:hunter2@host/db");
  expect(refusalOf(() => configFrom({ DATABASE_URL_FILE: file }, given))).not.toContain("hunter2");
  expect(refusalOf(() => configFrom({ CONCORD_KEY_FILE: "/no/such/file" }, given))).toMatch(
    /^CONCORD_KEY_FILE names \/no\/such\/file, which cannot be read/,
  );
  expect(refusalOf(() => configFrom({ CONCORD_KEY: "x", CONCORD_KEY_FILE: file }, given))).toMatch(
    /not both/,
  );
  rmSync(folder, { recursive: true });
});

test("an organisation that does not fit is refused at the place where it does not", () => {
  const wrong = structuredClone(given.organisation) as { tenants: { departments: { id: string }[] }[] };
  wrong.tenants[0]!.departments[1]!.id = "No Slug";
  expect(refusalOf(() => configFrom({}, { organisation: wrong as never }))).toContain(
    "/tenants/0/departments/1/id",
  );
  expect(refusalOf(() => configFrom({}))).toMatch(/^ORGANISATION_FILE must name/);
  expect(refusalOf(() => configFrom({ ORGANISATION_FILE: "/no/such/file" }))).toMatch(/cannot be read\.$/);
});

test("signing keys come by https, or from this computer", () => {
  const plain = organisation({ jwksUri: "http://keys.example/keys" });
  expect(refusalOf(() => configFrom({}, { organisation: plain }))).toMatch(
    /must be https, or http on this computer/,
  );
  expect(() =>
    configFrom({}, { organisation: organisation({ jwksUri: "https://keys.example/" }) }),
  ).not.toThrow();
});
