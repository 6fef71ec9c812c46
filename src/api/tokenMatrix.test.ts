/** Every bad token at every address, and every stranger at everything that is not theirs: refused, and told nothing. */
import { v7 } from "uuid";
import { newRef, noon, open, startTestApi, type TestApi, verdictOn } from "./testing/api.ts";
import { type BadToken, badTokens } from "./testing/badTokens.ts";
import { claimsOf, otherTid, tid } from "./testing/issuer.ts";
import { agreeOn, terms } from "./testing/objectives.ts";
import { amara, jonas, mei, organisation, priya, stranger } from "./testing/organisation.ts";

/** People of the neighbour, whose organisation has departments of the same names. */
const nora = "22d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001";
const niels = "22d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9002";
const boss = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9006";
type Method = "GET" | "PUT" | "POST" | "DELETE";

let api: TestApi;
let bad: BadToken[];
/** What Amara's department has. */
let theirs: {
  predictionId: string;
  messageRef: string;
  messageKey: string;
  feedbackId: string;
  objective: string;
};

beforeAll(async () => {
  api = await startTestApi({
    policy: { blindShare: 0 },
    neighbours: (jwksUri) => {
      const [own] = organisation({ jwksUri }).tenants;
      const [service, desk] = own!.departments;
      return [
        {
          ...own!,
          tid: otherTid,
          departments: [
            { ...service!, members: { staff: [], leads: [] } },
            { ...desk!, members: { staff: [nora], leads: [] } },
          ],
        },
      ];
    },
  });
  bad = await badTokens(api.issuer, noon);
  const { request, opened } = await open(api, amara);
  const verdict = verdictOn(request);
  const stored = await api.send(
    "PUT",
    `/api/verdicts/${opened.predictionId}`,
    await api.token(amara),
    verdict,
  );
  if (stored.status !== 200) throw new Error(stored.text);
  const { messageKey } = stored.json() as { messageKey?: string };
  const { id } = await agreeOn(api);
  const row = await api.store.db.selectFrom("opening").select("message_key").executeTakeFirstOrThrow();
  theirs = {
    predictionId: opened.predictionId,
    messageRef: request.messageRef,
    messageKey: messageKey ?? row.message_key,
    feedbackId: verdict.feedbackId,
    objective: id,
  };
});
afterAll(() => api.close());

interface Asked {
  method: Method;
  url: string;
  body?: object | undefined;
}

async function say({ method, url, body }: Asked, authorization: string | undefined) {
  const answer = await api.app.inject({
    method,
    url,
    headers: authorization === undefined ? {} : { authorization },
    ...(body ? { payload: body } : {}),
  });
  const { requestId: _, ...told } = answer.body.startsWith("{") ? answer.json() : { text: answer.body };
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !/^(date|content-length|x-ratelimit-.*)$/.test(name)),
  );
  return { status: answer.statusCode, told, headers };
}

/** Every address of the API under /api, filled with ids that exist. */
async function addresses(): Promise<Asked[]> {
  const { paths } = (await api.app.inject({ url: "/openapi.json" })).json();
  const ids: Record<string, string> = {
    predictionId: theirs.predictionId,
    messageKey: theirs.messageKey,
    objectiveId: theirs.objective,
    id: "service",
    version: "1",
    oid: amara,
  };
  return Object.entries(paths as Record<string, object>)
    .filter(([path]) => path.startsWith("/api/"))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase() as Method,
        url: path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? v7()),
        body: method === "get" ? undefined : {},
      })),
    );
}

test("at least forty bad tokens are tried, at every address of the API", async () => {
  expect(bad.length).toBeGreaterThanOrEqual(40);
  expect((await addresses()).length).toBeGreaterThanOrEqual(20);
  const fine = `Bearer ${await api.token(amara)}`;
  expect((await say({ method: "GET", url: "/api/me" }, fine)).status).toBe(200);
});

test("each is refused everywhere, in the same words everywhere, before anything is looked at", async () => {
  const everywhere = await addresses();
  for (const { title, header, status, code } of bad) {
    const [first, ...others] = await Promise.all(everywhere.map((asked) => say(asked, header)));
    expect({ title, status: first!.status, code: first!.told.code }).toEqual({ title, status, code });
    for (const answer of others) expect(answer).toEqual(first);
    const words = JSON.stringify(first);
    for (const secret of [tid, amara, "Amara", header?.slice(7, 60) || "\0"])
      expect(words).not.toContain(secret);
    if (status === 401) expect(first!.headers["www-authenticate"]).toMatch(/^Bearer/);
  }
});

