/** The admin pack as a value: every file that somebody needs who deploys Concord, made for one organisation. */
import { createHash } from "node:crypto";
import { outlookHosts } from "../../api/config.ts";
import { type Organisation, scopeName } from "../../api/organisation.ts";
import type { TaxonomyContent } from "../../triage/configuration.ts";
import { defaultPolicy } from "../../triage/department.ts";
import type { Finding } from "../finding.ts";
import { permissionFor, renderManifest } from "../manifest.ts";
import { fill, type Values } from "./fill.ts";
import { masterCategories } from "./masterCategories.ts";
import { faultsOf, firstOrganisation, isKnown, type Known } from "./organisationFile.ts";
import type { PackRequest } from "./packRequest.ts";
import { consentUrl, firstLetter, registrationsFor, scopeId } from "./registration.ts";
import { registrationScript, removalScript } from "./registrationScript.ts";

export interface PackSources {
  manifestTemplate: string;
  /** A text by its file name. */
  template: (name: string) => string;
  dockerfile: string;
  starters: Readonly<Record<string, TaxonomyContent>>;
  /** What is wrong with a manifest for people; all there is to check it with. */
  judge: (manifest: string) => Finding[];
  /** The administrator's own organisation file, read. */
  organisation?: unknown;
}

/** Path → content; or what has to be put right first. */
export type Packed = { files: ReadonlyMap<string, string> } | { faults: string[] };

export function packOf(request: PackRequest, sources: PackSources): Packed {
  const registration = registrationFiles(request);
  if (!isKnown(request)) {
    const readme = fill(sources.template("README-registration.md"), {
      origin: request.origin,
      tenant: request.tenant,
    });
    return { files: new Map([["README.md", readme], ...registration]) };
  }
  const organisation = sources.organisation ?? firstOrganisation(request);
  const manifest = renderManifest(sources.manifestTemplate, request);
  const faults = [
    ...faultsOf(organisation, request, Object.keys(sources.starters)),
    ...sources.judge(manifest).map(({ line, code, sentence }) => `concord.xml:${line} ${code}: ${sentence}`),
  ];
  if (faults.length > 0) return { faults };
  const values = valuesOf(request, organisation as Organisation, manifest);
  return {
    files: new Map([
      ["README.md", fill(sources.template("README.md"), values)],
      ["pack.json", json(summaryOf(request, values))],
      ...registration,
      ...hostingFiles(sources, organisation as Organisation, values),
      ["3-manifest/concord.xml", manifest],
      ["3-manifest/concord.xml.sha256", `${values.checksum}  concord.xml\n`],
      ...mailboxFiles(sources, organisation as Organisation, values),
      ...texts.map((name) => [`5-people/${name}`, fill(sources.template(name), values)] as const),
    ]),
  };
}

const texts = [
  "permissions.md",
  "privacy-notice.md",
  "announcement.md",
  "rollout.md",
  "rollback-and-removal.md",
];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type File = readonly [string, string];

function registrationFiles(request: PackRequest): File[] {
  const registrations = registrationsFor(request);
  const at = (name: string) => `1-registration/${name}`;
  return [
    ...registrations.flatMap((registration): File[] => [
      [at(`${registration.key}.json`), json(registration.application)],
      [at(`${registration.key}-first.json`), json(firstLetter(registration))],
    ]),
    [at("register.sh"), registrationScript(request, registrations)],
    [at("remove.sh"), removalScript(request, registrations)],
    ...(isKnown(request) ? [[at("consent-url.txt"), `${consentUrl(request)}\n`] as const] : []),
  ];
}

function hostingFiles(
  { template, dockerfile }: PackSources,
  organisation: Organisation,
  values: Values,
): File[] {
  const at = (name: string) => `2-hosting/${name}`;
  const filled = [
    "hosting.md",
    "nginx.conf",
    "concord.service",
    "concord.env",
    "container.env",
    "run-container.sh",
  ];
  return [
    ...filled.map((name): File => [at(name), fill(template(name), values)]),
    [at("Dockerfile"), dockerfile],
    [at("organisation.json"), json(organisation)],
  ];
}

function mailboxFiles(
  { template, starters }: PackSources,
  organisation: Organisation,
  values: Values,
): File[] {
  return [
    ["4-mailboxes/master-categories.json", json(masterCategories(organisation, starters))],
    ["4-mailboxes/master-categories.ps1", fill(template("master-categories.ps1"), values)],
  ];
}

function valuesOf(request: Known, organisation: Organisation, manifest: string): Values {
  const { host, hostname, port } = new URL(request.origin);
  return {
    origin: request.origin,
    host,
    hostname,
    port: port || "443",
    tenant: request.tenant,
    client: request.client,
    api: request.api,
    scopeName,
    resourceName: registrationsFor(request)[0]!.application.displayName,
    organisationName: request.organisationName,
    contact: request.contact,
    permission: permissionFor(request),
    asksToWrite: request.categoryWriting ? "yes" : "no",
    asksForMailbox: request.batch ? "yes" : "no",
    mailboxUse: request.batch ? mailboxUse.batch : mailboxUse.usual,
    manifestVersion: /<Version>([^<]+)</.exec(manifest)![1]!,
    manifestId: /<Id>([^<]+)</.exec(manifest)![1]!,
    checksum: createHash("sha256").update(manifest).digest("hex"),
    frameAncestors: outlookHosts.join(" "),
    listenHost: "127.0.0.1",
    dataDir: "/var/lib/concord",
    paneDir: "/opt/concord/dist/pane",
    settingsDir: "/etc/concord",
    retention: retentionOf(organisation),
    node: "20.19",
  };
}

/** What Concord does with the largest permission, where it is asked for. */
const mailboxUse = {
  usual: "cannot: it does not see messages that are not open, does not search and does not send",
  batch:
    "asks Outlook which messages **the person has selected together**, reads these in the pane to group them, and sets their category once they are confirmed; it does not look at others, does not search and does not send, though this permission would let it",
};

function retentionOf({ tenants }: Organisation): string {
  const days = tenants.flatMap(({ departments }) =>
    departments.map(({ policy }) => policy?.retentionDays ?? defaultPolicy.retentionDays),
  );
  const all = [...new Set(days)].sort((a, b) => a - b);
  return all.length > 1 ? `${all[0]} to ${all.at(-1)} days` : `${all[0] ?? defaultPolicy.retentionDays} days`;
}

/** For `doctor --pack`: what the deployment is held to. */
const summaryOf = ({ origin, tenant, client, api, categoryWriting, batch }: Known, values: Values) => ({
  origin,
  tenant,
  client,
  api,
  scope: `api://${api}/${scopeName}`,
  scopeId,
  categoryWriting,
  batch,
  manifest: { id: values.manifestId, version: values.manifestVersion, sha256: values.checksum },
});
