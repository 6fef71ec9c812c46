/** The simulated organisation as its admin would write it down for the API: who signs in, which departments, whose mail. */
import { starters } from "../triage/starter/starters.ts";
import type { LocalText } from "../triage/text.ts";
import type { Issuer } from "./issuer.ts";
import type { Category } from "./mailboxMessage.ts";
import { mailboxes, mailboxOf, personas } from "./personas.ts";
import { presetFor } from "./web/mail/categoryColours.ts";

const names: Record<keyof typeof starters, LocalText> = {
  "customer-service": {
    en: "Customer service",
    de: "Kundenservice",
    fr: "Service client",
    es: "Atención al cliente",
    pt: "Atendimento ao cliente",
    ja: "カスタマーサービス",
    ar: "خدمة العملاء",
  },
  "it-help-desk": {
    en: "IT help desk",
    de: "IT-Helpdesk",
    fr: "Support informatique",
    es: "Soporte informático",
    pt: "Suporte de TI",
    ja: "ITヘルプデスク",
    ar: "مكتب مساعدة تقنية المعلومات",
  },
  "human-resources": {
    en: "Human resources",
    de: "Personal",
    fr: "Ressources humaines",
    es: "Recursos humanos",
    pt: "Recursos humanos",
    ja: "人事",
    ar: "الموارد البشرية",
  },
  "public-administration": {
    en: "Citizens' office",
    de: "Bürgeramt",
    fr: "Bureau des citoyens",
    es: "Oficina de atención ciudadana",
    pt: "Atendimento ao cidadão",
    ja: "市民窓口",
    ar: "مكتب المواطنين",
  },
};

/** Asked a little more often than usual, so that an hour of trying meets a blind check. */
const demoPolicy = { blindShare: 0.1 };

const isDepartment = (id: string): id is keyof typeof starters => id in starters;

/** People who work in a department, by what they are there. A lead leads each of their departments. */
const membersOf = (department: string) => {
  const here = personas.filter(({ departments }) => departments.includes(department));
  return {
    staff: here.map(({ oid }) => oid),
    leads: here.filter(({ roles }) => roles.includes("lead")).map(({ oid }) => oid),
  };
};

/** Fits the API's organisation document: one tenant, four departments, each from its starter taxonomy. */
export const sandboxOrganisation = (
  issuer: Pick<Issuer, "tenantId" | "issuer" | "jwksUri" | "audience" | "clientId" | "scope">,
) => ({
  tenants: [
    {
      tid: issuer.tenantId,
      issuer: issuer.issuer,
      jwksUri: issuer.jwksUri,
      // Where a window signs in when Outlook cannot: pages of this sandbox, since Microsoft's know no such tenant.
      authority: issuer.issuer.replace(/\/v2\.0$/, ""),
      audience: issuer.audience,
      clients: [issuer.clientId],
      scope: issuer.scope,
      departments: Object.keys(names)
        .filter(isDepartment)
        .map((id) => ({
          id,
          name: names[id],
          taxonomy: { starter: id },
          policy: demoPolicy,
          mailboxes: mailboxes
            .filter(({ department, isShared }) => isShared && department === id)
            .map(({ address }) => address),
          members: membersOf(id),
        })),
    },
  ],
});

/** Outlook's list of categories an admin would have put into each mailbox: those of its department. */
export function departmentCategories(address: string): Category[] {
  const department = mailboxOf(address)?.department ?? "";
  if (!isDepartment(department)) return [];
  return starters[department].categories.map(({ outlookCategory, name }, index) => ({
    displayName: outlookCategory ?? name.en,
    color: presetFor(index),
  }));
}
