/** Makes the API slow, dead or demanding for one person, as the sandbox's panel asks, without the API knowing. */
import type { FastifyReply, onRequestAsyncHookHandler } from "fastify";
import { decodeJwt } from "jose";
import type { Faults } from "./faults.ts";
import type { Issuer } from "./issuer.ts";
import { type Persona, personas } from "./personas.ts";

export type ApiFault = Pick<Faults, "api" | "apiDelayMs">;

export interface ApiFaults {
  set(personaKey: string, fault: ApiFault): void;
  /** Goes to the root of the server, before the API's routes are registered. */
  hook: onRequestAsyncHookHandler;
}

const isApi = (url: string) => url.startsWith("/api/");

/** The authentication context the challenge names. */
const demanded = "c1";
const demand = Buffer.from(
  JSON.stringify({ access_token: { acrs: { essential: true, value: demanded } } }),
).toString("base64");

interface Caller {
  persona: Persona;
  token: string;
  isStrong: boolean;
}

function callerOf(authorization: string | undefined): Caller | undefined {
  try {
    const token = (authorization ?? "").replace(/^Bearer /i, "");
    const { oid, acrs } = decodeJwt<{ acrs?: unknown }>(token);
    const persona = personas.find((one) => one.oid === oid);
    return persona && { persona, token, isStrong: Array.isArray(acrs) && acrs.includes(demanded) };
  } catch {
    return undefined;
  }
}

/** The newest tokens of one person; those of before the panel's switch count as expired. */
interface Seen {
  now: Set<string>;
  before: Set<string>;
}
const keptTokens = 50;

export function makeApiFaults(
  wait: (ms: number) => Promise<void>,
  issuer: Pick<Issuer, "tokensFor">,
): ApiFaults {
  const faults = new Map<string, ApiFault>();
  const seen = new Map<string, Seen>();
  const seenOf = (key: string) => {
    const known = seen.get(key) ?? { now: new Set(), before: new Set() };
    seen.set(key, known);
    return known;
  };

  async function apply({ api, apiDelayMs }: ApiFault, caller: Caller, reply: FastifyReply) {
    if (apiDelayMs) await wait(apiDelayMs);
    const { raw, headers } = reply.request;
    if (api === "destroyed") {
      reply.hijack();
      raw.destroy();
    } else if (api === "challenged" && !caller.isStrong) {
      const challenge = `Bearer error="insufficient_claims", claims="${demand}"`;
      await reply.code(401).header("www-authenticate", challenge).send();
    } else if (api === "unavailable") {
      await reply.code(503).header("retry-after", "1").send();
    } else if (api === "expired" && seenOf(caller.persona.key).before.has(caller.token)) {
      // The API itself is to refuse it, so it gets a token of the same person that has really ended.
      const { access_token } = await issuer.tokensFor(caller.persona, { flaw: "expired" });
      headers.authorization = `Bearer ${access_token}`;
    }
  }

  return {
    set(key, fault) {
      faults.set(key, fault);
      if (fault.api === "expired") seenOf(key).before = new Set(seenOf(key).now);
    },
    hook: async (request, reply) => {
      const caller = isApi(request.url) ? callerOf(request.headers.authorization) : undefined;
      if (!caller) return;
      const { now } = seenOf(caller.persona.key);
      now.add(caller.token);
      for (const token of now) if (now.size > keptTokens) now.delete(token);
      const fault = faults.get(caller.persona.key);
      if (fault) await apply(fault, caller, reply);
    },
  };
}
