/** What an admin may do over the API, what nobody else may, and that two of them never overwrite each other. */
import { v7 } from "uuid";
import type { AdminOverview, People } from "../../triage/administration.ts";
import type { AuditPage } from "../../triage/auditLog.ts";
import type {
  Applied,
  Configuration,
  ConfiguredDepartment,
  DepartmentVersions,
} from "../../triage/configuration.ts";
import type { Me } from "../../triage/department.ts";
import { applyOrganisation } from "../store/applyOrganisation.ts";
import { verify } from "../store/verify.ts";
import { open, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { agreeOn } from "../testing/objectives.ts";
import { amara, jonas, mei, organisation, priya, stranger } from "../testing/organisation.ts";

const tomasz = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9006";
const roles = ["Triage.Staff", "Triage.Admin"];

let issuer: TestIssuer;
let api: TestApi;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  api = await startTestApi({ issuer, policy: { blindShare: 0 } });
});
afterEach(() => api.close());

type Method = Parameters<TestApi["send"]>[0];
const as = async (oid: string, method: Method, url: string, body?: object) =>
  api.send(method, url, await api.token(oid, oid === tomasz ? { roles, name: "Tomasz Nowak" } : {}), body);
const admin = (method: Method, url: string, body?: object) => as(tomasz, method, url, body);
const department = async (id: string) =>
  (await admin("GET", `/api/admin/departments/${id}`)).json() as ConfiguredDepartment;
const put = ({ id, ...change }: ConfiguredDepartment) => admin("PUT", `/api/admin/departments/${id}`, change);
const me = async (oid: string) => (await as(oid, "GET", "/api/me")).json() as Me;

test("nobody but an admin gets in, whatever they ask for", async () => {
  const erasureId = v7();
  const asked: [Method, string, object?][] = [
    ["GET", "/api/admin/overview"],
    ["GET", "/api/admin/configuration"],
    ["PUT", "/api/admin/configuration", { open: true, departments: [] }],
    ["GET", "/api/admin/departments/service"],
    ["GET", "/api/admin/departments/no-such"],
    ["GET", "/api/admin/departments/service/versions"],
    ["GET", "/api/admin/departments/service/versions/1"],
    ["GET", "/api/admin/audit?departmentId=service"],
    ["GET", `/api/admin/people/${amara}/extent`],
    ["GET", "/api/admin/people"],
    ["GET", `/api/admin/people/${amara}/export`],
    ["POST", `/api/admin/people/${amara}/erasure`, { erasureId, forgetLearned: false }],
    ["GET", `/api/admin/erasures/${erasureId}`],
    ["GET", "/api/admin/diagnostics"],
  ];
  for (const oid of [amara, priya, stranger])
    for (const [method, url, body] of asked) {
      const { status, json } = await as(oid, method, url, body);
      expect([url, status, json().code]).toEqual([url, 403, "role_missing"]);
    }
});

test("a policy is changed by version, and the next message follows it", async () => {
  const before = await department("service");
  const { status, json } = await put({
    ...before,
    policy: { ...before.policy, evidence: false, retentionDays: 90 },
  });
  expect([status, json()]).toEqual([
    200,
    {
      departments: [
        {
          id: "service",
          version: before.version + 1,
          change: "changed",
          taxonomyVersion: 1,
          policyVersion: 2,
        },
      ],
    },
  ]);
  expect((await department("service")).policy).toMatchObject({ evidence: false, retentionDays: 90 });
  expect((await me(amara)).departments[0]!.policy).toMatchObject({ version: 2, evidence: false });
  const { opened } = await open(api, amara);
  expect(opened.shown).toMatchObject({ kind: "prediction", prediction: { evidence: [] } });
});

