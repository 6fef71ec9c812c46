/** Which file of npm's office.js answers a request that in production goes to one of Microsoft's CDN hosts. */
import { normalize, sep } from "node:path";

export const officeHosts = [
  "appsforoffice.microsoft.com",
  "officeapis.public.onecdn.static.microsoft",
  "ajax.aspnetcdn.com",
];

/** The CDN's addresses of office.js, in any HTML page. */
export const officeScript =
  /<script[^>]*\bsrc=["']?https:\/\/(?:appsforoffice\.microsoft\.com\/lib\/1(?:\.1)?\/hosted|officeapis\.public\.onecdn\.static\.microsoft\/1)\/office\.js["']?[^>]*>\s*<\/script>/gi;

/** The path below dist/ for what stands behind `/lib/1/hosted/` or `/1/`; undefined for anything that leaves it. */
export function officeFile(path: string): string | undefined {
  const rest = path.replace(/^\/?(lib\/1(\.1)?\/hosted\/|1\/)/, "").replace(/[?#].*$/, "");
  const file = normalize(rest);
  if (file.startsWith("..") || file.startsWith(sep) || file.includes("\0")) return undefined;
  // npm ships this one folder in lower case while the library asks for it in mixed case.
  return file.replace(/^AgaveErrorUX/i, "agaveerrorux");
}
