/** An organisation as its admin writes it down: who may sign in, which departments there are, and who works in them. */
import { type Static, Type } from "typebox";
import { Assigned, TaxonomyContent } from "../triage/configuration.ts";
import { defaultPolicy, Policy } from "../triage/department.ts";
import { ModelChoice } from "../triage/modelChoice.ts";
import { Guid, LocalText, Slug } from "../triage/text.ts";

const strict = { additionalProperties: false } as const;

export const OrganisedDepartment = Type.Object(
  {
    id: Slug,
    name: LocalText,
    /** A taxonomy of its own, or the name of a starter one. */
    taxonomy: Type.Union([TaxonomyContent, Type.Object({ starter: Type.String({ minLength: 1 }) }, strict)]),
    policy: Type.Optional(Type.Partial(Type.Omit(Policy, ["version"]), strict)),
    mailboxes: Type.Optional(Type.Array(Type.String({ minLength: 3, maxLength: 320 }))),
    members: Type.Optional(
      Type.Object({ staff: Type.Optional(Type.Array(Guid)), leads: Type.Optional(Type.Array(Guid)) }, strict),
    ),
    assigned: Type.Optional(Assigned),
    model: Type.Optional(ModelChoice),
  },
  strict,
);
export type OrganisedDepartment = Static<typeof OrganisedDepartment>;

export const OrganisedTenant = Type.Object(
  {
    /** The directory (tenant) id; tokens of no other are accepted. */
    tid: Guid,
    /** Entra's, when absent. */
    issuer: Type.Optional(Type.String({ minLength: 1 })),
    jwksUri: Type.Optional(Type.String({ minLength: 1 })),
    authority: Type.Optional(Type.String({ minLength: 1 })),
    /** The client id of the API's app registration. */
    audience: Type.String({ minLength: 1 }),
    /** Client ids of the pane; the first is the one it signs in with. */
    clients: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    /** The scope's own name, as it stands in `scp`. */
    scope: Type.Optional(Type.String({ minLength: 1 })),
    /** Whether a person without a department may choose one, once. */
    open: Type.Optional(Type.Boolean()),
    departments: Type.Array(OrganisedDepartment),
  },
  strict,
);
export type OrganisedTenant = Static<typeof OrganisedTenant>;

export const Organisation = Type.Object({ tenants: Type.Array(OrganisedTenant, { minItems: 1 }) }, strict);
export type Organisation = Static<typeof Organisation>;

/** The API's own scope, where an organisation names no other. */
export const scopeName = "triage.use";

/** What a token of a tenant must say. */
export interface TokenRules {
  tid: string;
  issuer: string;
  jwksUri: string;
  audience: string;
  clients: readonly string[];
  scope: string;
}

export const tokenRulesOf = (tenant: OrganisedTenant): TokenRules => ({
  tid: tenant.tid.toLowerCase(),
  issuer: tenant.issuer ?? `https://login.microsoftonline.com/${tenant.tid}/v2.0`,
  jwksUri: tenant.jwksUri ?? `https://login.microsoftonline.com/${tenant.tid}/discovery/v2.0/keys`,
  audience: tenant.audience,
  clients: tenant.clients,
  scope: tenant.scope ?? scopeName,
});

export const policyOf = (department: OrganisedDepartment): Omit<Policy, "version"> => {
  const { version: _, ...policy } = { ...defaultPolicy, ...department.policy };
  return policy;
};