test("two admins at once: the second is told, and nothing of the first is lost", async () => {
  const seen = await department("service");
  const changes = [
    { ...seen, name: { en: "First" } },
    { ...seen, name: { en: "Second" } },
  ];
  const answers = await Promise.all(changes.map(put));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409)!.json();
  expect(refused).toMatchObject({ code: "changed_meanwhile", detail: "Changed since it was read: service." });
  const stored = await department("service");
  expect([stored.version, ["First", "Second"]].flat()).toContain(seen.version + 1);
  expect(stored.name.en).toBe(answers[0]!.status === 200 ? "First" : "Second");
});

test("saving what is stored already changes nothing and makes no version", async () => {
  const seen = await department("service");
  const { json } = await put(seen);
  expect((json() as Applied).departments[0]).toMatchObject({ change: "same", version: seen.version });
});

test("a configuration that contradicts itself is refused whole, with every place", async () => {
  const seen = await department("service");
  const [first, ...rest] = seen.taxonomy.categories;
  const external = {
    kind: "external",
    protocol: "chat",
    url: "https://models.example",
    name: "m",
    timeoutMs: 1_000,
  };
  const answer = await put({
    ...seen,
    taxonomy: { categories: [first!, first!, ...rest], priorities: [...seen.taxonomy.priorities].reverse() },
    model: { ...external, fallback: "none" } as ConfiguredDepartment["model"],
    closed: { heirId: "no-such" },
  });
  expect(answer.status).toBe(422);
  expect(answer.json().errors.map(({ path }: { path: string }) => path)).toEqual([
    "/departments/0/taxonomy/categories/1/id",
    "/departments/0/taxonomy/priorities/0/id",
    "/departments/0/taxonomy/priorities/1/id",
    "/departments/0/taxonomy/priorities/2/id",
    "/departments/0/taxonomy/priorities/3/id",
    "/departments/0/model/protocol",
    "/departments/0/closed/heirId",
  ]);
  expect(await department("service")).toEqual(seen);
});

test("what does not fit the schema is refused by its path, and a secret cannot be put in", async () => {
  const seen = await department("service");
  const wrong = await put({ ...seen, policy: { ...seen.policy, blindShare: 2 } });
  expect([wrong.status, wrong.json().errors[0].path]).toEqual([400, "/body/policy/blindShare"]);
  const secret = await put({ ...seen, model: { kind: "builtIn", apiKey: "sk-123" } as never });
  expect(secret.status).toBe(400);
  expect(secret.text).not.toContain("sk-123");
});

test("a new department has its people at once, and an earlier state can be looked at and brought back", async () => {
  const seen = await department("service");
  const made = await put({
    ...seen,
    id: "legal",
    version: 0,
    name: { en: "Legal" },
    members: { staff: [stranger], leads: [] },
  });
  expect((made.json() as Applied).departments[0]).toMatchObject({ change: "new", version: 1 });
  expect((await me(stranger)).departments.map(({ id }) => id)).toEqual(["legal"]);
  await put({ ...(await department("legal")), name: { en: "Law" } });
  const { versions } = (await admin("GET", "/api/admin/departments/legal/versions")).json();
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  const first = (await admin("GET", "/api/admin/departments/legal/versions/1")).json();
  await put({ id: "legal", version: 2, ...first });
  expect(await department("legal")).toMatchObject({ version: 3, name: { en: "Legal" } });
});

test("versions and log say what a change changed, and who made it", async () => {
  await me(tomasz);
  const before = await department("service");
  await put({
    ...before,
    policy: { ...before.policy, askBudget: 3 },
    members: { ...before.members, leads: [...before.members.leads, stranger] },
  });
  const { versions } = (
    await admin("GET", "/api/admin/departments/service/versions")
  ).json() as DepartmentVersions;
  const { askBudget } = before.policy;
  const setting = { kind: "setting", setting: "askBudget", from: askBudget, to: 3 };
  const leads = { kind: "part", part: "leads", added: 1, removed: 0, changed: 0 };
  const changes = [leads, setting];
  expect(versions[0]).toMatchObject({ version: before.version + 1, name: "Tomasz Nowak", changes });
  expect(versions.at(-1)).not.toHaveProperty("changes");
  const { entries } = (await admin("GET", "/api/admin/audit?departmentId=service")).json() as AuditPage;
  expect(entries.slice(0, 2)).toMatchObject([
    { action: "department", changes },
    { action: "policy", changes: [setting] },
  ]);
});

