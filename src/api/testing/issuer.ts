/** A token issuer for tests: real RS256 keys, and a real JWKS over loopback. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export const tid = "7c1b7d52-3f0a-4c5e-9a61-0d6f2b8e4a10";
export const otherTid = "99999999-3f0a-4c5e-9a61-0d6f2b8e4a10";
export const audience = "5be0c3d7-1f48-4d92-8e6a-93a4b7d0c115";
export const client = "2a9d1f60-8b7e-4a35-b0c4-6e51d7c8f920";

export interface TestIssuer {
  jwksUri: string;
  privateKey: CryptoKey;
  publicJwk: JsonWebKey;
  /** How often the keys were fetched. */
  fetches: number;
  /** Replaces the signing key under a new id. */
  rotate(): Promise<void>;
  sign(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<TestIssuer> {
  let generation = 0;
  let pair = await generateKeyPair("RS256", { extractable: true });
  const server = createServer(async (_, answer) => {
    issuer.fetches++;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: `k${generation}`, alg: "RS256", use: "sig" };
    answer.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer: TestIssuer = {
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    privateKey: pair.privateKey,
    publicJwk: (await exportJWK(pair.publicKey)) as JsonWebKey,
    fetches: 0,
    async rotate() {
      generation++;
      pair = await generateKeyPair("RS256", { extractable: true });
    },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: `k${generation}` }).sign(pair.privateKey),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
  return issuer;
}

export interface Claims {
  oid: string;
  name?: string;
  roles?: string[];
}

/** What Entra puts into an access token of version 2. */
export function claimsOf(nowMs: number, { oid, name = "", roles = ["Triage.Staff"] }: Claims): JWTPayload {
  const now = Math.floor(nowMs / 1000);
  return {
    iss: `https://login.microsoftonline.com/${tid}/v2.0`,
    aud: audience,
    azp: client,
    tid,
    oid,
    name,
    roles,
    scp: "triage.use",
    ver: "2.0",
    iat: now - 5,
    nbf: now - 5,
    exp: now + 3600,
  };
}
