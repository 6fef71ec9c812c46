/** Who is known to Concord: who came, and who is named in a department; by page, in the order of their accounts. */
import type { KnownPerson, People, PeopleQuery } from "../../triage/administration.ts";
import { departmentsOf, slugOf } from "../store/departments.ts";
import type { PersonKey } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

const pageSize = 50;

export async function peopleOf({ db }: Store, tenant: string, query: PeopleQuery): Promise<People> {
  const departments = await departmentsOf(db, tenant, { closedToo: true });
  const keys = departments.map(({ key }) => key);
  const members =
    keys.length === 0
      ? []
      : await db.selectFrom("member").selectAll().where("department", "in", keys).execute();
  const seen = await db.selectFrom("person").selectAll().where("tenant", "=", tenant).execute();
  const byPerson = new Map<PersonKey, KnownPerson>();
  const of = (person: PersonKey): KnownPerson => {
    const known = byPerson.get(person) ?? { oid: slugOf(person), name: "", departments: [] };
    byPerson.set(person, known);
    return known;
  };
  for (const { person, name, seen_at: seenAt } of seen) Object.assign(of(person), { name, seenAt });
  for (const { person, department, role } of members)
    of(person).departments.push({ id: slugOf(department), role });
  return page([...byPerson.values()], query);
}

function page(people: KnownPerson[], { search = "", after = "" }: PeopleQuery): People {
  const wanted = search.toLowerCase();
  const found = people
    .filter(({ oid, name }) => name.toLowerCase().includes(wanted) || oid === wanted)
    .filter(({ oid }) => oid > after.toLowerCase())
    .sort((a, b) => (a.oid < b.oid ? -1 : 1));
  const shown = found.slice(0, pageSize);
  return { people: shown, ...(found.length > pageSize ? { after: shown.at(-1)!.oid } : {}) };
}
