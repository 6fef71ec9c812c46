/** The shipped HTML of the pane, dressed for a place without internet: office.js from here, and the sandbox's prelude before it. */
import { officeScript } from "./cdn.ts";

export interface Dressing {
  preludeUrl: string;
  officeUrl: string;
}

/** Nothing else of the page changes; a page without the CDN's script tag is refused, since it would never boot. */
export function dress(html: string, { preludeUrl, officeUrl }: Dressing): string {
  if (!new RegExp(officeScript.source, "i").test(html))
    throw new Error("The page has no script tag for office.js.");
  return html
    .replace(officeScript, `<script src="${preludeUrl}"></script><script src="${officeUrl}"></script>`)
    .replace(/<head([^>]*)>/i, '<head$1><base href="/">');
}
