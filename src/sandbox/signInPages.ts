/** Stands in for the sign-in service's pages, on this computer: a person is chosen, a code goes back, tokens follow. */
import { createHash, randomUUID } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import type { Issuer } from "./issuer.ts";
import { type Persona, personaOf, personas } from "./personas.ts";

interface Asked {
  client_id?: string;
  redirect_uri?: string;
  state?: string;
  nonce?: string;
  code_challenge?: string;
  login_hint?: string;
  claims?: string;
  /** of this page's own links; empty when the person said no */
  persona?: string;
}

interface Promised {
  persona: Persona;
  nonce: string;
  challenge: string;
  claims: string | undefined;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

export const signInPages =
  (issuer: Issuer, origin: string): FastifyPluginAsync =>
  async (app) => {
    const promised = new Map<string, Promised>();
    const base = `/issuer/${issuer.tenantId}/oauth2/v2.0`;
    app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    app.get<{ Querystring: Asked }>(`${base}/authorize`, async ({ query, url }, reply) => {
      reply.header("cache-control", "no-store").header("content-security-policy", policy);
      const { client_id, redirect_uri, state = "", nonce = "", code_challenge, claims } = query;
      if (client_id !== issuer.clientId || redirect_uri !== `${origin}/sign-in.html` || !code_challenge)
        return reply.code(400).type("text/plain").send("This is not how Concord's pane asks to sign in.");
      if (query.persona === undefined)
        return reply.type("text/html; charset=utf-8").send(pageFor(url, query.login_hint));
      const persona = personaOf(query.persona);
      const told = new URLSearchParams({ state });
      if (persona) {
        const code = randomUUID();
        promised.set(code, { persona, nonce, challenge: code_challenge, claims });
        told.set("code", code);
        told.set("client_info", clientInfo(persona));
      } else {
        told.set("error", "access_denied");
        told.set("error_description", "The person said no.");
      }
      return reply.redirect(`${redirect_uri}#${told}`);
    });

    app.post<{ Body: Record<string, string> }>(`${base}/token`, async ({ body }, reply) => {
      reply.header("cache-control", "no-store");
      const given = promised.get(body.code ?? "");
      promised.delete(body.code ?? "");
      const verified = createHash("sha256")
        .update(body.code_verifier ?? "")
        .digest("base64url");
      if (!given || given.challenge !== verified) return reply.code(400).send({ error: "invalid_grant" });
      const { persona, nonce, claims } = given;
      const tokens = await issuer.tokensFor(persona, { nonce, ...(claims ? { claims } : {}) });
      return { token_type: "Bearer", ...tokens, client_info: clientInfo(persona) };
    });
  };

const clientInfo = (persona: Persona): string => {
  const { oid: uid, tid: utid } = persona;
  return Buffer.from(JSON.stringify({ uid, utid })).toString("base64url");
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Whom the add-in named comes first, as at the real one. */
function pageFor(url: string, hint = ""): string {
  const link = (key: string, words: string) =>
    `<p><a href="${escaped(`${url}&persona=${key}`)}">${escaped(words)}</a></p>`;
  const sorted = [...personas].sort((a, b) => Number(b.address === hint) - Number(a.address === hint));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in – Concord sandbox</title>
<style>body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:24rem;margin:3rem auto;padding:0 1rem}a{display:block;padding:.5rem .75rem;border:1px solid #8a8886;border-radius:4px;color:#115ea3}</style>
</head><body><main><h1>Sign in</h1>
<p>This page of the sandbox stands in for Microsoft’s. Nothing leaves this computer, and no password is asked for.</p>
${sorted.map(({ key, name, address }) => link(key, `${name} (${address})`)).join("\n")}
${link("", "Cancel")}
</main></body></html>`;
}
