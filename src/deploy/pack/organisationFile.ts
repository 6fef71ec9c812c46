/** The organisation as the API reads it: a first one to go on from, or the administrator's own, held to the pack's ids. */
import { organisationFaults } from "../../api/config.ts";
import type { Organisation } from "../../api/organisation.ts";
import type { LocalText } from "../../triage/text.ts";
import type { PackRequest } from "./packRequest.ts";

const names: Readonly<Record<string, LocalText>> = {
  "customer-service": { en: "Customer service", de: "Kundenservice" },
  "it-help-desk": { en: "IT help desk", de: "IT-Helpdesk" },
  "human-resources": { en: "Human resources", de: "Personal" },
  "public-administration": { en: "Citizens' office", de: "Bürgeramt" },
};

/** Open to everybody with a role: who has no department yet chooses one, once. */
export const firstOrganisation = ({ tenant, client, api, departments }: Known): Organisation => ({
  tenants: [
    {
      tid: tenant,
      audience: api,
      clients: [client],
      open: true,
      departments: departments.map((id) => ({
        id,
        name: names[id] ?? { en: id },
        mailboxes: [],
        members: { staff: [], leads: [] },
        policy: { categoryWriting: true },
        taxonomy: { starter: id },
      })),
    },
  ],
});

export type Known = PackRequest & { client: string; api: string };
export const isKnown = (request: PackRequest): request is Known =>
  request.client !== undefined && request.api !== undefined;

/** What is wrong with an administrator's own file, by the API's schema and against what the pack is made for. */
export function faultsOf(value: unknown, request: Known, starters: readonly string[]): string[] {
  const faults = organisationFaults(value);
  if (faults.length > 0) return faults;
  const { tenants } = value as Organisation;
  const place = tenants.findIndex(({ tid }) => tid.toLowerCase() === request.tenant);
  const tenant = tenants[place];
  if (!tenant) return [`The organisation has no tenant ${request.tenant}, which --tenant names.`];
  const client = tenants[0]!.clients[0]!;
  return [
    ...(tenant.audience.toLowerCase() === request.api
      ? []
      : [
          `audience of tenant ${tenant.tid} is ${tenant.audience}, but the API's client id is ${request.api}.`,
        ]),
    ...(tenant.clients.map((id) => id.toLowerCase()).includes(request.client)
      ? []
      : [`clients of tenant ${tenant.tid} must hold the pane's client id ${request.client}.`]),
    ...(client.toLowerCase() === request.client
      ? []
      : [`The pane signs in as the first client of the first tenant, ${client}, not as ${request.client}.`]),
    ...tenants.flatMap(({ departments }) =>
      departments.flatMap(({ id, taxonomy }) =>
        "starter" in taxonomy && !starters.includes(taxonomy.starter)
          ? [`Department ${id} begins with "${taxonomy.starter}"; there are ${starters.join(", ")}.`]
          : [],
      ),
    ),
  ];
}
