/** The people of the simulated organisation: who they are, what they may do, and which mailboxes they open. */

export const tenantId = "7c1b7d52-3f0a-4c5e-9a61-0d6f2b8e4a10";
/** The app registration of the pane and the one of the API, as an admin would make them in Entra. */
export const paneClientId = "2a9d1f60-8b7e-4a35-b0c4-6e51d7c8f920";
export const apiClientId = "5be0c3d7-1f48-4d92-8e6a-93a4b7d0c115";
export const apiScope = "triage.use";

export type Role = "staff" | "lead" | "admin";

/** Names of the app roles on the API's registration, as they arrive in the `roles` claim. */
export const appRoles: Record<Role, string> = {
  staff: "Triage.Staff",
  lead: "Triage.Lead",
  admin: "Triage.Admin",
};

export interface Persona {
  key: string;
  tid: string;
  oid: string;
  name: string;
  address: string;
  jobTitle: string;
  roles: readonly Role[];
  departments: readonly string[];
  /** Addresses this person can open; the first is their own. */
  mailboxes: readonly string[];
}

export interface Mailbox {
  address: string;
  name: string;
  department: string;
  isShared: boolean;
}

export const domain = "northwind.example";
const at = (local: string) => `${local}@${domain}`;

const own = (local: string, name: string, department: string): Mailbox => ({
  address: at(local),
  name,
  department,
  isShared: false,
});

export const mailboxes: readonly Mailbox[] = [
  own("amara.okafor", "Amara Okafor", "customer-service"),
  own("jonas.weber", "Jonas Weber", "customer-service"),
  own("mei.tanaka", "Mei Tanaka", "it-help-desk"),
  own("lucia.ferrari", "Lucía Ferrari", "human-resources"),
  own("priya.raman", "Priya Raman", "customer-service"),
  own("tomasz.nowak", "Tomasz Nowak", "public-administration"),
  { address: at("service"), name: "Customer Service", department: "customer-service", isShared: true },
  { address: at("helpdesk"), name: "IT Help Desk", department: "it-help-desk", isShared: true },
  { address: at("people"), name: "People Team", department: "human-resources", isShared: true },
  { address: at("office"), name: "Citizens' Office", department: "public-administration", isShared: true },
];

const person = (
  key: string,
  oid: string,
  [name, local, jobTitle]: [string, string, string],
  roles: Role[],
  departments: string[],
  shared: string[],
): Persona => ({
  key,
  tid: tenantId,
  oid,
  name,
  address: at(local),
  jobTitle,
  roles,
  departments,
  mailboxes: [at(local), ...shared.map(at)],
});

export const personas: readonly Persona[] = [
  person(
    "amara",
    "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001",
    ["Amara Okafor", "amara.okafor", "Customer service agent"],
    ["staff"],
    ["customer-service"],
    ["service"],
  ),
  person(
    "jonas",
    "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9002",
    ["Jonas Weber", "jonas.weber", "Customer service agent"],
    ["staff"],
    ["customer-service"],
    ["service"],
  ),
  person(
    "mei",
    "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9003",
    ["Mei Tanaka", "mei.tanaka", "Help desk engineer"],
    ["staff"],
    ["it-help-desk"],
    ["helpdesk"],
  ),
  person(
    "lucia",
    "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9004",
    ["Lucía Ferrari", "lucia.ferrari", "People partner"],
    ["staff"],
    ["human-resources"],
    ["people"],
  ),
  person(
    "priya",
    "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9005",
    ["Priya Raman", "priya.raman", "Customer service lead"],
    ["staff", "lead"],
    ["customer-service"],
    ["service"],
  ),
  person(
    "tomasz",
    "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9006",
    ["Tomasz Nowak", "tomasz.nowak", "Mail platform admin"],
    ["staff", "admin"],
    ["public-administration", "customer-service", "it-help-desk", "human-resources"],
    ["office", "service", "helpdesk", "people"],
  ),
];

export const personaOf = (key: string | null | undefined): Persona | undefined =>
  personas.find((persona) => persona.key === key);

export const mailboxOf = (address: string): Mailbox | undefined =>
  mailboxes.find((mailbox) => mailbox.address === address.toLowerCase());
