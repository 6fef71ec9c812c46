/** A token issuer in the shape of Entra ID: RS256 keys of its own, a JWKS, access and id tokens, and bad ones on request. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { apiClientId, apiScope, appRoles, type Persona, paneClientId, tenantId } from "./personas.ts";
import type { Flaw } from "./tokenFlaws.ts";

export interface Tokens {
  access_token: string;
  id_token: string;
  expires_in: number;
  scope: string;
}

export interface TokenOptions {
  flaw?: Flaw;
  lifetimeS?: number;
  /** comes back in the ID token */
  nonce?: string;
  /** of a claims request: its `acrs` is granted */
  claims?: string;
}

export interface Issuer {
  tenantId: string;
  issuer: string;
  audience: string;
  clientId: string;
  /** As it stands in the token's `scp`. */
  scope: string;
  /** As the pane asks for it. */
  scopeUri: string;
  jwks: JSONWebKeySet;
  jwksUri: string;
  /** A fetch that answers for `jwksUri`, for a server that cannot ask itself over its own certificate. */
  fetchKeys: typeof fetch;
  tokensFor(persona: Persona, options?: TokenOptions): Promise<Tokens>;
}

export interface IssuerParts {
  /** Where the keys are kept, so that a token outlives a restart as Entra's does. */
  folder: string;
  origin: string;
  now?: () => Date;
}

interface KeyFile {
  good: JWK;
  other: JWK;
}

const fresh = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: randomUUID() };
};

async function keysIn(folder: string): Promise<KeyFile> {
  const file = join(folder, "sandbox-issuer.json");
  try {
    return JSON.parse(await readFile(file, "utf8")) as KeyFile;
  } catch {
    const good = await fresh();
    // The other key borrows the good one's id: only the signature gives it away.
    const keys = { good, other: { ...(await fresh()), kid: good.kid! } };
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
  }
}

const publicPart = ({ kty, n, e, alg, use, kid }: JWK): JWK => ({ kty, n, e, alg, use, kid }) as JWK;

export async function openIssuer({ folder, origin, now = () => new Date() }: IssuerParts): Promise<Issuer> {
  const keys = await keysIn(folder);
  const signing = {
    good: (await importJWK(keys.good, "RS256")) as CryptoKey,
    other: (await importJWK(keys.other, "RS256")) as CryptoKey,
  };
  const issuer = `${origin}/sandbox/issuer/${tenantId}/v2.0`;
  const sign = (claims: JWTPayload, flaw: Flaw | undefined) =>
    flaw === "unsigned"
      ? new UnsecuredJWT(claims).encode()
      : new SignJWT(claims)
          .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: keys.good.kid! })
          .sign(flaw === "otherKey" ? signing.other : signing.good);

  return {
    tenantId,
    issuer,
    audience: apiClientId,
    clientId: paneClientId,
    scope: apiScope,
    scopeUri: `api://${apiClientId}/${apiScope}`,
    jwks: { keys: [publicPart(keys.good)] },
    jwksUri: `${origin}/sandbox/issuer/${tenantId}/discovery/v2.0/keys`,
    fetchKeys: async () => Response.json({ keys: [publicPart(keys.good)] }),
    async tokensFor(persona, { flaw, lifetimeS = 3600, nonce, claims } = {}) {
      const times = lifeOf(now(), lifetimeS, flaw);
      const person = claimsOf(persona, issuer);
      return {
        access_token: await sign(
          flawed({ ...person, ...times, ...accessClaims(persona), ...granted(claims) }, flaw),
          flaw,
        ),
        id_token: await sign(
          { ...person, ...times, aud: paneClientId, ...(nonce ? { nonce } : {}) },
          undefined,
        ),
        expires_in: lifetimeS,
        scope: `api://${apiClientId}/${apiScope}`,
      };
    },
  };
}

function lifeOf(now: Date, lifetimeS: number, flaw: Flaw | undefined) {
  const iat = Math.floor(now.getTime() / 1000) - 5;
  if (flaw === "expired") return { iat: iat - 7200, nbf: iat - 7200, exp: iat - 3600 };
  if (flaw === "notYetValid") return { iat: iat + 3600, nbf: iat + 3600, exp: iat + 7200 };
  return { iat, nbf: iat, exp: iat + 5 + lifetimeS };
}

const claimsOf = (persona: Persona, iss: string): JWTPayload => ({
  iss,
  tid: persona.tid,
  oid: persona.oid,
  sub: `${persona.oid}-pairwise`,
  name: persona.name,
  preferred_username: persona.address,
  uti: randomUUID(),
  rh: "0.sandbox",
  ver: "2.0",
});

const accessClaims = (persona: Persona): JWTPayload => ({
  aud: apiClientId,
  azp: paneClientId,
  azpacr: "0",
  scp: apiScope,
  roles: persona.roles.map((role) => appRoles[role]),
});

/** The authentication context that was demanded, as Entra writes it once its conditions are met. */
function granted(claims: string | undefined): JWTPayload {
  try {
    const { value, values } = JSON.parse(claims ?? "{}").access_token?.acrs ?? {};
    const acrs = [value, ...(values ?? [])].filter(Boolean);
    return acrs.length > 0 ? { acrs } : {};
  } catch {
    return {};
  }
}

function flawed(claims: JWTPayload, flaw: Flaw | undefined): JWTPayload {
  const foreign = "00000000-1111-4222-8333-444444444444";
  if (flaw === "wrongAudience") return { ...claims, aud: foreign };
  if (flaw === "wrongIssuer") return { ...claims, iss: `https://sts.elsewhere.example/${tenantId}/v2.0` };
  if (flaw === "wrongTenant") return { ...claims, tid: foreign };
  if (flaw === "wrongClient") return { ...claims, azp: foreign };
  if (flaw === "version1") return { ...claims, ver: "1.0" };
  if (flaw === "missingScope") return without(claims, "scp");
  if (flaw === "missingRoles") return without(claims, "roles");
  return claims;
}

const without = (claims: JWTPayload, name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
