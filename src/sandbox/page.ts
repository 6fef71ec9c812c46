/** The one HTML page of the simulated Outlook, and what its frames may load. */

import { emptyStyle } from "../api/headers.ts";

/** Griffel writes style elements; mail is shown in frames without scripts of their own. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The pane may be one that is deployed elsewhere. */
export const pagePolicyWith = (pane = ""): string =>
  isOrigin(pane) ? pagePolicy.replace("frame-src 'self'", `frame-src 'self' ${pane}`) : pagePolicy;

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;

/** As the pane's own policy, only that its one foreign script comes from here. */
export const panePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${emptyStyle}`,
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join("; ");

export const page = (script: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail – Concord sandbox</title>
<link rel="icon" href="data:,">
<style>html,body,#root{height:100%;margin:0}body{overflow:hidden;font-family:"Segoe UI",system-ui,sans-serif}</style>
<script src="${script}" defer></script>
</head>
<body><div id="root"></div></body>
</html>
`;
