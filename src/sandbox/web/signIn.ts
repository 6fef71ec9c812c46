/** The broker of one person: whose tokens it hands out, and when it has to ask them. */
import type { Persona } from "../personas.ts";
import { makeBroker } from "./broker.ts";
import { type Organisation, tokensOf } from "./mailClient.ts";
import type { OutlookState } from "./outlookState.ts";

export interface SignInParts {
  organisation: Organisation;
  persona: Persona;
  state(): OutlookState;
  /** Opens the dialog; true when the person allows it. */
  askPerson(): Promise<boolean>;
}

export function makeSignIn({ organisation, persona, state, askPerson }: SignInParts) {
  const { oid, tid } = persona;
  const somebodyElse = organisation.personas.find(({ key }) => key !== persona.key) ?? persona;
  return makeBroker({
    signIn: () => state().faults.signIn,
    isOffline: () => state().faults.network === "offline",
    account: () => ({
      homeAccountId: `${oid}.${tid}`,
      // The sandbox is its own issuer.
      environment: window.location.host,
      tenantId: tid,
    }),
    issue: (who, claims) =>
      tokensOf(who === "signedIn" ? persona.key : somebodyElse.key, state().faults.token, claims),
    askPerson,
  });
}
