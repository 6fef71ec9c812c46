/** The headers of every answer: what the pane may load, who may embed it, and nothing to sniff. */

export interface HeaderParts {
  frameAncestors: readonly string[];
  /** Origins the pane signs in at. */
  authorities: readonly string[];
  /** Tell browsers to come by https only. */
  isStrict: boolean;
}

const officeScripts = [
  "https://appsforoffice.microsoft.com",
  "https://*.onecdn.static.microsoft",
  "https://ajax.aspnetcdn.com",
];
/** Where office.js itself reports to; without it the console fills with refusals. */
const officeTelemetry = [
  "https://*.events.data.microsoft.com",
  "https://browser.events.data.microsoft.com",
  "https://telemetryservice.firstpartyapps.oaspapps.com",
];

/** Fluent's style engine adds empty style elements and fills them by script; this is the digest of nothing. */
export const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export function contentSecurityPolicy({ frameAncestors, authorities }: HeaderParts): string {
  const rules: [string, readonly string[]][] = [
    ["default-src", ["'none'"]],
    ["script-src", ["'self'", ...officeScripts]],
    ["style-src", ["'self'", emptyStyle]],
    ["img-src", ["'self'", "data:"]],
    ["font-src", ["'self'", "data:"]],
    ["connect-src", ["'self'", ...authorities, ...officeScripts.slice(0, 2), ...officeTelemetry]],
    ["frame-src", ["'self'", ...authorities]],
    ["base-uri", ["'none'"]],
    ["form-action", ["'none'"]],
    ["object-src", ["'none'"]],
    ["frame-ancestors", frameAncestors],
  ];
  return rules.map(([name, values]) => `${name} ${values.join(" ")}`).join("; ");
}

export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** No X-Frame-Options: it knows no lists, and Outlook embeds from several origins. */
export const everyAnswer = ({
  isStrict,
}: Pick<HeaderParts, "isStrict">): Readonly<Record<string, string>> => ({
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  ...(isStrict ? { "strict-transport-security": "max-age=31536000" } : {}),
});
