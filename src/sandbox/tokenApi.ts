/** What an identity provider offers: its discovery document, its public keys, and here tokens for the asking. */
import type { FastifyPluginAsync } from "fastify";
import type { Issuer } from "./issuer.ts";
import { type Persona, personaOf } from "./personas.ts";
import { type Flaw, flaws } from "./tokenFlaws.ts";

interface Asked {
  persona: string;
  flaw?: string;
  lifetimeS?: number;
  /** what a challenge of the API demands, as the pane handed it on */
  claims?: string;
}

export const tokenApi =
  (issuer: Issuer): FastifyPluginAsync =>
  async (app) => {
    const base = `/issuer/${issuer.tenantId}`;
    app.get(`${base}/v2.0/.well-known/openid-configuration`, async () => ({
      issuer: issuer.issuer,
      jwks_uri: issuer.jwksUri,
      authorization_endpoint: issuer.issuer.replace(/v2\.0$/, "oauth2/v2.0/authorize"),
      token_endpoint: issuer.issuer.replace(/v2\.0$/, "oauth2/v2.0/token"),
      id_token_signing_alg_values_supported: ["RS256"],
      subject_types_supported: ["pairwise"],
      response_types_supported: ["code", "id_token"],
    }));
    app.get(`${base}/discovery/v2.0/keys`, async () => issuer.jwks);

    app.post<{ Body: Asked }>("/api/token", async ({ body }, reply) => {
      const persona = personaOf(body?.persona);
      if (!persona) return reply.code(404).send({ error: "no such persona" });
      const flaw = flaws.find((name): name is Flaw => name === body.flaw);
      const tokens = await issuer.tokensFor(persona, {
        ...(flaw ? { flaw } : {}),
        ...(body.lifetimeS ? { lifetimeS: body.lifetimeS } : {}),
        ...(body.claims ? { claims: body.claims } : {}),
      });
      return { ...tokens, account: accountOf(persona, new URL(issuer.issuer).host) };
    });
  };

/** `environment` is the authority's host: msal finds a kept token only there. */
export const accountOf = ({ oid, tid, address, name }: Persona, environment: string) => ({
  homeAccountId: `${oid}.${tid}`,
  environment,
  tenantId: tid,
  username: address,
  localAccountId: oid,
  name,
});