test("who is named in a department is told by name, leads first; whose data were exported too", async () => {
  await api.send("GET", "/api/me", await api.token(amara, { name: "Amara Okafor" }));
  const { people } = (await admin("GET", "/api/admin/people?departmentId=service")).json() as People;
  const { members } = await department("service");
  expect(people.map(({ oid }) => oid).sort()).toEqual([...members.staff, ...members.leads].sort());
  expect(people.find(({ oid }) => oid === amara)!.name).toBe("Amara Okafor");
  const none = (await admin("GET", "/api/admin/people?departmentId=no-such")).json() as People;
  expect(none.people).toEqual([]);
  const { request, opened } = await open(api, amara);
  await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), verdictOn(request));
  await admin("GET", `/api/admin/people/${amara}/export`);
  const log = await admin("GET", "/api/admin/audit?departmentId=service&action=personExport");
  expect((log.json() as AuditPage).entries[0]!.about).toBe("Amara Okafor");
});

test("the whole configuration goes out and comes back as one file: unchanged it changes nothing", async () => {
  const file = (await admin("GET", "/api/admin/configuration")).json() as Configuration;
  const same = (await admin("PUT", "/api/admin/configuration", file)).json() as Applied;
  expect(same.departments.map(({ change }) => change)).toEqual(["same", "same"]);
  const changed = structuredClone(file);
  changed.departments[0]!.policy.askBudget = 1;
  changed.departments[1]!.policy.askBudget = 2;
  const check = (await admin("PUT", "/api/admin/configuration?check=true", changed)).json() as Applied;
  expect(check.departments.map(({ change }) => change)).toEqual(["changed", "changed"]);
  expect((await admin("GET", "/api/admin/configuration")).json()).toEqual(file);
  expect((await admin("PUT", "/api/admin/configuration", { ...file, open: true })).status).toBe(200);
  const noted = await admin("GET", "/api/admin/audit?departmentId=service&action=organisation");
  expect(noted.json().entries).toMatchObject([{ subject: "people may choose a department" }]);
  expect((await admin("PUT", "/api/admin/configuration", file)).status).toBe(200);
  changed.departments[1]!.version = 7;
  expect((await admin("PUT", "/api/admin/configuration", changed)).status).toBe(409);
  expect((await admin("GET", "/api/admin/configuration")).json()).toEqual(file);
});

test("what admins changed survives a restart with the same organisation file, and a changed file wins", async () => {
  const seen = await department("service");
  await put({ ...seen, name: { en: "Changed by an admin" } });
  const written = organisation({ jwksUri: issuer.jwksUri, policy: { blindShare: 0 } });
  await applyOrganisation(api.store, written, {}, api.clock.now);
  expect((await department("service")).name.en).toBe("Changed by an admin");
  written.tenants[0]!.departments[0]!.name = { en: "Changed in the file" };
  await applyOrganisation(api.store, written, {}, api.clock.now);
  expect((await department("service")).name.en).toBe("Changed in the file");
});

