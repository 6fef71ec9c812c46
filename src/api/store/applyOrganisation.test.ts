/** What an admin wrote down becomes what the API works with; only what changed is a new version. */
import type { Me } from "../../triage/department.ts";
import { policyOf } from "../organisation.ts";
import { startTestApi, type TestApi } from "../testing/api.ts";
import { tid } from "../testing/issuer.ts";
import { amara, organisation, stranger, type TestOrganisation } from "../testing/organisation.ts";
import { applyOrganisation } from "./applyOrganisation.ts";
import { departmentsOf } from "./departments.ts";

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const apply = (
  written: Partial<TestOrganisation>,
  change: (one: ReturnType<typeof organisation>) => void = () => {},
) => {
  const one = organisation({ jwksUri: api.issuer.jwksUri, ...written });
  change(one);
  return applyOrganisation(api.store, one, {}, api.clock.now);
};
const service = async () => (await departmentsOf(api.store.db, tid)).find(({ id }) => id === "service")!;
const me = async (oid: string) => (await api.send("GET", "/api/me", await api.token(oid))).json() as Me;

test("the same organisation again changes nothing", async () => {
  const entries = () => api.store.db.selectFrom("audit").selectAll().execute();
  const before = await entries();
  await apply({});
  expect(await entries()).toEqual(before);
  expect((await service()).policy.version).toBe(1);
});

test("a changed policy or taxonomy is a new version, with an entry in the audit log", async () => {
  await apply({ policy: { blindShare: 0.2 } });
  expect((await service()).policy).toEqual({
    ...policyOf({ policy: { blindShare: 0.2 } } as never),
    version: 2,
  });
  await apply({ policy: { blindShare: 0.2 } }, ({ tenants }) => {
    const { taxonomy } = tenants[0]!.departments[0]!;
    if ("categories" in taxonomy)
      tenants[0]!.departments[0]!.taxonomy = { ...taxonomy, categories: taxonomy.categories.slice(0, 2) };
  });
  const after = await service();
  expect([after.policy.version, after.taxonomy.version, after.taxonomy.categories.length]).toEqual([2, 2, 2]);
});

test("a department that is no longer named is gone for its people, and a person who left sees it no more", async () => {
  await apply({}, ({ tenants }) => {
    tenants[0]!.departments[0]!.members = { staff: [], leads: [] };
    tenants[0]!.departments.pop();
  });
  expect((await me(amara)).departments).toEqual([]);
  expect((await departmentsOf(api.store.db, tid)).map(({ id }) => id)).toEqual(["service"]);
});

test("a starter taxonomy that does not exist is refused with the names of those that do", async () => {
  const refused = apply({}, ({ tenants }) => {
    tenants[0]!.departments[0]!.taxonomy = { starter: "no-such" };
  });
  await expect(refused).rejects.toThrow("Department service names a starter taxonomy that does not exist");
});

test("where the organisation leaves it open, a person chooses a department once", async () => {
  await apply({ open: true });
  const before = await me(stranger);
  expect(before.departments.map(({ id }) => id)).toEqual(["help-desk", "service"]);
  expect(before.departmentId).toBeUndefined();
  const choose = async (departmentId: string) =>
    api.send("PUT", "/api/me/department", await api.token(stranger), { departmentId });
  expect(((await choose("service")).json() as Me).departmentId).toBe("service");
  expect((await me(stranger)).departments.map(({ id }) => id)).toEqual(["service"]);
  expect((await choose("help-desk")).json().code).toBe("department_unknown");
});

test("where it is not open, nobody chooses their way in", async () => {
  const token = await api.token(stranger);
  const answer = await api.send("PUT", "/api/me/department", token, { departmentId: "service" });
  expect([answer.status, answer.json().code]).toEqual([404, "department_unknown"]);
});
