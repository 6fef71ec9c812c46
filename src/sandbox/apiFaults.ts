/** Makes the API slow or dead for one person, as the sandbox's panel asks, without the API knowing. */
import type { onRequestAsyncHookHandler } from "fastify";
import { decodeJwt } from "jose";
import type { Faults } from "./faults.ts";
import { personas } from "./personas.ts";

export type ApiFault = Pick<Faults, "api" | "apiDelayMs">;

export interface ApiFaults {
  set(personaKey: string, fault: ApiFault): void;
  /** Goes to the root of the server, before the API's routes are registered. */
  hook: onRequestAsyncHookHandler;
}

const isApi = (url: string) => url.startsWith("/api/");

function callerOf(authorization: string | undefined): string | undefined {
  try {
    const { oid } = decodeJwt((authorization ?? "").replace(/^Bearer /i, ""));
    return personas.find((persona) => persona.oid === oid)?.key;
  } catch {
    return undefined;
  }
}

export function makeApiFaults(wait: (ms: number) => Promise<void>): ApiFaults {
  const faults = new Map<string, ApiFault>();
  return {
    set: (persona, fault) => void faults.set(persona, fault),
    hook: async (request, reply) => {
      const caller = isApi(request.url) ? callerOf(request.headers.authorization) : undefined;
      const fault = caller ? faults.get(caller) : undefined;
      if (!fault) return;
      if (fault.apiDelayMs) await wait(fault.apiDelayMs);
      if (fault.api === "destroyed") {
        reply.hijack();
        request.raw.destroy();
        return;
      }
      if (fault.api === "unavailable") return reply.code(503).header("retry-after", "1").send();
    },
  };
}
