/** Who works in the year's departments: the sandbox's own people first, then invented colleagues, the same every time. */
import { personas, tenantId } from "../personas.ts";
import { type PlantedTruth, truths } from "./truth.ts";

export interface Colleague {
  oid: string;
  name: string;
}

const firstNames = ["Aino", "Bruno", "Chiara", "Dario", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jamal"];
const lastNames = ["Adler", "Brandt", "Costa", "Dubois", "Eriksen", "Fischer", "Galli"];

/** Nobody is called as somebody else: 70 names, taken in turn. */
function invented(n: number): Colleague {
  const name = `${firstNames[n % firstNames.length]} ${lastNames[Math.floor(n / firstNames.length) % lastNames.length]}`;
  return { oid: `00000000-0000-4000-9000-${String(n).padStart(12, "0")}`, name };
}

/** As many as are planted; the lead is the first of them. */
export function colleaguesOf(truth: PlantedTruth): Colleague[] {
  const own = personas
    .filter(({ departments, roles }) => departments.includes(truth.id) && !roles.includes("admin"))
    .sort((a, b) => Number(b.roles.includes("lead")) - Number(a.roles.includes("lead")))
    .map(({ oid, name }) => ({ oid, name }));
  const before = truths.slice(0, truths.indexOf(truth)).reduce((sum, { people }) => sum + people, 0);
  const others = Array.from({ length: truth.people }, (_, i) => invented(before + i));
  return [...own, ...others].slice(0, truth.people);
}

export const personKey = ({ oid }: Colleague): string => `${tenantId}/${oid}`;
