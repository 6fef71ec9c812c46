/** A real OpenID provider (oidc-provider) in a process of its own: discovery, keys and signed access tokens over HTTP. */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

const { clientId, clientSecret } = JSON.parse(process.argv[2]);

const fresh = async (alg) => {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg, use: "sig", kid: randomUUID() };
};

/** What Entra adds to its access tokens; set for the next ones. */
let claims = {};
let resource = { alg: "RS256", ttl: 3600 };
let provider;

function provide(issuer, keys) {
  provider = new Provider(issuer, {
    jwks: { keys },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    extraTokenClaims: () => claims,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, indicator) => ({
          scope: "triage.use",
          audience: indicator.replace(/^urn:api:/, ""),
          accessTokenTTL: resource.ttl,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: resource.alg } },
        }),
      },
    },
  });
}

let keys = [await fresh("RS256"), await fresh("ES256"), await fresh("PS256")];
const server = createServer((request, answer) => provider.callback()(request, answer));
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provide(issuer, keys);
  process.on("message", async (order) => {
    if (order.claims) claims = order.claims;
    if (order.resource) resource = { ...resource, ...order.resource };
    if (order.keys === "added") keys = [await fresh("RS256"), ...keys];
    if (order.keys === "replaced") keys = [await fresh("RS256")];
    if (order.keys) provide(issuer, keys);
    process.send({ done: order.id });
  });
  process.send({ issuer });
});
