/**
 * The API starts with what is in the pack, and accepts the tokens its registration would issue and no others.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { configFrom } from "../../api/config.ts";
import { startApi } from "../../api/start.ts";
import { startIssuer, type TestIssuer } from "../../api/testing/issuer.ts";
import { starters } from "../../triage/starter/starters.ts";
import type { GraphApplication } from "./registration.ts";
import { asked, filesOf } from "./testing/samplePack.ts";

const oid = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001";
let issuer: TestIssuer;
const folder = mkdtempSync(join(tmpdir(), "concord-start-"));
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true });
});

/** Starts with the pack's files as they are; only ports, folders and the place of the keys are this computer's. */
async function startFrom(files: ReadonlyMap<string, string>, name: string) {
  const place = join(folder, name);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  const organisation = JSON.parse(files.get("2-hosting/organisation.json")!);
  organisation.tenants[0].jwksUri = issuer.jwksUri;
  writeFileSync(join(place, "organisation.json"), JSON.stringify(organisation));
  mkdirSync(join(place, "pane"));
  writeFileSync(join(place, "pane", "taskpane.html"), "<!doctype html>");
  const lines = files.get("2-hosting/concord.env")!.split("\n");
  const env = Object.fromEntries(
    lines
      .filter((line) => /^\w/.test(line))
      .map((line) => line.split("=").map((part) => part.replaceAll('"', ""))),
  );
  const config = configFrom({
    ...env,
    PORT: "0",
    DATA_DIR: join(place, "data"),
    PANE_DIR: join(place, "pane"),
    ORGANISATION_FILE: join(place, "organisation.json"),
    MANIFEST_FILE: join(place, "3-manifest", "concord.xml"),
    LOG_LEVEL: "silent",
  });
  return startApi({ config, starters });
}

/** What Entra would put into an access token for a person, from the registrations alone. */
function claimsFrom(resource: GraphApplication, pane: { appId: string }, roles: string[]) {
  const { api, identifierUris, appRoles } = resource;
  const isSecond = api!.requestedAccessTokenVersion === 2;
  const appId = identifierUris![0]!.slice("api://".length);
  const now = Math.floor(Date.now() / 1000);
  const isKnown = (role: string) => appRoles!.some((one) => (one as { value: string }).value === role);
  return {
    aud: isSecond ? appId : identifierUris![0],
    iss: isSecond
      ? `https://login.microsoftonline.com/${asked.tenant}/v2.0`
      : `https://sts.windows.net/${asked.tenant}/`,
    ver: isSecond ? "2.0" : "1.0",
    tid: asked.tenant,
    oid,
    azp: pane.appId,
    scp: api!.oauth2PermissionScopes.map((one) => (one as { value: string }).value).join(" "),
    roles: roles.filter(isKnown),
    iat: now,
    nbf: now,
    exp: now + 3600,
  };
}

describe.each([
  ["two registrations", {}, "api", asked.client!],
  ["one registration", { api: undefined }, "concord", asked.client!],
])("with %s", (name, options, key, client) => {
  const files = filesOf(options);
  const resource: GraphApplication = JSON.parse(files.get(`1-registration/${key}.json`)!);
  const claims = (roles: string[], registered = resource) => claimsFrom(registered, { appId: client }, roles);
  let running: Awaited<ReturnType<typeof startFrom>>;
  beforeAll(async () => {
    running = await startFrom(files, name.replace(" ", "-"));
  });
  afterAll(() => running.stop());
  const me = async (token: object) => {
    const answer = await running.app.inject({
      url: "/api/me",
      headers: { authorization: `Bearer ${await issuer.sign(token as never)}` },
    });
    return { status: answer.statusCode, ...answer.json() };
  };

  test.each(["Triage.Staff", "Triage.Lead", "Triage.Admin"])(
    "%s is a role people have in Concord",
    async (role) => {
      const answer = await me(claims([role]));
      expect(answer).toMatchObject({ status: 200, roles: [role.split(".")[1]!.toLowerCase()] });
    },
  );

  test("the two departments are there to be chosen", async () => {
    const text = JSON.stringify(await me(claims(["Triage.Staff"])));
    expect(text).toContain("customer-service");
    expect(text).toContain("it-help-desk");
  });

  test("a registration that issues tokens of version 1, another client, or no role is refused", async () => {
    const first = structuredClone(resource) as unknown as { api: { requestedAccessTokenVersion: number } };
    first.api.requestedAccessTokenVersion = 1;
    expect(await me(claims(["Triage.Staff"], first as never))).toMatchObject({ status: 401 });
    expect(await me({ ...claims(["Triage.Staff"]), azp: asked.tenant })).toMatchObject({ status: 401 });
    expect(await me(claims(["Triage.Boss"]))).toMatchObject({ status: 403, code: "role_missing" });
  });

  test("the pane is told to ask for the scope that is registered, at the tenant's own authority", async () => {
    const config = (await running.app.inject({ url: "/pane-config.json" })).json();
    expect(config).toMatchObject({
      clientId: client,
      authority: `https://login.microsoftonline.com/${asked.tenant}`,
      scope: `${resource.identifierUris![0]}/${(resource.api!.oauth2PermissionScopes[0] as { value: string }).value}`,
    });
  });

  test("the manifest of the pack is served for admin centers that take a link", async () => {
    const { body, headers } = await running.app.inject({ url: "/manifest.xml" });
    expect(body).toBe(files.get("3-manifest/concord.xml"));
    expect(headers).toMatchObject({ "content-type": "text/xml; charset=utf-8", "cache-control": "no-cache" });
  });
});