test("people belong by group and app role, and too many groups are said", async () => {
  const group = "aaaaaaaa-1111-4222-8333-444444444444";
  const seen = await department("help-desk");
  await put({ ...seen, assigned: { staffGroups: [group.toUpperCase()], leadRoles: ["Desk.Lead"] } });
  const meWith = async (claims: object) =>
    (await api.send("GET", "/api/me", await api.token(stranger, claims))).json() as Me;
  expect((await meWith({})).departments).toEqual([]);
  expect((await meWith({ groups: [group] })).departments).toMatchObject([{ id: "help-desk", role: "staff" }]);
  expect((await meWith({ roles: ["Triage.Staff", "Desk.Lead"] })).departments).toMatchObject([
    { role: "lead" },
  ]);
  const overage = await meWith({ _claim_names: { groups: "src1" }, _claim_sources: { src1: {} } });
  expect([overage.departments, overage.groupsUnread]).toEqual([[], true]);
  expect((await meWith({ hasgroups: true })).groupsUnread).toBe(true);
  expect((await meWith({})).groupsUnread).toBeUndefined();
});

test("a closed department takes nothing new; its figures stay readable, its work goes to the heir", async () => {
  const { request, opened } = await open(api, amara);
  const url = `/api/verdicts/${opened.predictionId}`;
  await api.send("PUT", url, await api.token(amara), verdictOn(request));
  const figures = async (oid: string) => {
    const { computedAt: _, ...rest } = (await as(oid, "GET", "/api/departments/service/summary")).json();
    return rest;
  };
  const before = await figures(priya);
  const seen = await department("service");
  const closed = await put({ ...seen, closed: { heirId: "help-desk" } });
  expect((closed.json() as Applied).departments.map(({ id, change }) => [id, change])).toEqual([
    ["service", "changed"],
    ["help-desk", "changed"],
  ]);
  const waiting = verdictOn(request, { verdict: { kind: "unsure" } });
  expect((await as(amara, "PUT", url, waiting)).status).toBe(200);
  const reworded = verdictOn(request);
  expect((await as(amara, "PUT", url, reworded)).status).toBe(200);
  const late = await as(amara, "POST", "/api/predictions", openingOf(api));
  expect([late.status, late.json().code]).toEqual([404, "department_unknown"]);
  expect(await figures(priya)).toEqual(before);
  expect((await as(mei, "GET", "/api/departments/service/summary")).status).toBe(404);
  const amaras = await me(amara);
  expect(amaras.departments).toMatchObject([{ id: "help-desk", mailboxes: ["service@northwind.example"] }]);
  expect(amaras.formerDepartments).toMatchObject([{ id: "service", heirId: "help-desk" }]);
  expect((await me(priya)).departments).toMatchObject([{ id: "help-desk", role: "lead" }]);
  expect((await verify(api.store, `${tid}/service`)).differences).toEqual([]);
  await put({ ...(await department("service")), closed: undefined } as never);
  expect((await me(amara)).departments.map(({ id }) => id)).toContain("service");
});

test("the log is read by page and filter, newest first, with the hash it ends with", async () => {
  await me(amara);
  for (let i = 0; i < 5; i++) {
    const { request, opened } = await open(api, amara);
    await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), verdictOn(request));
  }
  const page = async (query: string) =>
    (await admin("GET", `/api/admin/audit?departmentId=service&${query}`)).json() as AuditPage;
  const first = await page("limit=3&action=verdict");
  expect(first.entries).toHaveLength(3);
  const next = await page(`limit=3&action=verdict&before=${first.before}`);
  expect(next.entries).toHaveLength(2);
  expect(next.before).toBeUndefined();
  const positions = [...first.entries, ...next.entries].map(({ position }) => position);
  expect(positions).toEqual([...positions].sort((a, b) => b - a));
  const all = await page("");
  expect(all.head).toBe(all.entries[0]!.hash);
  expect((await page("action=policy")).entries.map(({ by }) => by)).toEqual(["system"]);
});

