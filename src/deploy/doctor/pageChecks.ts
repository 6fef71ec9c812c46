/** The pages as Outlook loads them: there, whole, allowed in its frame, and never older than the server. */
import { outlookHosts } from "../../api/config.ts";
import { advice, type Complaint, wrong } from "./complaint.ts";
import { header, isReply, type Reply } from "./probe.ts";
import { pages, type Visit } from "./visit.ts";

const isRedirect = (status: number) => status >= 300 && status < 400;

export function pageFaults(visit: Visit): Complaint[] {
  return pages.flatMap((path) => {
    const page = visit.reply(path);
    if (!page || isRedirect(page.status)) return [];
    if (page.status !== 200)
      return [
        wrong(
          "page-missing",
          path,
          `${path} answers ${page.status}; Outlook shows an error instead of Concord.`,
          "Set PANE_DIR to the built pane (npm run build), and let the proxy pass every path on.",
        ),
      ];
    if (!header(page, "content-type").startsWith("text/html"))
      return [
        wrong(
          "page-type",
          path,
          `${path} is not sent as text/html.`,
          "Leave Content-Type as Concord sends it.",
        ),
      ];
    return [
      ...office(page, path),
      ...frame(page, path),
      ...policy(page, path),
      ...hygiene(page, path),
      ...fresh(page, path),
    ];
  });
}

