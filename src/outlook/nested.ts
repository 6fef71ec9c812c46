/** Nested app authentication: tokens from the account Outlook already has, by msal through the host's bridge. */
import type { AuthenticationResult, IPublicClientApplication } from "@azure/msal-browser";
import type { PaneConfig } from "../triage/paneConfig.ts";

export type Msal = Pick<typeof import("@azure/msal-browser"), "createNestablePublicClientApplication">;

export interface Got {
  token: string;
  /** epoch ms */
  expiresAt: number;
  username: string;
}

export interface NestedParts {
  config: () => Promise<Pick<PaneConfig, "clientId" | "authority" | "scope">>;
  loadMsal: () => Promise<Msal>;
  loginHint: string;
}

/** `isSame`: with the account of the last time, where there was one; else the mailbox's is proposed again. */
export type Nested = (
  how: "silent" | "fresh" | "press",
  claims: string | undefined,
  isSame: boolean,
) => Promise<Got>;

/** The client is made once, at the first question; who could not make it is asked again. */
export function openNested(parts: NestedParts): Nested {
  let opening: Promise<{ client: IPublicClientApplication; scope: string }> | undefined;
  let last: AuthenticationResult | undefined;

  const open = async () => {
    const [msal, config] = await Promise.all([parts.loadMsal(), parts.config()]);
    const client = await msal.createNestablePublicClientApplication({
      auth: {
        clientId: config.clientId,
        authority: config.authority,
        knownAuthorities: [new URL(config.authority).host],
        clientCapabilities: ["CP1"],
      },
      cache: { cacheLocation: "sessionStorage" },
      system: { loggerOptions: { piiLoggingEnabled: false } },
    });
    return { client, scope: config.scope };
  };
  const ready = () => {
    opening ??= open().catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  return async (how, claims, isSame) => {
    const { client, scope } = await ready();
    const request = {
      scopes: [scope],
      ...(claims ? { claims } : {}),
      ...(last && isSame ? { account: last.account } : parts.loginHint ? { loginHint: parts.loginHint } : {}),
    };
    last =
      how === "press"
        ? await client.acquireTokenPopup(request)
        : await client.acquireTokenSilent({ ...request, forceRefresh: how === "fresh" });
    // Never last.idToken: that one is for the pane alone.
    return {
      token: last.accessToken,
      expiresAt: last.expiresOn?.getTime() ?? 0,
      username: last.account.username ?? "",
    };
  };
}
