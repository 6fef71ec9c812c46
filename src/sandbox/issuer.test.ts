/** Claims about the sandbox's token issuer. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from "jose";
import { type Issuer, openIssuer } from "./issuer.ts";
import { apiClientId, paneClientId, personaOf, tenantId } from "./personas.ts";
import type { Flaw } from "./tokenFlaws.ts";

const amara = personaOf("amara")!;
let folder: string;
let issuer: Issuer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "issuer-"));
  issuer = await openIssuer({ folder, origin: "https://localhost:3000" });
});

const verified = async (flaw?: Flaw, by = issuer) =>
  jwtVerify((await issuer.tokensFor(amara, flaw ? { flaw } : {})).access_token, createLocalJWKSet(by.jwks), {
    issuer: by.issuer,
    audience: by.audience,
    algorithms: ["RS256"],
  });

test("an access token has every claim an API checks in Entra's", async () => {
  const { payload, protectedHeader } = await verified();
  expect(protectedHeader).toMatchObject({ alg: "RS256", typ: "JWT", kid: issuer.jwks.keys[0]!.kid });
  expect(payload).toMatchObject({
    iss: `https://localhost:3000/sandbox/issuer/${tenantId}/v2.0`,
    aud: apiClientId,
    azp: paneClientId,
    scp: "triage.use",
    ver: "2.0",
    tid: tenantId,
    oid: amara.oid,
    roles: ["Triage.Staff"],
    preferred_username: amara.address,
  });
  for (const time of ["iat", "nbf", "exp"] as const) expect(payload[time]).toEqual(expect.any(Number));
});

test("the published keys hold nothing private", () => {
  expect(Object.keys(issuer.jwks.keys[0]!).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
});

test.each<Flaw>(["expired", "notYetValid", "wrongAudience", "wrongIssuer", "otherKey", "unsigned"])(
  "a token that is %s does not verify",
  async (flaw) => {
    await expect(verified(flaw)).rejects.toThrow();
  },
);

test.each<[Flaw, string, unknown]>([
  ["missingScope", "scp", undefined],
  ["missingRoles", "roles", undefined],
  ["version1", "ver", "1.0"],
  ["wrongTenant", "tid", "00000000-1111-4222-8333-444444444444"],
  ["wrongClient", "azp", "00000000-1111-4222-8333-444444444444"],
])("a token with %s verifies, so that the API itself must look at the claim", async (flaw, claim, value) => {
  expect((await verified(flaw)).payload[claim]).toEqual(value);
});

test("an API can verify with keys it fetches, without trusting the local certificate", async () => {
  const keys = createRemoteJWKSet(new URL(issuer.jwksUri), { [customFetch]: issuer.fetchKeys });
  const { access_token } = await issuer.tokensFor(amara);
  await expect(jwtVerify(access_token, keys, { issuer: issuer.issuer })).resolves.toBeDefined();
});

test("a token outlives a restart, because the keys are kept", async () => {
  const again = await openIssuer({ folder, origin: "https://localhost:3000" });
  await expect(verified(undefined, again)).resolves.toBeDefined();
});

test("the id token is for the pane, not for the API", async () => {
  const { id_token } = await issuer.tokensFor(amara);
  expect(decodeJwt(id_token)).toMatchObject({ aud: paneClientId, oid: amara.oid, name: amara.name });
});