test("whose organisation is served here cannot be found out with tokens that nobody signed", async () => {
  const forged = (claimed: string) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { ...claimsOf(noon, { oid: amara }), tid: claimed };
    return `Bearer ${part({ alg: "RS256", kid: "k0" })}.${part(claims)}.${Buffer.alloc(256).toString("base64url")}`;
  };
  const me: Asked = { method: "GET", url: "/api/me" };
  const [served, neighbour, nowhere] = await Promise.all(
    [tid, otherTid, "33333333-3f0a-4c5e-9a61-0d6f2b8e4a10"].map((one) => say(me, forged(one))),
  );
  expect(served).toEqual(nowhere);
  expect(neighbour).toEqual(nowhere);
});

const tokenOf = async (who: string) => {
  const neighbours: Record<string, string[]> = {
    [nora]: ["Triage.Staff"],
    [niels]: ["Triage.Admin", "Triage.Staff"],
  };
  const roles: Record<string, string[]> = {
    [boss]: ["Triage.Admin"],
    [priya]: ["Triage.Staff", "Triage.Lead"],
    ...neighbours,
  };
  const claims = claimsOf(noon, { oid: who, roles: roles[who] ?? ["Triage.Staff"] });
  const isNeighbour = who in neighbours;
  const home = isNeighbour
    ? { tid: otherTid, iss: `https://login.microsoftonline.com/${otherTid}/v2.0` }
    : {};
  return `Bearer ${await api.issuer.sign({ ...claims, ...home })}`;
};

/** The same question for something that exists and is not theirs, and for something that does not exist. */
function pairs(): { title: string; foreign: Asked; missing: Asked }[] {
  const nothing = { predictionId: v7(), messageKey: newRef(), objective: v7(), feedbackId: v7(), oid: v7() };
  const verdict = verdictOn(theirs);
  const move = { moveId: v7(), messageRef: theirs.messageRef, toDepartmentId: "help-desk", decidedAt: noon };
  const opening = {
    predictionId: v7(),
    messageRef: newRef(),
    features: api.featuresFor("invoice"),
    bodyRead: true,
    openedAt: noon,
  };
  const pair = (
    title: string,
    method: Method,
    at: (x: typeof nothing, department: string) => string,
    body?: object | ((department: string) => object),
  ) => ({
    title,
    foreign: {
      method,
      url: at({ ...theirs, oid: amara }, "service"),
      body: typeof body === "function" ? body("service") : body,
    },
    missing: {
      method,
      url: at(nothing, "no-such"),
      body: typeof body === "function" ? body("no-such") : body,
    },
  });
  return [
    pair("a verdict on their prediction", "PUT", (x) => `/api/verdicts/${x.predictionId}`, verdict),
    pair(
      "taking their verdict back",
      "DELETE",
      (x) => `/api/verdicts/${x.predictionId}?feedbackId=${x.feedbackId}`,
    ),
    pair("moving their message", "POST", (x) => `/api/predictions/${x.predictionId}/move`, move),
    pair(
      "opening a message in their department",
      "POST",
      () => "/api/predictions",
      (departmentId) => ({ ...opening, departmentId }),
    ),
    pair("their message", "GET", (x, d) => `/api/messages/${x.messageKey}?departmentId=${d}`),
    pair(
      "their message, said to be mine",
      "GET",
      (x) => `/api/messages/${x.messageKey}?departmentId=help-desk`,
    ),
    pair(
      "choosing their department",
      "PUT",
      () => "/api/me/department",
      (departmentId) => ({ departmentId }),
    ),
    pair("their figures", "GET", (_, d) => `/api/departments/${d}/summary?from=2026-10-26&to=2026-11-23`),
    pair("their objectives", "GET", (_, d) => `/api/departments/${d}/objectives`),
    pair("their objective", "GET", (x, d) => `/api/departments/${d}/objectives/${x.objective}`),
    pair(
      "changing their objective",
      "PUT",
      (x, d) => `/api/departments/${d}/objectives/${x.objective}`,
      terms(),
    ),
    pair(
      "withdrawing their objective",
      "POST",
      (x, d) => `/api/departments/${d}/objectives/${x.objective}/withdrawal`,
      { reason: "x", basedOn: 1 },
    ),
    pair(
      "their objective, said to be mine",
      "GET",
      (x) => `/api/departments/help-desk/objectives/${x.objective}`,
    ),
    pair("their configuration", "GET", (_, d) => `/api/admin/departments/${d}`),
    pair("their versions", "GET", (_, d) => `/api/admin/departments/${d}/versions`),
    pair("their first version", "GET", (_, d) => `/api/admin/departments/${d}/versions/1`),
    pair("erasing one of them", "GET", (x) => `/api/admin/erasures/${x.predictionId}`),
  ];
}

