/** Who is known to Concord: who came, and who is named in a department; by page, in the order of their accounts. */
import type { KnownPerson, People, PeopleQuery } from "../../triage/administration.ts";
import { isAccountId } from "../../triage/privacy.ts";
import type { LocalText } from "../../triage/text.ts";
import { departmentsOf, slugOf } from "../store/departments.ts";
import type { DepartmentKey, PersonKey } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** What one question may read, whatever the size of the organisation. */
export interface Bounds {
  page: number;
  /** people looked at for a name before the page is handed over as it is */
  looked: number;
  /** of them at once */
  slice: number;
}
const usual: Bounds = { page: 50, looked: 10_000, slice: 1_000 };

/** `after`: where to go on; a page may be short, or empty, when many were looked at in vain. */
export async function peopleOf(
  store: Store,
  tenant: string,
  { search = "", after = "", departmentId }: PeopleQuery,
  bounds = usual,
): Promise<People> {
  const departments = await departmentsOf(store.db, tenant, { closedToo: true });
  const names = new Map(departments.map(({ key, name }) => [key, name]));
  const place = { store, tenant, keys: [...names.keys()], names };
  if (departmentId !== undefined)
    return { people: await described(place, await namedIn(place, departmentId)) };
  const cursor = `${tenant}/${after.toLowerCase()}`;
  const found = isAccountId(search)
    ? { people: [`${tenant}/${search.toLowerCase()}`].filter((one) => one > cursor) }
    : search
      ? await named(place, search.toLowerCase(), cursor, bounds)
      : await everybody(place, cursor, bounds);
  return { people: await described(place, found.people), ...(found.after ? { after: found.after } : {}) };
}

const mostNamed = 200;

/** Leads first, so that all of them are there. */
async function namedIn({ store, keys }: Place, departmentId: string): Promise<PersonKey[]> {
  const key = keys.find((one) => slugOf(one) === departmentId);
  if (!key) return [];
  const rows = await store.db
    .selectFrom("member")
    .select("person")
    .where("department", "=", key)
    .orderBy((eb) => eb.case().when("role", "=", "lead").then(0).else(1).end())
    .orderBy("person")
    .limit(mostNamed)
    .execute();
  return rows.map(({ person }) => person);
}

interface Place {
  store: Store;
  tenant: string;
  keys: readonly DepartmentKey[];
  names: ReadonlyMap<DepartmentKey, LocalText>;
}
interface Found {
  people: PersonKey[];
  after?: string;
}

const seenAfter = ({ store, tenant }: Place, cursor: PersonKey, limit: number) =>
  store.db
    .selectFrom("person")
    .select(["person", "name"])
    .where("tenant", "=", tenant)
    .where("person", ">", cursor)
    .orderBy("person")
    .limit(limit)
    .execute();

async function everybody(place: Place, cursor: PersonKey, { page }: Bounds): Promise<Found> {
  const known = new Set((await seenAfter(place, cursor, page + 1)).map(({ person }) => person));
  for (const key of place.keys) {
    const rows = await place.store.db
      .selectFrom("member")
      .select("person")
      .where("department", "=", key)
      .where("person", ">", cursor)
      .orderBy("person")
      .limit(page + 1)
      .execute();
    for (const { person } of rows) known.add(person);
  }
  const people = [...known].sort();
  return people.length > page
    ? { people: people.slice(0, page), after: slugOf(people[page - 1]!) }
    : { people };
}

/** Who has not come yet has no name here, so only those who came are looked at. */
async function named(place: Place, wanted: string, from: PersonKey, bounds: Bounds): Promise<Found> {
  const { page, looked, slice } = bounds;
  const people: PersonKey[] = [];
  let cursor = from;
  for (let read = 0; read < looked; read += slice) {
    const rows = await seenAfter(place, cursor, slice);
    for (const { person, name } of rows) {
      if (name.toLowerCase().includes(wanted)) people.push(person);
      if (people.length > page) return { people: people.slice(0, page), after: slugOf(people[page - 1]!) };
    }
    if (rows.length < slice) return { people };
    cursor = rows.at(-1)!.person;
  }
  return { people, after: slugOf(cursor) };
}

async function described(
  { store: { db }, tenant, keys, names }: Place,
  people: PersonKey[],
): Promise<KnownPerson[]> {
  if (people.length === 0) return [];
  const seen = await db
    .selectFrom("person")
    .select(["person", "name", "seen_at"])
    .where("tenant", "=", tenant)
    .where("person", "in", people)
    .execute();
  const members =
    keys.length === 0
      ? []
      : await db
          .selectFrom("member")
          .selectAll()
          .where("department", "in", keys)
          .where("person", "in", people)
          .execute();
  return people.flatMap((person): KnownPerson[] => {
    const row = seen.find((one) => one.person === person);
    const own = members.filter((one) => one.person === person);
    if (!row && own.length === 0) return [];
    return [
      {
        oid: slugOf(person),
        name: row?.name ?? "",
        ...(row ? { seenAt: row.seen_at } : {}),
        departments: own.map(({ department, role }) => {
          const name = names.get(department);
          return { id: slugOf(department), ...(name ? { name } : {}), role };
        }),
      },
    ];
  });
}
