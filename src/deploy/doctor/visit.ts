/** A visit to a deployment: every answer the checks speak of, fetched once. */
import { type Answer, isReply, type Probe, type Reply } from "./probe.ts";

/** What the deployment is held to, as the pack or the command line says. */
export interface Expected {
  origin: string;
  tenant?: string | undefined;
  client?: string | undefined;
  api?: string | undefined;
  /** The manifest that is, or will be, deployed. */
  manifest?: string | undefined;
  categoryWriting: boolean;
}

export interface Visit {
  expected: Expected;
  now: number;
  /** By path, as `/taskpane.html`. */
  answers: ReadonlyMap<string, Answer>;
  reply(path: string): Reply | undefined;
  /** GET /api/me without a token, and with one that nobody signed. */
  unknownCaller: Answer;
  forgedCaller: Answer | undefined;
  /** PUT without a token: some firewalls let only GET and POST through. */
  put: Answer;
  /** The sign-in service's own description, under the authority the pane is told. */
  discovery: Answer | undefined;
  /** The manifest the checks judge: the one served, else the one given. */
  manifest: string | undefined;
}

export const pages = ["/taskpane.html", "/commands.html", "/sign-in.html"];
const fixed = [...pages, "/assets/support.html", "/healthz", "/readyz", "/pane-config.json", "/manifest.xml"];

export async function visit(expected: Expected, probe: Probe, now: number): Promise<Visit> {
  const { origin } = expected;
  const answers = new Map<string, Answer>();
  const go = async (paths: readonly string[]) => {
    const unseen = [...new Set(paths)].filter((path) => !answers.has(path));
    await Promise.all(unseen.map(async (path) => answers.set(path, await probe(origin + path))));
  };
  const reply = (path: string): Reply | undefined => {
    const answer = answers.get(path);
    return answer && isReply(answer) ? answer : undefined;
  };
  await go(["/taskpane.html"]);
  if (!reply("/taskpane.html")) await go(["/healthz"]);
  else await go(fixed);
  const served = reply("/manifest.xml");
  const manifest = served?.status === 200 ? served.body.toString("utf8") : expected.manifest;
  await go(pages.flatMap((page) => scriptsOf(reply(page))));
  await go(ownPaths(manifest ?? "", origin));
  const { tenant = tenantIn(reply("/pane-config.json")), api = "" } = expected;
  const signIn = settingsIn(reply("/pane-config.json"))?.authority;
  return {
    expected,
    now,
    answers,
    reply,
    manifest,
    unknownCaller: await probe(`${origin}/api/me`),
    forgedCaller: tenant
      ? await probe(`${origin}/api/me`, { headers: { authorization: `Bearer ${forged(tenant, api, now)}` } })
      : undefined,
    put: await probe(`${origin}/api/verdicts/00000000-0000-7000-8000-000000000000`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: "{}",
    }),
    discovery: signIn?.startsWith("https://")
      ? await probe(`${signIn}/v2.0/.well-known/openid-configuration`)
      : undefined,
  };
}

export interface PaneSettings {
  clientId: string;
  authority: string;
  scope: string;
}

/** What the pane is told before anybody is signed in; undefined when it is not that. */
export function settingsIn(reply: Reply | undefined): PaneSettings | undefined {
  try {
    const { clientId, authority, scope } = JSON.parse(reply?.body.toString("utf8") ?? "");
    if ([clientId, authority, scope].every((value) => typeof value === "string"))
      return { clientId, authority, scope };
  } catch {
    // Told by whoever asks.
  }
  return undefined;
}

export const tenantIn = (reply: Reply | undefined): string | undefined =>
  /^https:\/\/[^/]+\/([0-9a-f-]{36})$/i.exec(settingsIn(reply)?.authority ?? "")?.[1]?.toLowerCase();

/** Scripts and styles of a page, on its own origin. */
function scriptsOf(page: Reply | undefined): string[] {
  const html = page?.status === 200 ? page.body.toString("utf8") : "";
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)=["']?([^"'\s>]+)/gi)];
  return named
    .map((match) => match[1]!)
    .filter((address) => !/^[a-z]+:|^\/\//i.test(address))
    .map((address) => new URL(address, "https://x/").pathname);
}

const ownPaths = (manifest: string, origin: string): string[] =>
  [...manifest.matchAll(/DefaultValue="(https:[^"]+)"/g)]
    .filter((match) => URL.canParse(match[1]!) && new URL(match[1]!).origin === origin)
    .map((match) => new URL(match[1]!).pathname);

/** Looks like a token of the organisation, signed by nobody: a sound API fetches the keys and refuses it. */
function forged(tenant: string, audience: string, now: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const seconds = Math.floor(now / 1000);
  const claims = { tid: tenant, aud: audience, ver: "2.0", iat: seconds, nbf: seconds, exp: seconds + 60 };
  return `${part({ alg: "RS256", kid: "doctor", typ: "JWT" })}.${part(claims)}.${Buffer.alloc(256, 1).toString("base64url")}`;
}
