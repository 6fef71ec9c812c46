/** Finding people reads a bounded part of them, however many an organisation has, and still finds everybody. */
import type { KyselyPlugin } from "kysely";
import type { KnownPerson, People } from "../../triage/administration.ts";
import { startTestApi, type TestApi } from "../testing/api.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { organisation } from "../testing/organisation.ts";
import { type Bounds, peopleOf } from "./people.ts";

let issuer: TestIssuer;
let api: TestApi;
const oidOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
const count = 130;
/** Every tenth is a Miller; the last ten are named in a department and have not come yet. */
const nameOf = (n: number) => (n % 10 === 0 ? `Person ${n} Miller` : `Person ${n}`);
const namedIn = new Set(
  organisation({ jwksUri: "" }).tenants[0]!.departments.flatMap(({ members }) => [
    ...(members?.staff ?? []),
    ...(members?.leads ?? []),
  ]),
);

beforeAll(async () => {
  issuer = await startIssuer();
  api = await startTestApi({ issuer });
  const people = Array.from({ length: count }, (_, n) => ({ n, person: `${tid}/${oidOf(n)}` }));
  await api.store.db
    .insertInto("person")
    .values(
      people
        .slice(0, count - 10)
        .map(({ n, person }) => ({ tenant: tid, person, name: nameOf(n), department: null, seen_at: n })),
    )
    .execute();
  await api.store.db
    .insertInto("member")
    .values(people.slice(-20).map(({ person }) => ({ department: `${tid}/service`, person, role: "staff" })))
    .execute();
});
afterAll(async () => {
  await api.close();
  await issuer.close();
});

const bounds: Bounds = { page: 7, looked: 40, slice: 10 };

/** Every page, and the most rows of people that one page took from the store. */
async function walk(search?: string, some = bounds) {
  const pages: People[] = [];
  let most = 0;
  let read = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      read += result.rows.length;
      return result;
    },
  };
  const store = { ...api.store, db: api.store.db.withPlugin(counting) };
  let after: string | undefined;
  do {
    read = 0;
    const query = { ...(search ? { search } : {}), ...(after ? { after } : {}) };
    const page = await peopleOf(store, tid, query, some);
    most = Math.max(most, read);
    pages.push(page);
    after = page.after;
  } while (after !== undefined);
  return { pages, most, people: pages.flatMap(({ people }) => people) };
}

const oids = (people: readonly KnownPerson[]) => people.map(({ oid }) => oid);
const ours = (people: readonly KnownPerson[]) => oids(people).filter((oid) => !namedIn.has(oid));

test("page by page everybody comes once, in order: who came, and who is only named in a department", async () => {
  const { people, pages } = await walk();
  expect(ours(people)).toEqual(Array.from({ length: count }, (_, n) => oidOf(n)));
  expect(oids(people)).toEqual([...oids(people)].sort());
  expect(pages.every((page) => page.people.length <= bounds.page)).toBe(true);
  expect(people.find(({ oid }) => oid === oidOf(count - 1))).toEqual({
    oid: oidOf(count - 1),
    name: "",
    departments: [{ id: "service", name: { en: "Customer service" }, role: "staff" }],
  });
});

test("a name is found wherever it stands, also behind pages that found nobody", async () => {
  const { people, pages } = await walk("miller");
  expect(oids(people)).toEqual(Array.from({ length: 12 }, (_, n) => oidOf(10 * n)));
  expect(pages.length).toBeGreaterThan(2);
  expect((await walk("nobody is called so")).people).toEqual([]);
});

test("an account is found by its id at once, and somebody unknown is not made up", async () => {
  const { pages, most } = await walk(oidOf(5).toUpperCase());
  expect(pages.map(({ people }) => people.map(({ name }) => name))).toEqual([["Person 5"]]);
  expect(most).toBeLessThan(20);
  expect((await walk(oidOf(9_999))).people).toEqual([]);
});

test("one question reads a bounded number of rows, not the organisation", async () => {
  const narrow = { page: 3, looked: 20, slice: 10 };
  const departments = (await api.store.db.selectFrom("department").select("department").execute()).length;
  // Those looked at or a page of each source, the people on the page with their roles, and the departments.
  for (const search of [undefined, "miller", "nobody is called so"])
    expect((await walk(search, narrow)).most).toBeLessThan(20 + (departments + 4) * (narrow.page + 2));
  expect((await walk("nobody is called so", { ...narrow, looked: 1_000 })).most).toBeGreaterThan(100);
});
