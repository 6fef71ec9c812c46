/** The page in the sign-in window: goes to the sign-in service, comes back, hands the pane a token, keeps nothing. */
import type { AuthenticationResult, IPublicClientApplication } from "@azure/msal-browser";
import type { PaneConfig } from "../triage/paneConfig.ts";
import type { OfficeGlobal } from "./office.ts";
import { orderIn, type SignInLetter, type SignInOrder } from "./signInLetter.ts";

export interface SignInPageParts {
  office: OfficeGlobal;
  config: () => Promise<Pick<PaneConfig, "clientId" | "authority" | "scope">>;
  loadMsal: () => Promise<Pick<typeof import("@azure/msal-browser"), "PublicClientApplication">>;
  location: Pick<Location, "hash" | "origin">;
  /** Of this window alone; holds the order while the person is away at the sign-in service. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

const orderKey = "concord-order";

export async function runSignInPage(parts: SignInPageParts): Promise<void> {
  const { office, location, storage } = parts;
  const given = orderIn(location.hash);
  if (given) storage.setItem(orderKey, JSON.stringify(given));
  const order = JSON.parse(storage.getItem(orderKey) ?? "null") as SignInOrder | null;
  await office.onReady();
  // Opened by nobody who waits for an answer.
  if (!order) return;
  const tell = (letter: SignInLetter) =>
    office.context.ui?.messageParent?.(JSON.stringify(letter), { targetOrigin: location.origin });
  try {
    const signed = await signedIn(parts, order, given === undefined);
    if (!signed) return;
    storage.removeItem(orderKey);
    tell({
      kind: "concord-token",
      nonce: order.nonce,
      token: signed.accessToken,
      expiresAt: signed.expiresOn?.getTime() ?? 0,
      username: signed.account.username,
    });
  } catch (fault) {
    const { name = "", errorCode = "" } = (fault ?? {}) as { name?: string; errorCode?: string };
    tell({ kind: "concord-refused", nonce: order.nonce, name, errorCode });
  }
}

/** Undefined while the window is on its way to the sign-in service. */
async function signedIn(
  { config, loadMsal, location }: SignInPageParts,
  { loginHint, claims, choose }: SignInOrder,
  isBack: boolean,
): Promise<AuthenticationResult | undefined> {
  const [{ PublicClientApplication }, { clientId, authority, scope }] = await Promise.all([
    loadMsal(),
    config(),
  ]);
  const client: IPublicClientApplication = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [new URL(authority).host],
      redirectUri: `${location.origin}/sign-in.html`,
      clientCapabilities: ["CP1"],
    },
    cache: { cacheLocation: "sessionStorage" },
    system: { loggerOptions: { piiLoggingEnabled: false } },
  });
  await client.initialize();
  const back = await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  if (back) return back;
  if (isBack) throw { name: "", errorCode: "user_cancelled" };
  await client.acquireTokenRedirect({
    scopes: [scope],
    ...(claims ? { claims } : {}),
    ...(choose ? { prompt: "select_account" } : loginHint ? { loginHint } : {}),
  });
  return undefined;
}
