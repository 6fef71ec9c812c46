/** Who is asking: a token of an allow-listed organisation, verified as Entra's are; everything else is refused. */
import { hash } from "node:crypto";
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import type { Role } from "../triage/department.ts";
import type { TokenRules } from "./organisation.ts";
import { Refusal } from "./refusal.ts";
import type { Staff } from "./staff.ts";

export type Authenticate = (authorization: string | undefined) => Promise<Staff>;

export interface AuthParts {
  tenants: readonly TokenRules[];
  now: () => number;
  /** How keys are fetched; the platform's fetch unless a local certificate has to be trusted. */
  fetch?: typeof fetch | undefined;
}

const skewS = 60;
/** As the app registration names them; they arrive in the token's `roles`. */
export const appRoles: Readonly<Record<string, Role>> = {
  "Triage.Staff": "staff",
  "Triage.Lead": "lead",
  "Triage.Admin": "admin",
};

export function makeAuthenticate({ tenants, now, fetch }: AuthParts): Authenticate {
  /** Grows whenever keys were fetched: what an earlier set had verified is verified again. */
  let keySets = 0;
  const fetchKeys: typeof globalThis.fetch = async (...asked) => {
    try {
      return await (fetch ?? globalThis.fetch)(...asked);
    } finally {
      keySets++;
    }
  };
  const known = new Map(tenants.map((rules) => [rules.tid, { rules, keys: keysOf(rules, fetchKeys) }]));
  const verify = async (token: string): Promise<Seen> => {
    const { tid } = claimsOf(token);
    const tenant = typeof tid === "string" ? known.get(tid.toLowerCase()) : undefined;
    // In the words of a bad signature: whose organisation is served here is nobody else's business.
    if (!tenant) throw unsigned();
    const from = now();
    const keySet = keySets;
    const claims = await verified(token, tenant.rules, tenant.keys, from);
    return {
      staff: staffIn(claims, tenant.rules),
      keySet,
      from,
      until: Math.min(from + seenMs, claims.exp! * 1_000),
    };
  };
  const seen = new Map<string, Seen>();
  return async (authorization) => {
    const token = tokenIn(authorization);
    const name = hash("sha256", token, "base64");
    const at = now();
    const found = seen.get(name);
    if (found?.keySet === keySets && at >= found.from && at < found.until) return found.staff;
    const fresh = await verify(token);
    seen.delete(name);
    seen.set(name, fresh);
    for (const [oldest] of seen) {
      if (seen.size <= mostSeen) break;
      seen.delete(oldest);
    }
    return fresh.staff;
  };
}

/** A token that was verified, kept by its hash; it is not verified again for a while, unless keys are fetched meanwhile. */
interface Seen {
  staff: Staff;
  keySet: number;
  from: number;
  until: number;
}

const seenMs = 5 * 60_000;
const mostSeen = 10_000;

/** Cached; fetched again for an unknown key id, at most every 30 seconds. */
const keysOf = ({ jwksUri }: TokenRules, fetchKeys: typeof fetch): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 12 * 3_600_000,
    [customFetch]: fetchKeys,
  });

function tokenIn(authorization: string | undefined): string {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? "")?.[1];
  if (!token) throw new Refusal("token_missing", { detail: "An access token is needed." });
  return token;
}

/** Not yet verified: only to find out whose keys to try. */
function claimsOf(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw new Refusal("token_invalid", { detail: "The token is not a JWT." });
  }
}

async function verified(
  token: string,
  rules: TokenRules,
  keys: JWTVerifyGetKey,
  now: number,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["RS256"],
      issuer: rules.issuer,
      audience: rules.audience,
      clockTolerance: skewS,
      currentDate: new Date(now),
      requiredClaims: ["exp", "nbf", "tid", "oid"],
    });
    return payload;
  } catch (fault) {
    throw refusalOf(fault);
  }
}

/** The library's reasons in our words. Keys that cannot be fetched are our trouble, not the caller's. */
function refusalOf(fault: unknown): Refusal {
  if (fault instanceof errors.JWTExpired)
    return new Refusal("token_expired", { detail: "The token has expired." });
  if (fault instanceof errors.JWTClaimValidationFailed)
    return new Refusal("token_invalid", { detail: `The token's claim ${fault.claim} is not accepted.` });
  if (fault instanceof errors.JWKSTimeout || !(fault instanceof errors.JOSEError) || isUnreachable(fault))
    return new Refusal("timeout", { detail: "The signing keys cannot be fetched now.", retryAfter: 5 });
  return unsigned();
}

const unsigned = () => new Refusal("token_invalid", { detail: "The token's signature is not accepted." });

const isUnreachable = (fault: errors.JOSEError) =>
  fault.code === "ERR_JOSE_GENERIC" && /JSON Web Key Set/.test(fault.message);

function staffIn(claims: JWTPayload, rules: TokenRules): Staff {
  const { tid, oid, azp, scp, ver, roles, name } = claims;
  const wrong = (claim: string) =>
    new Refusal("token_invalid", { detail: `The token's claim ${claim} is not accepted.` });
  if (ver !== "2.0") throw wrong("ver");
  if (String(tid).toLowerCase() !== rules.tid) throw wrong("tid");
  if (typeof oid !== "string" || !/^[0-9a-zA-Z-]{1,64}$/.test(oid)) throw wrong("oid");
  if (typeof azp !== "string" || !rules.clients.includes(azp)) throw wrong("azp");
  // App-only tokens have no scp at all, and are refused with it.
  if (typeof scp !== "string" || !scp.split(" ").includes(rules.scope)) throw new Refusal("scope_missing");
  const held = (Array.isArray(roles) ? roles : []).flatMap((role) =>
    Object.hasOwn(appRoles, String(role)) ? [appRoles[String(role)]!] : [],
  );
  if (held.length === 0) throw new Refusal("role_missing");
  return {
    ...belongingIn(claims),
    tenant: rules.tid,
    person: `${rules.tid}/${oid.toLowerCase()}`,
    name: typeof name === "string" ? name.slice(0, 200) : "",
    roles: held,
  };
}

const texts = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : []).slice(0, 1_000).map((one) => String(one).toLowerCase());

/** Past 200 groups Entra lists none, and names a place to ask instead; Concord has no permission to ask there. */
const belongingIn = ({ roles, groups, hasgroups, _claim_names: elsewhere }: JWTPayload) => ({
  appRoles: texts(roles),
  groups: texts(groups),
  hasTooManyGroups:
    hasgroups === true || (typeof elsewhere === "object" && elsewhere !== null && "groups" in elsewhere),
});
