/** Outlook's side of nested app authentication: answers msal-browser's letters with tokens of the local issuer. */
import type { Faults } from "../faults.ts";

interface Asked {
  method: "GetInitContext" | "GetToken" | "GetTokenPopup";
  requestId: string;
  tokenParams?: { scope?: string; claims?: string };
}

export interface Account {
  homeAccountId: string;
  environment: string;
  tenantId: string;
  username: string;
  localAccountId: string;
  name: string;
}

export interface IssuedTokens {
  access_token: string;
  id_token: string;
  expires_in: number;
  scope: string;
  account: Account;
}

export interface BrokerParts {
  signIn(): Faults["signIn"];
  isOffline(): boolean;
  /** Who is signed in to this Outlook, without asking for a token. */
  account(): Pick<Account, "homeAccountId" | "environment" | "tenantId">;
  /** `claims`: what a challenge of the API demands. */
  issue(who: "signedIn" | "somebodyElse", claims?: string): Promise<IssuedTokens>;
  /** The dialog of the page; true when the person allows it. */
  askPerson(): Promise<boolean>;
}

type Status =
  | "USER_INTERACTION_REQUIRED"
  | "USER_CANCEL"
  | "NO_NETWORK"
  | "ACCOUNT_UNAVAILABLE"
  | "PERSISTENT_ERROR"
  | "TRANSIENT_ERROR";

class Refused extends Error {
  constructor(
    readonly status: Status,
    readonly code: string,
  ) {
    super(code);
  }
}

const sdk = { sdkName: "concord.sandbox", sdkVersion: "1.0.0", capabilities: { queryAccount: false } };

/** Msal adds what the client can do to every request; a demand names an authentication context. */
function demandIn(claims: string | undefined): string | undefined {
  return claims && /"acrs"/.test(claims) ? claims : undefined;
}

/** A broker remembers that somebody has allowed the add-in, until the page is loaded again. */
export function makeBroker(parts: BrokerParts): (text: string) => Promise<string> {
  let isAllowed = false;
  /** Demands that the person has met. */
  const met = new Set<string>();

  async function token({ method, tokenParams }: Asked) {
    const claims = demandIn(tokenParams?.claims);
    const mode = parts.signIn();
    if (parts.isOffline()) throw new Refused("NO_NETWORK", "no_network");
    if (mode === "noAccount") throw new Refused("ACCOUNT_UNAVAILABLE", "no_account");
    const needsPerson = mode === "popup" || mode === "cancelled" || mode === "blocked";
    if (needsPerson && method === "GetToken" && !(claims ? met.has(claims) : isAllowed))
      throw new Refused("USER_INTERACTION_REQUIRED", "interaction_required");
    if (mode === "blocked") throw new Refused("PERSISTENT_ERROR", "popup_window_error");
    if (mode === "cancelled" || (method === "GetTokenPopup" && !(await parts.askPerson())))
      throw new Refused("USER_CANCEL", "user_cancelled");
    isAllowed = true;
    if (claims) met.add(claims);
    const who = mode === "wrongAccount" ? "somebodyElse" : "signedIn";
    const { account, ...tokens } = await parts.issue(who, claims);
    return { token: { ...tokens, properties: null }, account };
  }

  return async (text) => {
    const asked = JSON.parse(text) as Asked;
    const { method, requestId } = asked;
    const reply = (rest: object) =>
      JSON.stringify({ messageType: "NestedAppAuthResponse", requestId, ...rest });
    if (method === "GetInitContext")
      return reply({ success: true, initContext: { ...sdk, accountContext: parts.account() } });
    try {
      return reply({ success: true, ...(await token(asked)) });
    } catch (reason) {
      const { status, code } =
        reason instanceof Refused ? reason : { status: "TRANSIENT_ERROR", code: "sandbox_unreachable" };
      return reply({ success: false, error: { status, code, description: code } });
    }
  };
}