describe.each([
  ["a colleague of another department", mei],
  ["somebody of no department", stranger],
  ["somebody of another organisation", nora],
])("%s", (_, who) => {
  test("cannot tell what is not theirs from what does not exist", async () => {
    const token = await tokenOf(who);
    for (const { title, foreign, missing } of pairs()) {
      const [one, other] = [await say(foreign, token), await say(missing, token)];
      expect({ title, status: one.status < 400 }).toEqual({ title, status: false });
      expect({ title, ...one }).toEqual({ title, ...other });
    }
  });
});

test("an administrator of another organisation sees none of it, though the names are the same", async () => {
  const token = await tokenOf(niels);
  for (const [what, url] of [
    ["overview", "/api/admin/overview"],
    ["configuration", "/api/admin/configuration"],
    ["people", "/api/admin/people"],
    ["export of a person", `/api/admin/people/${amara}/export`],
    ["the log of their own department of that name", "/api/admin/audit?departmentId=service"],
    ["objectives of their own department of that name", "/api/departments/service/objectives"],
    [
      "figures of their own department of that name",
      "/api/departments/service/summary?from=2026-10-26&to=2026-11-23",
    ],
  ] as const) {
    const words = JSON.stringify((await say({ method: "GET", url }, token)).told);
    for (const secret of [
      theirs.predictionId,
      theirs.feedbackId,
      theirs.objective,
      theirs.messageKey,
      tid,
      "Priya Raman",
      jonas,
    ])
      expect({ what, shown: words.includes(secret) }).toEqual({ what, shown: false });
  }
  const exported = await say({ method: "GET", url: `/api/admin/people/${amara}/export` }, token);
  const nobody = await say({ method: "GET", url: `/api/admin/people/${v7()}/export` }, token);
  expect(exported.status).toBe(nobody.status);
});

test("a message is another message in another organisation, even under the same reference", async () => {
  const opened = await say(
    {
      method: "POST",
      url: "/api/predictions",
      body: {
        predictionId: v7(),
        departmentId: "help-desk",
        messageRef: theirs.messageRef,
        features: api.featuresFor("invoice"),
        bodyRead: true,
        openedAt: noon,
      },
    },
    await tokenOf(nora),
  );
  expect(opened.status).toBe(200);
  expect(opened.told).not.toHaveProperty("known");
});

describe("a role allows what it is for and nothing above", () => {
  const asLead: Asked[] = [
    { method: "PUT", url: `/api/departments/service/objectives/${v7()}`, body: terms() },
  ];
  const asAdmin = async () => (await addresses()).filter(({ url }) => url.startsWith("/api/admin/"));

  test("staff do not agree on objectives", async () => {
    for (const asked of asLead) expect((await say(asked, await tokenOf(amara))).status).toBe(403);
    for (const asked of asLead) expect((await say(asked, await tokenOf(priya))).status).toBe(200);
  });

  test("neither staff nor leads administer, whether the thing exists or not", async () => {
    for (const who of [amara, priya, stranger]) {
      const token = await tokenOf(who);
      for (const asked of await asAdmin()) {
        const answer = await say(asked, token);
        // What does not fit its schema is refused before; that too tells nothing.
        expect([asked.url, [400, 403]]).toEqual([asked.url, expect.arrayContaining([answer.status])]);
      }
    }
    expect((await say({ method: "GET", url: "/api/admin/overview" }, await tokenOf(boss))).status).toBe(200);
  });

  test("a role written into anything but the token counts for nothing", async () => {
    const token = await tokenOf(amara);
    for (const url of ["/api/admin/overview?roles=Triage.Admin", "/api/admin/people?role=admin"])
      expect([400, 403]).toContain((await say({ method: "GET", url }, token)).status);
    const answer = await api.app.inject({
      url: "/api/admin/overview",
      headers: { authorization: token, "x-ms-client-principal": "admin", "x-roles": "Triage.Admin" },
    });
    expect(answer.statusCode).toBe(403);
  });
});
