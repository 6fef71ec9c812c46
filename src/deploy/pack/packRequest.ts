/** What an administrator asks a pack for: every value checked, and everything that is wrong said at once. */

import { isGuid } from "../../triage/text.ts";
import { checkedOrigin, RenderingRefused } from "../manifest.ts";

export interface PackRequest {
  /** Where pane and API are served, as `https://concord.example.com`. */
  origin: string;
  /** The directory (tenant) id. */
  tenant: string;
  /** The client id of the pane's app registration; absent before it is made. */
  client?: string;
  /** The client id of the API's; the pane's own where one registration serves as both. */
  api?: string;
  categoryWriting: boolean;
  /** Several selected messages may be confirmed together: the manifest then asks for the whole mailbox. */
  batch: boolean;
  version?: string;
  id?: string;
  /** Starter taxonomies to begin with, where the organisation is not described yet. */
  departments: readonly string[];
  /** As people know it; for the texts they read. */
  organisationName: string;
  /** Whom they ask; for the same texts. */
  contact: string;
}

/** As they come from the command line. */
export interface PackOptions {
  origin?: string | undefined;
  tenant?: string | undefined;
  client?: string | undefined;
  api?: string | undefined;
  "no-category-writing"?: boolean | undefined;
  batch?: boolean | undefined;
  version?: string | undefined;
  id?: string | undefined;
  departments?: string | undefined;
  "organisation-name"?: string | undefined;
  contact?: string | undefined;
}

export type Checked = { request: PackRequest } | { faults: string[] };

const usualDepartments = ["customer-service", "it-help-desk"];

export function checkedRequest(options: PackOptions, starters: readonly string[]): Checked {
  const { tenant, client, api, version, id } = options;
  const departments = options.departments?.split(/[\s,]+/).filter(Boolean) ?? usualDepartments;
  const faults = [
    ...originFaults(options.origin),
    ...(tenant ? [] : ["Say --tenant: the directory (tenant) id, as Entra's overview shows it."]),
    ...guidFaults({ tenant, client, api, id }),
    ...(api && !client ? ["--api is given without --client; the pane's client id is needed with it."] : []),
    ...(client && client.toLowerCase() === tenant?.toLowerCase()
      ? ["--client is the same as --tenant; the client id stands on the app registration's page."]
      : []),
    ...(version === undefined || /^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(version)
      ? []
      : [`--version "${version}" must be four numbers from 1.0.0.0 upwards.`]),
    ...departmentFaults(departments, starters),
    ...textFaults(options),
  ];
  if (faults.length > 0) return { faults };
  return {
    request: {
      origin: checkedOrigin(options.origin!),
      tenant: tenant!.toLowerCase(),
      ...(client ? { client: client.toLowerCase(), api: (api ?? client).toLowerCase() } : {}),
      categoryWriting: !options["no-category-writing"],
      batch: options.batch === true,
      ...(version === undefined ? {} : { version }),
      ...(id === undefined ? {} : { id }),
      departments,
      organisationName: options["organisation-name"] ?? "our organisation",
      contact: options.contact ?? "the IT help desk",
    },
  };
}

/** Only a public name: people's Outlooks must reach it. */
function originFaults(origin: string | undefined): string[] {
  if (!origin) return ["Say --origin: where Concord is served, as https://concord.example.com."];
  try {
    const { hostname } = new URL(checkedOrigin(origin));
    const isPrivate = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[.*\])$/.test(hostname);
    return isPrivate ? [`--origin ${origin} is the reader's own computer; give the server's name.`] : [];
  } catch (fault) {
    if (fault instanceof RenderingRefused) return [`--origin: ${fault.message}`];
    throw fault;
  }
}

const guidFaults = (values: Record<string, string | undefined>): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined || isGuid(value)
      ? []
      : [`--${name} "${value}" is not a GUID such as 11111111-2222-4333-8444-555555555555.`],
  );

function departmentFaults(departments: readonly string[], starters: readonly string[]): string[] {
  if (departments.length === 0) return ["--departments names none."];
  const unknown = departments.filter((name) => !starters.includes(name));
  const twice = departments.filter((name, place) => departments.indexOf(name) < place);
  return [
    ...unknown.map((name) => `--departments: there is no "${name}"; there are ${starters.join(", ")}.`),
    ...twice.map((name) => `--departments names "${name}" twice.`),
  ];
}

const textFaults = (options: PackOptions): string[] =>
  (["organisation-name", "contact"] as const).flatMap((name) => {
    const text = options[name];
    if (text === undefined) return [];
    if (text.trim() === "" || text.length > 200) return [`--${name} must have 1 to 200 characters.`];
    return /[\p{Cc}<>]/u.test(text) ? [`--${name} must be one line without < and >.`] : [];
  });