test("the log tells which objective, review, decision and proposal an id stands for, until it is gone", async () => {
  const own = async (method: Method, url: string, body?: object) => {
    const answer = await as(priya, method, `/api/departments/service/${url}`, body);
    expect([200, 201]).toContain(answer.status);
  };
  const objective = await agreeOn(api, { formula: { kind: "category", category: "billing" } });
  const [review, decision, proposal] = [v7(), v7(), v7()];
  await own("PUT", `reviews/${review}`, {});
  const decided = { kind: "retrain", objectiveId: objective.id, owner: "Priya Raman", dueOn: "2026-12-24" };
  await own("PUT", `reviews/${review}/decisions/${decision}`, decided);
  const content = { kind: "category", language: "en", name: "Returns", definition: "Goods that come back." };
  await own("PUT", `proposals/${proposal}`, { content });
  const read = async () => (await admin("GET", "/api/admin/audit?departmentId=service")).json() as AuditPage;
  const { entries, categories } = await read();
  const thing = (action: string) => entries.find((one) => one.action === action)!.thing;
  expect(thing("objective agreed")).toEqual({
    kind: "objective",
    formula: { kind: "category", category: "billing" },
  });
  expect(thing("review opened")).toMatchObject({ kind: "review", openedAt: api.clock.now });
  expect(thing("decision")).toMatchObject({ decision: "retrain", formula: { category: "billing" } });
  expect(thing("propose")).toMatchObject({ kind: "proposal", proposal: "category", name: "Returns" });
  expect(categories!.find(({ id }) => id === "billing")!.name.en).toBe("billing");
  await own("DELETE", `reviews/${review}/decisions/${decision}`);
  const after = (await read()).entries.filter(({ action }) => action.startsWith("decision"));
  expect(after.map((entry) => entry.thing)).toEqual([undefined, undefined]);
});

test("reach counts people: named, who opened, saw and answered", async () => {
  const { request, opened } = await open(api, amara);
  await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), verdictOn(request));
  await open(api, jonas, { messageRef: request.messageRef });
  const overview = (await admin("GET", "/api/admin/overview")).json() as AdminOverview;
  const reach = overview.departments.find(({ id }) => id === "service")!.reach;
  expect(reach).toEqual({ assigned: 3, opened: 2, saw: 2, answered: 1, days: 28, isPartial: false });
  expect(JSON.stringify(overview)).not.toContain(amara);
});

test("people are found by name; one is exported, erased, and known no more", async () => {
  await api.send("GET", "/api/me", await api.token(amara, { name: "Amara Okafor" }));
  const { request, opened } = await open(api, amara);
  const body = verdictOn(request, { note: "words of Amara" });
  await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), body);
  const find = async () => (await admin("GET", "/api/admin/people?search=okafor")).json() as People;
  expect((await find()).people).toMatchObject([
    {
      oid: amara,
      name: "Amara Okafor",
      departments: [{ id: "service", name: { en: "Customer service" }, role: "staff" }],
    },
  ]);
  const exported = await admin("GET", `/api/admin/people/${amara.toUpperCase()}/export`);
  expect(exported.headers["content-disposition"]).toContain(`concord-${amara}.json`);
  expect(exported.text).toContain("words of Amara");
  const erasureId = v7();
  const erase = () => admin("POST", `/api/admin/people/${amara}/erasure`, { erasureId, forgetLearned: true });
  const erased = (await erase()).json();
  expect(erased).toMatchObject({ erasureId, result: { messages: 1, notes: 1, memberships: 1 } });
  expect((await erase()).json()).toEqual(erased);
  expect((await find()).people).toEqual([]);
  expect((await admin("GET", `/api/admin/people/${amara}/export`)).text).not.toContain("words of Amara");
  expect((await admin("GET", "/api/admin/configuration")).text).not.toContain(amara);
  expect((await admin("GET", "/api/admin/departments/service/versions/1")).text).not.toContain(amara);
});

test("an admin of one organisation finds nothing of another, not even that it exists", async () => {
  const there = { roles, tid: "99999999-3f0a-4c5e-9a61-0d6f2b8e4a10" };
  const answer = await api.send("GET", "/api/admin/configuration", await api.token(tomasz, there));
  expect([answer.status, answer.json().code]).toEqual([401, "token_invalid"]);
});
