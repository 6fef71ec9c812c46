/** The person behind a request, from a verified token. */
import type { Role } from "../triage/department.ts";
import type { PersonKey } from "./store/schema.ts";

export interface Staff {
  tenant: string;
  person: PersonKey;
  name: string;
  roles: readonly Role[];
}
