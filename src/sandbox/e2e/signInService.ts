/** Stands in for the sign-in service's pages: says yes for one person, with tokens of the sandbox's issuer. */
import type { BrowserContext } from "playwright-core";
import { personaOf, tenantId } from "../personas.ts";

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString());

export interface SignInService {
  /** What the pane's client asked for, each time a person came by. */
  asked: URLSearchParams[];
}

/** From now on this browser reaches it, at the address of the real one. */
export async function openSignInService(
  context: BrowserContext,
  origin: string,
  persona: string,
  answer: "yes" | "no" = "yes",
): Promise<SignInService> {
  const base = `https://login.microsoftonline.com/${tenantId}`;
  const asked: URLSearchParams[] = [];
  const { oid, tid } = personaOf(persona)!;
  await context.route(`${base}/**`, async (route) => {
    const url = new URL(route.request().url());
    const json = (value: object) =>
      route.fulfill({ json: value, headers: { "access-control-allow-origin": "*" } });
    if (url.pathname.endsWith("/openid-configuration"))
      return json({
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    if (url.pathname.endsWith("/authorize")) {
      asked.push(url.searchParams);
      const told = new URLSearchParams({
        state: url.searchParams.get("state")!,
        ...(answer === "yes"
          ? { code: "code-of-the-sandbox", client_info: part({ uid: oid, utid: tid }) }
          : { error: "access_denied", error_description: "The person said no." }),
      });
      const back = `${url.searchParams.get("redirect_uri")}#${told}`;
      return route.fulfill({
        contentType: "text/html",
        body: `<title>Sign in</title><script>location.replace(${JSON.stringify(back)})</script>`,
      });
    }
    if (!url.pathname.endsWith("/token")) return route.abort();
    const issued = await (
      await context.request.post(`${origin}/sandbox/api/token`, { data: { persona } })
    ).json();
    // The nonce comes back in the ID token, which stays in the window.
    const idToken = `${part({ alg: "none" })}.${part({ ...claimsOf(issued.id_token), nonce: asked.at(-1)!.get("nonce") })}.x`;
    return json({
      token_type: "Bearer",
      access_token: issued.access_token,
      id_token: idToken,
      expires_in: issued.expires_in,
      scope: issued.scope,
      client_info: part({ uid: oid, utid: tid }),
    });
  });
  return { asked };
}