function office(page: Reply, path: string): Complaint[] {
  const cdn =
    /<script[^>]+src=["']?https:\/\/(appsforoffice\.microsoft\.com|officeapis\.public\.onecdn\.static\.microsoft)\//i;
  return cdn.test(page.body.toString("utf8"))
    ? []
    : [
        wrong(
          "office-js",
          path,
          `${path} does not load office.js from Microsoft's CDN; without it nothing works, sign-in least of all.`,
          "Serve the page as it was built; something rewrote it, or another page answers here.",
        ),
      ];
}

function frame(page: Reply, path: string): Complaint[] {
  const refusing = page.headers["x-frame-options"];
  if (refusing)
    return [
      wrong(
        "x-frame-options",
        path,
        `X-Frame-Options ${refusing[0]} forbids Outlook on the web to show the pane; it stays blank.`,
        "Remove that header in the proxy; the Content-Security-Policy says who may show the pane.",
      ),
    ];
  return [];
}

const sourcesOf = (policy: string, name: string): string[] =>
  policy
    .split(";")
    .map((part) => part.trim().split(/\s+/))
    .find(([directive]) => directive?.toLowerCase() === name)
    ?.slice(1) ?? [];

function policy(page: Reply, path: string): Complaint[] {
  const policies = page.headers["content-security-policy"] ?? [];
  const [first = ""] = policies;
  if (policies.length === 0)
    return [
      wrong(
        "csp-missing",
        path,
        `${path} has no Content-Security-Policy.`,
        "Let the proxy pass Concord's headers on.",
      ),
    ];
  if (policies.length > 1 || first.includes(","))
    return [
      wrong(
        "csp-twice",
        path,
        "There are two Content-Security-Policy headers; browsers apply the stricter of every rule.",
        "Remove the proxy's own.",
      ),
    ];
  return [...ancestors(first, path), ...scripts(first, path), ...needed(first, path)];
}

function ancestors(policy: string, path: string): Complaint[] {
  const allowed = sourcesOf(policy, "frame-ancestors");
  const missing = outlookHosts.filter((host) => !allowed.includes(host));
  if (allowed.includes("*") || allowed.includes("https:"))
    return [
      wrong(
        "frame-anybody",
        path,
        "Any site may show the pane in a frame and trick people into pressing.",
        "Name Outlook's origins in FRAME_ANCESTORS.",
      ),
    ];
  if (missing.length === 0) return [];
  return [
    wrong(
      "frame-ancestors",
      path,
      `frame-ancestors lacks ${missing.join(", ")}; in that Outlook the pane stays blank.`,
      "Leave FRAME_ANCESTORS out, or list all of Outlook's origins there.",
    ),
  ];
}

function scripts(policy: string, path: string): Complaint[] {
  const sources = [...sourcesOf(policy, "script-src"), ...sourcesOf(policy, "default-src")];
  const loose = sources.filter((one) =>
    ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"].includes(one),
  );
  return loose.length === 0
    ? []
    : [
        wrong(
          "csp-loose",
          path,
          `The policy allows ${loose.join(" and ")} for scripts, so a hole in a page could run anything.`,
          "Send Concord's own policy unchanged.",
        ),
      ];
}

function needed(policy: string, path: string): Complaint[] {
  const lacks = (directive: string, source: string) =>
    sourcesOf(policy, directive).includes(source) ? [] : [`${source} in ${directive}`];
  const missing = [
    ...lacks("script-src", "'self'"),
    ...lacks("script-src", "https://appsforoffice.microsoft.com"),
    ...lacks("connect-src", "'self'"),
    ...lacks("connect-src", "https://login.microsoftonline.com"),
  ];
  return missing.length === 0
    ? []
    : [
        wrong(
          "csp-tight",
          path,
          `The policy lacks ${missing.join(", ")}; Concord cannot start or sign in under it.`,
          "Send Concord's own policy unchanged.",
        ),
      ];
}

function hygiene(page: Reply, path: string): Complaint[] {
  const opener = header(page, "cross-origin-opener-policy");
  return [
    ...(header(page, "x-content-type-options") === "nosniff"
      ? []
      : [
          wrong(
            "nosniff",
            path,
            "X-Content-Type-Options: nosniff is missing.",
            "Let the proxy pass Concord's headers on.",
          ),
        ]),
    ...(opener.startsWith("same-origin")
      ? [
          wrong(
            "opener-policy",
            path,
            `Cross-Origin-Opener-Policy ${opener} cuts the sign-in window off from the pane.`,
            "Remove that header.",
          ),
        ]
      : []),
    ...(page.headers["strict-transport-security"]
      ? []
      : [
          advice(
            "hsts",
            path,
            "Strict-Transport-Security is missing.",
            'Add it in the proxy: add_header Strict-Transport-Security "max-age=31536000" always;',
          ),
        ]),
  ];
}

/** A kept page would ask for scripts of a build that is gone. */
function fresh(page: Reply, path: string): Complaint[] {
  const rule = header(page, "cache-control");
  return /no-cache|no-store|max-age=0/.test(rule)
    ? []
    : [
        wrong(
          "page-cached",
          path,
          `${path} may be kept (Cache-Control: ${rule || "none"}); after an update people get a broken mixture.`,
          "Leave Cache-Control as Concord sends it: no-cache for pages.",
        ),
      ];
}

/** Scripts and styles of the pages: there, of their type, and kept by browsers. */
export function assetFaults({ answers }: Visit): Complaint[] {
  return [...answers].flatMap(([path, answer]) => {
    if (!/\.(js|css)$/.test(path) || !isReply(answer) || isRedirect(answer.status)) return [];
    const type = header(answer, "content-type");
    if (answer.status !== 200 || !/javascript|css/.test(type))
      return [
        wrong(
          "asset-missing",
          path,
          answer.status === 200
            ? `${path} is answered with ${type || "no type"}, not with a script or style.`
            : `${path}, which a page loads, answers ${answer.status}.`,
          "Deploy page and scripts of one build together; let no fallback page answer for missing files.",
        ),
      ];
    const isHashed = /[.-][0-9a-f]{8,}\./.test(path);
    return isHashed && !/immutable|max-age=\d{5,}/.test(header(answer, "cache-control"))
      ? [
          advice(
            "asset-uncached",
            path,
            `${path} is fetched anew every time, though its name changes with its content.`,
            "Leave Cache-Control as Concord sends it.",
          ),
        ]
      : [];
  });
}
