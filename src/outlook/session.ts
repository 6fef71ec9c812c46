/** Signs the person in with the account Outlook already has (nested app authentication) and hands out access tokens. */
import type { AuthenticationResult, IPublicClientApplication } from "@azure/msal-browser";
import type { Failure } from "../triage/failure.ts";
import type { PaneConfig } from "../triage/paneConfig.ts";
import { type OfficeGlobal, supports } from "./office.ts";
import { signInFailure } from "./signInFailure.ts";

export type TokenAnswer = { ok: true; token: string } | { ok: false; failure: Failure };

/** `silent`: without disturbing; `fresh`: silent, but not from msal's cache; `press`: a person pressed a button. */
export type How = "silent" | "fresh" | "press";

export interface Session {
  token(how: How, claims?: string): Promise<TokenAnswer>;
}

type Msal = Pick<typeof import("@azure/msal-browser"), "createNestablePublicClientApplication">;

export interface SessionParts {
  office: OfficeGlobal;
  /** Asked for once, and again only after it failed. */
  config: () => Promise<Pick<PaneConfig, "clientId" | "authority" | "scope">>;
  /** Loaded when first needed: it is the largest part of the pane. */
  loadMsal: () => Promise<Msal>;
  loginHint: string;
  /** True where the host put a bridge into the page, whatever its requirement sets say. */
  hasBridge: () => boolean;
}

const silentTimeoutMs = 10_000;
const pressTimeoutMs = 120_000;

/** Made once and after Office.onReady: msal reads the bridge only once. */
export function openSession(parts: SessionParts): Session {
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

  async function ask(how: How, claims?: string): Promise<TokenAnswer> {
    if (!parts.hasBridge() && !supports(parts.office, "NestedAppAuth", "1.1"))
      return { ok: false, failure: { code: "sign_in_unavailable" } };
    const { client, scope } = await ready();
    const request = {
      scopes: [scope],
      ...(claims ? { claims } : {}),
      ...(last ? { account: last.account } : parts.loginHint ? { loginHint: parts.loginHint } : {}),
    };
    last =
      how === "press"
        ? await client.acquireTokenPopup(request)
        : await client.acquireTokenSilent({ ...request, forceRefresh: how === "fresh" });
    // Never last.idToken: that one is for the pane alone.
    return { ok: true, token: last.accessToken };
  }

  return {
    token: (how, claims) =>
      inTime(ask(how, claims), how === "press" ? pressTimeoutMs : silentTimeoutMs).catch((error) => ({
        ok: false,
        failure: signInFailure(error),
      })),
  };
}

/** Msal waits for an unanswered bridge for ever. */
function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errorCode: "bridge_silent" }), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface BridgeScope {
  nestedAppAuthBridge?: unknown;
  __initializeNestedAppAuth?: unknown;
}
export const bridgeIn = (scope: object) => (): boolean =>
  (scope as BridgeScope).nestedAppAuthBridge !== undefined ||
  (scope as BridgeScope).__initializeNestedAppAuth !== undefined;

/** A chunk of its own: the largest part of the pane, and not needed to draw it. */
export const loadMsal = (): Promise<Msal> => import("@azure/msal-browser");
