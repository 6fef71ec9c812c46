/** Every flaw a token can have is refused with its status and code, and logged without content. */
import { createHmac } from "node:crypto";
import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import Value from "typebox/value";
import { Problem } from "../triage/failure.ts";
import { noon, openingOf, startTestApi, type TestApi } from "./testing/api.ts";
import { claimsOf, otherTid, tid } from "./testing/issuer.ts";
import { amara, mei } from "./testing/organisation.ts";

const seconds = Math.floor(noon / 1000);
const name = "Amara Content-Marker";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const good = (extra: JWTPayload = {}): JWTPayload => ({ ...claimsOf(noon, { oid: amara, name }), ...extra });
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(good()).filter(([key]) => key !== claim));
const signed = (claims: JWTPayload) => api.issuer.sign(claims);
const byOtherKey = async () => {
  const { privateKey } = await generateKeyPair("RS256");
  return new SignJWT(good()).setProtectedHeader({ alg: "RS256", kid: "k0" }).sign(privateKey);
};
/** The old trick: HS256 with the public key as the secret. */
const byPublicKey = async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", kid: "k0" })}.${part(good())}`;
  const secret = JSON.stringify(api.issuer.publicJwk);
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
};

const flaws: [string, () => Promise<string> | string, number, string][] = [
  ["expired", () => signed(good({ exp: seconds - 61 })), 401, "token_expired"],
  ["not valid yet", () => signed(good({ nbf: seconds + 120 })), 401, "token_invalid"],
  ["for another API", () => signed(good({ aud: "another" })), 401, "token_invalid"],
  ["by another issuer", () => signed(good({ iss: "https://sts.example/v2.0" })), 401, "token_invalid"],
  ["of another organisation", () => signed(good({ tid: otherTid })), 401, "token_invalid"],
  ["unsigned", () => new UnsecuredJWT(good()).encode(), 401, "token_invalid"],
  ["signed by another key", byOtherKey, 401, "token_invalid"],
  ["signed with the public key", byPublicKey, 401, "token_invalid"],
  ["from another client", () => signed(good({ azp: "another" })), 401, "token_invalid"],
  ["of version 1", () => signed(good({ ver: "1.0" })), 401, "token_invalid"],
  ["without an expiry", () => signed(without("exp")), 401, "token_invalid"],
  ["without a person", () => signed(without("oid")), 401, "token_invalid"],
  ["without scope, as applications have them", () => signed(without("scp")), 403, "scope_missing"],
  ["with another scope", () => signed(good({ scp: "other.use" })), 403, "scope_missing"],
  ["without a role", () => signed(without("roles")), 403, "role_missing"],
  ["with a role of another application", () => signed(good({ roles: ["Other.Admin"] })), 403, "role_missing"],
  ["not a token", () => "nonsense", 401, "token_invalid"],
];

test.each(flaws)("a token %s is refused", async (_, make, status, code) => {
  const answer = await api.send("GET", "/api/me", await make());
  expect([answer.status, answer.json().code]).toEqual([status, code]);
  expect(Value.Check(Problem, answer.json())).toBe(true);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  if (status === 401) expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
  expect(answer.text).not.toContain("Content-Marker");
});

test("no token at all is answered with a challenge", async () => {
  const answer = await api.app.inject({ url: "/api/me" });
  expect([answer.statusCode, answer.json().code]).toEqual([401, "token_missing"]);
  expect(answer.headers["www-authenticate"]).toBe("Bearer");
});

test("clocks may differ by a minute", async () => {
  const early = await signed(good({ nbf: seconds + 50 }));
  const late = await signed(good({ exp: seconds - 50 }));
  for (const token of [early, late]) expect((await api.send("GET", "/api/me", token)).status).toBe(200);
});

test("a person of another department is refused what is not theirs", async () => {
  const answer = await api.send("POST", "/api/predictions", await api.token(mei), openingOf(api));
  expect([answer.status, answer.json().code]).toEqual([404, "department_unknown"]);
});

test("keys are fetched once, and again when they were changed", async () => {
  const before = api.issuer.fetches;
  await api.send("GET", "/api/me", await signed(good()));
  expect(api.issuer.fetches).toBe(before);
  const fresh = await startTestApi();
  await fresh.send("GET", "/api/me", await fresh.token(amara));
  await fresh.issuer.rotate();
  const rotated = await fresh.send("GET", "/api/me", await fresh.token(amara));
  // Within the first 30 seconds an unknown key is not asked for again: nobody can make the API hammer the issuer.
  expect([rotated.status, fresh.issuer.fetches]).toEqual([401, 1]);
  await fresh.close();
});

test("keys that cannot be fetched are a passing trouble of ours, not a bad token", async () => {
  const cut = await startTestApi();
  const token = await cut.token(amara);
  await cut.issuer.close();
  const answer = await cut.send("GET", "/api/me", token);
  expect([answer.status, answer.json().code, answer.headers["retry-after"]]).toEqual([503, "timeout", "5"]);
  await cut.close();
});

test("nothing a caller said stands in the log", async () => {
  const marker = "Content-Marker";
  const token = await signed(good());
  const bodies = [`{"subject": "${marker}"`, JSON.stringify({ [marker]: marker }), marker];
  for (const payload of bodies) {
    const answer = await api.app.inject({
      method: "POST",
      url: `/api/predictions?q=${marker}`,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "x-marker": marker },
      payload,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, "request_invalid"]);
    expect(answer.body).not.toContain(marker);
  }
  await api.app.inject({ url: `/${marker}/%zz` });
  expect(api.lines.length).toBeGreaterThan(10);
  expect(api.lines.join("")).not.toContain(marker);
  expect(api.lines.join("")).not.toContain(token.slice(0, 40));
  expect(api.lines.join("")).not.toContain(tid);
});
