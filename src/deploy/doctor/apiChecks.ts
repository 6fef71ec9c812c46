/** The API behind the proxy: alive, with its database, guarded, and expecting the tokens that people will have. */
import { advice, type Complaint, wrong } from "./complaint.ts";
import { type Answer, header, isReply, type Reply } from "./probe.ts";
import { settingsIn, tenantIn, type Visit } from "./visit.ts";

const jsonOf = (reply: Reply): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(reply.body.toString("utf8"));
    return typeof value === "object" && value ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

export function healthFaults({ reply }: Visit): Complaint[] {
  const [alive, ready] = [reply("/healthz"), reply("/readyz")];
  if (alive?.status !== 200 || jsonOf(alive).status !== "ok")
    return [
      wrong(
        "api-down",
        "/healthz",
        `/healthz answers ${alive?.status ?? "nothing"}${alive?.status === 200 ? ", but not Concord's answer" : ""}: the API is not behind this address.`,
        "Start Concord and see its log; let the proxy pass every path on to it.",
      ),
    ];
  if (!ready) return [];
  const { detail, tables } = jsonOf(ready) as { detail?: string; tables?: { at: number; known: number } };
  if (ready.status !== 200)
    return detail && /tables/.test(detail)
      ? [
          wrong(
            "tables-old",
            "/readyz",
            "The database has older tables than this build of Concord needs.",
            "Restart Concord: it brings them up to date at its start. If a backup was restored, restart is all it takes.",
          ),
        ]
      : [
          wrong(
            "database-down",
            "/readyz",
            "The database does not answer; people's verdicts wait on their computers.",
            "See whether PostgreSQL runs and DATABASE_URL is right, or whether the disk of DATA_DIR is full.",
          ),
        ];
  return tables && tables.at > tables.known
    ? [
        advice(
          "tables-new",
          "/readyz",
          `The database was written by a newer build (step ${tables.at}, this one knows ${tables.known}).`,
          "Finish the update: start the newer build on every instance.",
        ),
      ]
    : [];
}

const is401 = (answer: Answer): answer is Reply => isReply(answer) && answer.status === 401;

export function guardFaults(visit: Visit): Complaint[] {
  const { unknownCaller, put } = visit;
  if (!isReply(unknownCaller) || healthFaults(visit).some(({ code }) => code === "api-down")) return [];
  if (unknownCaller.status !== 401 || jsonOf(unknownCaller).code !== "token_missing")
    return [
      wrong(
        "api-path",
        "/api/me",
        `/api/me answers a caller without a token with ${unknownCaller.status} instead of Concord's refusal (401).`,
        "Let the proxy pass /api on as it is, without a sign-in or an error page of its own.",
      ),
    ];
  return [
    ...(header(unknownCaller, "cache-control").includes("no-store")
      ? []
      : [
          wrong(
            "api-cached",
            "/api/me",
            "Answers of the API may be kept by caches on the way; somebody could see another's.",
            "Leave Cache-Control as Concord sends it (no-store), and switch off caching for /api.",
          ),
        ]),
    ...(is401(put)
      ? []
      : [
          wrong(
            "method-blocked",
            "/api/verdicts",
            `PUT is answered with ${isReply(put) ? put.status : put.fault}; verdicts cannot be saved.`,
            "Allow GET, POST, PUT and DELETE in proxy and firewall.",
          ),
        ]),
    ...forgery(visit),
  ];
}

function forgery({ forgedCaller }: Visit): Complaint[] {
  if (!forgedCaller || !isReply(forgedCaller)) return [];
  const { code } = jsonOf(forgedCaller) as { code?: string };
  if (code === "token_missing")
    return [
      wrong(
        "authorization-dropped",
        "/api/me",
        "The token does not reach the API; everybody is asked to sign in for ever.",
        "Let the proxy pass the Authorization header on.",
      ),
    ];
  if (forgedCaller.status === 503)
    return [
      wrong(
        "keys-unreachable",
        "/api/me",
        "The server cannot fetch the sign-in service's keys, so nobody can be let in.",
        "Let the server reach login.microsoftonline.com (443) directly; HTTPS_PROXY is not used.",
      ),
    ];
  if (forgedCaller.status !== 401)
    return [
      wrong(
        "token-unverified",
        "/api/me",
        `A token that nobody signed is answered with ${forgedCaller.status}.`,
        "Stop this server: whatever answers here does not verify tokens.",
      ),
    ];
  return [];
}

/** What the pane is told has to be what was registered. */
export function tokenFaults(visit: Visit): Complaint[] {
  const reply = visit.reply("/pane-config.json");
  if (!reply) return [];
  const settings = reply.status === 200 ? settingsIn(reply) : undefined;
  if (!settings)
    return [
      wrong(
        "settings-missing",
        "/pane-config.json",
        `/pane-config.json answers ${reply.status} without the pane's settings; nobody can sign in.`,
        "Let the proxy pass this path on to Concord.",
      ),
    ];
  const { tenant, client, api } = visit.expected;
  const differs = (code: string, what: string, told: string, wanted: string, where: string) =>
    wrong(
      code,
      "/pane-config.json",
      `The pane uses ${what} ${told}, but ${wanted} is registered.`,
      `Correct ${where} in organisation.json, and restart.`,
    );
  const told = /^api:\/\/([^/]+)\//.exec(settings.scope)?.[1] ?? settings.scope;
  return [
    ...(client && settings.clientId.toLowerCase() !== client.toLowerCase()
      ? [differs("client", "the client id", settings.clientId, client, "clients (the first counts)")]
      : []),
    ...(api && told.toLowerCase() !== api.toLowerCase()
      ? [differs("audience", "the API", told, api, "audience")]
      : []),
    ...authority(settings.authority, tenant),
    ...discoveryFaults(visit),
  ];
}

function authority(told: string, tenant: string | undefined): Complaint[] {
  const place = "/pane-config.json";
  if (!told.startsWith("https://"))
    return [
      wrong(
        "authority",
        place,
        `People sign in at ${told}, without https.`,
        "Correct authority in organisation.json.",
      ),
    ];
  const directory = new URL(told).pathname.split("/")[1]?.toLowerCase() ?? "";
  if (["common", "organizations", "consumers"].includes(directory))
    return [
      advice(
        "authority-open",
        place,
        `People sign in at "${directory}", where accounts of other organisations are offered too.`,
        "With one tenant, leave authority out of organisation.json; with several this is right.",
      ),
    ];
  return tenant && directory !== tenant.toLowerCase()
    ? [
        wrong(
          "authority",
          place,
          `People sign in at tenant ${directory}, but Concord is for ${tenant}.`,
          "Correct tid and authority in organisation.json, and restart.",
        ),
      ]
    : [];
}

function discoveryFaults({ discovery, expected, reply }: Visit): Complaint[] {
  if (!discovery) return [];
  const tenant = expected.tenant ?? tenantIn(reply("/pane-config.json"));
  if (!isReply(discovery))
    return [
      advice(
        "sign-in-unseen",
        discovery.url,
        `The sign-in service could not be asked from here (${discovery.fault}).`,
        "Run the doctor where login.microsoftonline.com can be reached; people's computers need it too.",
      ),
    ];
  if (discovery.status === 200 && (!tenant || String(jsonOf(discovery).issuer).includes(tenant))) return [];
  return [
    wrong(
      "tenant-missing",
      discovery.url,
      `The sign-in service knows no tenant ${tenant} (${discovery.status}).`,
      "Check the directory (tenant) id in Entra's overview.",
    ),
  ];
}
