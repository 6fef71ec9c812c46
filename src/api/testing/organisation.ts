/** A small organisation for tests: two departments, a lead, two colleagues and a stranger. */
import type { TaxonomyContent } from "../../triage/configuration.ts";
import type { Policy } from "../../triage/department.ts";
import type { Organisation } from "../organisation.ts";
import { audience, client, tid } from "./issuer.ts";

export const amara = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001";
export const jonas = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9002";
export const mei = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9003";
export const priya = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9005";
export const stranger = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9009";

const category = (id: string, ...en: string[]) => ({
  id,
  name: { en: id },
  definition: { en: `Everything about ${id}.` },
  phrases: { en },
});

const priority = (id: "low" | "normal" | "high" | "urgent", ...en: string[]) => ({
  id,
  definition: { en: `It is ${id}.` },
  phrases: { en },
});

export const taxonomy: TaxonomyContent = {
  categories: [
    category("billing", "wrong amount on the invoice", "refund of a payment"),
    category("delivery", "the parcel has not arrived", "tracking number of the shipment"),
    category("contract", "cancel my contract", "notice period"),
  ],
  priorities: [
    priority("low", "no hurry"),
    priority("normal", "please answer"),
    priority("high", "as soon as possible"),
    priority("urgent", "immediately, everything stands still"),
  ],
};

export interface TestOrganisation {
  jwksUri: string;
  policy?: Partial<Omit<Policy, "version">>;
  open?: boolean;
}

export const organisation = ({ jwksUri, policy = {}, open = false }: TestOrganisation): Organisation => ({
  tenants: [
    {
      tid,
      jwksUri,
      audience,
      clients: [client],
      open,
      departments: [
        {
          id: "service",
          name: { en: "Customer service" },
          taxonomy,
          policy,
          mailboxes: ["Service@Northwind.example"],
          members: { staff: [amara, jonas], leads: [priya] },
        },
        {
          id: "help-desk",
          name: { en: "Help desk" },
          taxonomy,
          policy,
          members: { staff: [mei], leads: [] },
        },
      ],
    },
  ],
});
