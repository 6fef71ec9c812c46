/** The person behind a request, from a verified token. */
import type { Role } from "../triage/department.ts";
import type { PersonKey } from "./store/schema.ts";

export interface Staff {
  tenant: string;
  person: PersonKey;
  name: string;
  roles: readonly Role[];
  /** Every app role of the token, and the groups it lists; both lower case. */
  appRoles: readonly string[];
  groups: readonly string[];
  /** The person is in more groups than fit in a token, so none of them is known. */
  hasTooManyGroups: boolean;
}
