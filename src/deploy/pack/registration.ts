/** The app registrations as Microsoft Graph takes them: what the pane signs in as, and what the API demands of a token. */
import { v5 as nameBasedId } from "uuid";
import { appRoles } from "../../api/auth.ts";
import { scopeName } from "../../api/organisation.ts";
import type { PackRequest } from "./packRequest.ts";

/** The parts of Graph's `application` that Concord sets. */
export interface GraphApplication {
  displayName: string;
  signInAudience: "AzureADMyOrg";
  identifierUris?: string[];
  api?: {
    requestedAccessTokenVersion: 2;
    oauth2PermissionScopes: object[];
    preAuthorizedApplications?: { appId: string; delegatedPermissionIds: string[] }[];
  };
  appRoles?: object[];
  /** Only groups assigned to the application: all of somebody's groups would not fit into a token. */
  groupMembershipClaims?: "ApplicationGroup";
  optionalClaims?: { accessToken: never[]; idToken: never[]; saml2Token: never[] };
  spa?: { redirectUris: string[] };
  web?: { implicitGrantSettings: { enableAccessTokenIssuance: false; enableIdTokenIssuance: false } };
  requiredResourceAccess?: { resourceAppId: string; resourceAccess: { id: string; type: "Scope" }[] }[];
}

export interface Registration {
  /** Also the name of its file. */
  key: "api" | "pane" | "concord";
  /** Stands in the files where the client id is not known yet. */
  appId: string;
  application: GraphApplication;
}

/** Until Entra has given the real ones. */
export const unknownApi = "API-CLIENT-ID";
export const unknownClient = "PANE-CLIENT-ID";

/** Ids of our own making must be the same in every run, or a second run would add a second scope. */
const namespace = "997999c2-0c6d-45b0-ae99-bfa740006fe5";
export const scopeId = nameBasedId(`scope ${scopeName}`, namespace);

const roleTexts: Record<string, [string, string]> = {
  "Triage.Staff": ["Concord staff", "Works in the departments they are members of."],
  "Triage.Lead": ["Concord lead", "Also sees and agrees the figures of their departments."],
  "Triage.Admin": ["Concord administrator", "Also sets up departments and answers for the data."],
};

export const redirectUris = (origin: string): string[] => [
  `brk-multihub://${new URL(origin).host}`,
  // Where the sign-in window comes back to, in an Outlook without nested app authentication.
  `${origin}/sign-in.html`,
  `${origin}/assets/support.html`,
];

export function registrationsFor(request: Pick<PackRequest, "origin" | "client" | "api">): Registration[] {
  const client = request.client ?? unknownClient;
  const api = request.api ?? unknownApi;
  const resource = resourceSide(api, client);
  const pane = paneSide(request.origin, api);
  // With the host in it, so that a trial beside the real one, or another product, is not overwritten by name.
  const named = (name: string) => ({
    displayName: `${name} (${new URL(request.origin).hostname})`,
    signInAudience: "AzureADMyOrg" as const,
  });
  if (api === client)
    return [{ key: "concord", appId: client, application: { ...named("Concord"), ...resource, ...pane } }];
  return [
    { key: "api", appId: api, application: { ...named("Concord API"), ...resource } },
    { key: "pane", appId: client, application: { ...named("Concord pane"), ...pane } },
  ];
}

const resourceSide = (api: string, client: string) => ({
  identifierUris: [`api://${api}`],
  api: {
    requestedAccessTokenVersion: 2 as const,
    oauth2PermissionScopes: [scope],
    preAuthorizedApplications: [{ appId: client, delegatedPermissionIds: [scopeId] }],
  },
  appRoles: Object.keys(appRoles).map((value) => ({
    id: nameBasedId(`role ${value}`, namespace),
    value,
    displayName: roleTexts[value]?.[0] ?? value,
    description: roleTexts[value]?.[1] ?? value,
    allowedMemberTypes: ["User"],
    isEnabled: true,
  })),
  groupMembershipClaims: "ApplicationGroup" as const,
  // What the API verifies stands in every access token of version 2; nothing has to be added.
  optionalClaims: { accessToken: [], idToken: [], saml2Token: [] },
});

const scope = {
  id: scopeId,
  value: scopeName,
  type: "User",
  isEnabled: true,
  adminConsentDisplayName: "Use Concord",
  adminConsentDescription:
    "Lets the Concord add-in ask for predictions and save verdicts as the signed-in person.",
  userConsentDisplayName: "Use Concord",
  userConsentDescription: "Lets Concord ask for predictions and save your verdicts as you.",
};

const paneSide = (origin: string, api: string) => ({
  spa: { redirectUris: redirectUris(origin) },
  web: {
    implicitGrantSettings: {
      enableAccessTokenIssuance: false as const,
      enableIdTokenIssuance: false as const,
    },
  },
  requiredResourceAccess: [{ resourceAppId: api, resourceAccess: [{ id: scopeId, type: "Scope" as const }] }],
});

/** Entra takes a client as pre-authorised only for a scope that exists already, so the first letter leaves it out. */
export function firstLetter({ application }: Registration): GraphApplication {
  const { requiredResourceAccess: _, ...rest } = application;
  if (!rest.api) return application;
  const { preAuthorizedApplications: __, ...api } = rest.api;
  return { ...rest, api };
}

/** Where an administrator consents for everybody; the manifest cannot ask. It ends on Concord's help page. */
export function consentUrl({ origin, tenant, client, api }: PackRequest): string {
  const query = new URLSearchParams({
    client_id: client ?? unknownClient,
    scope: `api://${api ?? unknownApi}/${scopeName}`,
    redirect_uri: `${origin}/assets/support.html`,
  });
  return `https://login.microsoftonline.com/${tenant}/v2.0/adminconsent?${query}`;
}
