/** The organisation under load: one department, fifty people, a lead; and their tokens, signed as Entra signs. */
import { openIssuer } from "../../src/sandbox/issuer.ts";
import { apiClientId, apiScope, type Persona, paneClientId, tenantId } from "../../src/sandbox/personas.ts";

export const departmentId = "customer-service";
const peopleCount = 50;

/** The same ids every time, so that servers and drivers agree without talking. */
const oidOf = (n: number) => `11d6a1c4-0c1e-4a7b-8f35-${String(n).padStart(12, "0")}`;

const personOf = (n: number): Persona => ({
  key: `person${n}`,
  tid: tenantId,
  oid: oidOf(n),
  name: `Person ${n}`,
  address: `person${n}@northwind.example`,
  jobTitle: "",
  roles: n === 0 ? ["staff", "lead"] : ["staff"],
  departments: [departmentId],
  mailboxes: [],
});

const everybody = Array.from({ length: peopleCount }, (_, n) => personOf(n));

/** As the API takes it from its admin. */
export const organisationOf = (jwksUri: string) => ({
  tenants: [
    {
      tid: tenantId,
      issuer: issuerUri,
      jwksUri,
      audience: apiClientId,
      clients: [paneClientId],
      scope: apiScope,
      departments: [
        {
          id: departmentId,
          name: { en: "Customer service" },
          taxonomy: { starter: departmentId },
          members: { staff: everybody.map(({ oid }) => oid), leads: [oidOf(0)] },
        },
      ],
    },
  ],
});

const origin = "https://issuer.example";
const issuerUri = `${origin}/sandbox/issuer/${tenantId}/v2.0`;

export interface People {
  /** One `Bearer …` for each; the first is the lead's. */
  authorizations: string[];
  /** What the JWKS address answers. */
  jwks: object;
}

export async function peopleWithTokens(folder: string): Promise<People> {
  const issuer = await openIssuer({ folder, origin });
  const tokens = await Promise.all(everybody.map((person) => issuer.tokensFor(person)));
  return { authorizations: tokens.map(({ access_token }) => `Bearer ${access_token}`), jwks: issuer.jwks };
}
